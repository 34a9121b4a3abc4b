package io.github.fixationheatmap.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Drop.DropName;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.study.StudyFile;
import io.github.fixationheatmap.study.StudyOptions.Studies;
import java.util.List;

/** {@code POST /v1/studies}: writes the {@code study.json} that starts a study. */
final class CreateStudy {

    private static final int ACCEPTED = 202;
    private static final String STUDY = "study";

    private final ObjectStore store;
    private final HeatmapApi.Stack stack;

    CreateStudy(ObjectStore store, HeatmapApi.Stack stack) {
        this.store = store;
        this.stack = stack;
    }

    /** Checks the request, starts the study, and answers where its results will be. */
    ApiResponse create(ApiRequest request) {
        if (stack.studies() == Studies.OFF) {
            throw new ApiProblem(ApiProblem.Kind.NO_STUDIES, "The stack was deployed with the parameter Studies=off.").asException();
        }
        RequestBody body = RequestBody.of(request, List.of(STUDY, "options", "groups", "combine"));
        DropName name = name(body);
        ObjectNode document = body.json().deepCopy();
        document.remove(STUDY);
        StudyFile.of(Overrides.FILE, document);
        StudyKeys study = new StudyKeys(name.text());
        store.put(stack.drops(), study.file(), JsonDocument.MEDIA_TYPE, PutBody.of(JsonDocument.bytes(document)));
        return ApiResponse.json(ACCEPTED,
                JsonNodeFactory.instance.objectNode().put(STUDY, study.name()).put("results", study.results().prefix()));
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
}
