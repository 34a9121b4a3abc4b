package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.FigureOptions;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.OptionsParser;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.JsonFile;
import io.github.fixationheatmap.read.export.NamedGroups;
import io.github.fixationheatmap.result.output.Outputs;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code study.json} says: the options of all drops of a study, which a drop's own {@code heatmap.json} overrides; whether exports on
 * one photo are combined; and the groups of their recordings.
 */
public final class StudyFile {

    /** The most bytes of the file. */
    public static final int MAX_BYTES = 1 << 18;

    private static final String OPTIONS = "options";
    private static final String GROUPS = "groups";
    private static final String COMBINE = "combine";

    /** The members that the file may have. */
    private static final List<String> MEMBERS = List.of(OPTIONS, GROUPS, COMBINE);

    private final String name;
    private final ObjectNode json;

    private StudyFile(String name, ObjectNode json) {
        this.name = name;
        this.json = json;
    }

    /**
     * Fetches the file of a study; empty if there is none.
     *
     * @throws ProblemException if it is too long
     */
    static Optional<FetchedObject> fetch(ObjectStore store, String bucket, StudyKeys study) {
        try {
            return store.fetch(bucket, study.file(), MAX_BYTES);
        } catch (ObjectStore.TooLongException tooLong) {
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(StudyKeys.FILE), null, "at most " + MAX_BYTES + " bytes")
                    .asException(tooLong);
        }
    }

    /**
     * Parses the file.
     *
     * @param name its name in problems
     * @throws ProblemException if it is no JSON, has an unknown member or a wrong value; with its place
     */
    public static StudyFile parse(String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(name), bytes.length + " bytes", "at most " + MAX_BYTES
                    + " bytes").asException();
        }
        return of(name, JsonFile.parse(name, bytes));
    }

    /** The same of JSON that was parsed before. */
    public static StudyFile of(String name, JsonNode json) {
        if (!json.isObject()) {
            throw bad(name, "", json.toString(), "an object with any of " + String.join(", ", MEMBERS));
        }
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (!MEMBERS.contains(member.getKey())) {
                throw bad(name, "", member.getKey(), "no other members than " + String.join(", ", MEMBERS));
            }
        }
        if (!json.path(COMBINE).isMissingNode() && !json.path(COMBINE).isBoolean()) {
            throw bad(name, "/" + COMBINE, json.get(COMBINE).toString(), "true or false");
        }
        StudyFile file = new StudyFile(name, json.deepCopy());
        if (!file.combines() && json.hasNonNull(GROUPS)) {
            throw bad(name, "/" + GROUPS, COMBINE + " is false", COMBINE + " true, because groups are compared in combined pictures");
        }
        file.over(HeatmapOptions.PUBLISHED);
        file.groups();
        return file;
    }

    private static ProblemException bad(String name, String pointer, @Nullable String actual, String expected) {
        return new Problem(ProblemType.BAD_VALUE, new Location.Pointer(name, pointer), actual, expected).asException();
    }

    /** Whether exports that show the same photo are combined. */
    public boolean combines() {
        return json.path(COMBINE).asBoolean(true);
    }

    /** The options of the study's drops where a drop sets no others. If exports are combined, they include the output that this needs. */
    public HeatmapOptions over(HeatmapOptions defaults) {
        HeatmapOptions options = own(defaults);
        FigureOptions figures = options.figures();
        return !combines() ? options : options.withFigures(figures.withOutputs(Stream.concat(
                figures.outputs().stream(), Stream.of(ChosenOutput.RECORDING_HISTOGRAMS)).toList()));
    }

    /** The same options with those outputs that bins are enough for: what combined pictures have. */
    static HeatmapOptions ofBins(HeatmapOptions options) {
        FigureOptions figures = options.figures();
        return Outputs.ofBins(options.withFigures(figures.withOutputs(figures.outputs().stream()
                .filter(output -> output != ChosenOutput.RECORDING_HISTOGRAMS).toList())));
    }

    private HeatmapOptions own(HeatmapOptions defaults) {
        JsonNode options = json.path(OPTIONS);
        return options.isMissingNode() ? defaults : new OptionsParser(name, "/" + OPTIONS).parse(options, defaults, defaults);
    }

    /** The groups of the study's recordings. */
    NamedGroups groups() {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        if (json.hasNonNull(GROUPS)) {
            named.set(GROUPS, json.get(GROUPS));
        }
        HeatmapOptions parsed = new OptionsParser(name, "").parse(named, HeatmapOptions.PUBLISHED, HeatmapOptions.PUBLISHED);
        return NamedGroups.of(parsed.groups(), Optional.empty(), pointer -> new Location.Pointer(name, pointer));
    }

    /** The place of an option, by its JSON pointer. */
    Location place(String pointer) {
        return new Location.Pointer(name, "/" + OPTIONS + pointer);
    }

    /** The file as it is. */
    public ObjectNode json() {
        return json.deepCopy();
    }
}
