package io.github.fixationheatmap.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Drop.DropName;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.options.HeatmapOption;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.OptionsParser;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import java.util.List;

/** {@code POST /v1/studies}: writes the {@code study.json} that starts a study. */
final class CreateStudy {

    private static final int ACCEPTED = 202;
    private static final String STUDY = "study";
    private static final String GROUPS = "groups";
    private static final String COMBINE = "combine";

    private final ObjectStore store;
    private final HeatmapApi.Stack stack;

    CreateStudy(ObjectStore store, HeatmapApi.Stack stack) {
        this.store = store;
        this.stack = stack;
    }

    /** Checks the request, starts the study, and answers where its results will be. */
    ApiResponse create(ApiRequest request) {
        if (stack.studies() == HeatmapApi.Studies.OFF) {
            throw new ApiProblem(ApiProblem.Kind.NO_STUDIES, "The stack was deployed with the parameter Studies=off.").asException();
        }
        RequestBody body = RequestBody.of(request, List.of(STUDY, "options", GROUPS, COMBINE));
        DropName name = name(body);
        check(body);
        ObjectNode document = body.json().deepCopy();
        document.remove(STUDY);
        store.put(stack.drops(), DropKeys.study(name), JsonDocument.MEDIA_TYPE, PutBody.of(JsonDocument.bytes(document)));
        String results = DropKeys.results(DropKeys.folder(stack.drops(), name), "").prefix();
        return ApiResponse.json(ACCEPTED, JsonNodeFactory.instance.objectNode().put(STUDY, name.text()).put("results", results));
    }

    private static DropName name(RequestBody body) {
        String expected = "the path of a folder below the inbox, without a slash at its end";
        String name = body.text(STUDY, expected);
        DropName.validationError(name).ifPresent(rule -> {
            throw RequestBody.bad("/" + STUDY, name, rule);
        });
        if (name.endsWith("/")) {
            throw RequestBody.bad("/" + STUDY, name, expected);
        }
        return new DropName(name);
    }

    private static void check(RequestBody body) {
        body.options();
        if (body.json().has(GROUPS)) {
            ObjectNode groups = JsonNodeFactory.instance.objectNode().set(HeatmapOption.GROUPS.id(), body.json().get(GROUPS));
            new OptionsParser(Overrides.FILE, "").parse(groups, HeatmapOptions.PUBLISHED, HeatmapOptions.PUBLISHED);
        }
        JsonNode combine = body.json().path(COMBINE);
        if (!combine.isMissingNode() && !combine.isBoolean()) {
            throw RequestBody.bad("/" + COMBINE, combine, "true or false");
        }
    }
}
