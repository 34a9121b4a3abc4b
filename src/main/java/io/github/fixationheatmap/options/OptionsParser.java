package io.github.fixationheatmap.options;

import static io.github.fixationheatmap.options.HeatmapOption.SCALE;
import static io.github.fixationheatmap.options.HeatmapOption.SIGMA_DEGREES;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads options from JSON, each on its own: an option that is not named keeps its value.
 *
 * @param file the name of the file that they stand in, for problems
 * @param pointer the JSON pointer of the object that holds them
 */
public record OptionsParser(String file, String pointer) {

    private static final String NAMES = Arrays.stream(HeatmapOption.values()).map(HeatmapOption::id).collect(Collectors.joining(", "));

    /**
     * {@code base} with every option that {@code json} names. Null gives the default back, where an option may be null.
     *
     * @param defaults the options that hold where nothing is chosen
     * @throws io.github.fixationheatmap.problem.ProblemException if a name is unknown or a value is wrong
     */
    public HeatmapOptions parse(JsonNode json, HeatmapOptions base, HeatmapOptions defaults) {
        if (!json.isObject()) {
            throw new OptionValue(file, pointer, json).bad("an object with any of " + NAMES);
        }
        if (json.hasNonNull(SCALE.id()) && json.hasNonNull(SIGMA_DEGREES.id())) {
            throw new OptionValue(file, pointer + "/" + SIGMA_DEGREES.id(), json.get(SIGMA_DEGREES.id()))
                    .bad("either " + SCALE.id() + " or " + SIGMA_DEGREES.id() + ", not both");
        }
        HeatmapOptions options = base;
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            HeatmapOption option = HeatmapOption.of(field.getKey()).orElseThrow(() -> new Problem(ProblemType.BAD_OPTION,
                    new Location.Pointer(file, pointer), field.getKey(), "one of the options " + NAMES).asException());
            if (option == SCALE && field.getValue().isNull() && json.hasNonNull(SIGMA_DEGREES.id())) {
                // As manifests have it where sigmaDegrees is in place of scale.
                continue;
            }
            options = option.parse(new OptionValue(file, pointer + "/" + option.id(), field.getValue()), options, defaults);
        }
        return options;
    }
}
