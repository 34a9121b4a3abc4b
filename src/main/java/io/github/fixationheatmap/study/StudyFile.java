package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.OptionsParser;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.JsonFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code study.json} says: the options of all drops of a study. A drop's own {@code heatmap.json} overrides them. */
public final class StudyFile {

    /** The most bytes of the file. */
    public static final int MAX_BYTES = 1 << 18;

    private static final String OPTIONS = "options";

    /** The members that the file may have. */
    private static final List<String> MEMBERS = List.of(OPTIONS);

    private final OptionsParser parser;
    private final ObjectNode options;

    private StudyFile(OptionsParser parser, ObjectNode options) {
        this.parser = parser;
        this.options = options;
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
        OptionsParser parser = new OptionsParser(name, "/" + OPTIONS);
        JsonNode options = json.path(OPTIONS);
        if (options.isMissingNode()) {
            return new StudyFile(parser, JsonNodeFactory.instance.objectNode());
        }
        parser.parse(options, HeatmapOptions.PUBLISHED, HeatmapOptions.PUBLISHED);
        return new StudyFile(parser, options.deepCopy());
    }

    private static ProblemException bad(String name, String pointer, @Nullable String actual, String expected) {
        return new Problem(ProblemType.BAD_VALUE, new Location.Pointer(name, pointer), actual, expected).asException();
    }

    /** The options of the study's drops where a drop sets no others. */
    public HeatmapOptions over(HeatmapOptions defaults) {
        return parser.parse(options, defaults, defaults);
    }

    /** The options as the file has them. */
    public ObjectNode options() {
        return options.deepCopy();
    }
}
