package io.github.fixationheatmap.options;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads options from JSON, each on its own: what is not named stays as it was. */
public final class OptionsParser {

    private static final List<String> NAMES =
            List.of("scale", "weight", "normalization", "recordings", "aoiColumns", "background", "timeOrigin", "aoiMetrics");

    private final String file;
    private final String at;

    /**
     * Options whose place problems will name.
     *
     * @param file the name of the file that they stand in
     * @param at the JSON pointer of the object that holds them
     */
    public OptionsParser(String file, String at) {
        this.file = file;
        this.at = at;
    }

    /** {@code base} with everything that {@code json} names. */
    public HeatmapOptions parse(JsonNode json, HeatmapOptions base) {
        if (!json.isObject()) {
            throw bad("", json, "an object with any of " + String.join(", ", NAMES));
        }
        HeatmapOptions options = base;
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            JsonNode value = field.getValue();
            options = switch (field.getKey()) {
                case "scale" -> options.with(scale(value));
                case "weight" -> options.with(oneOf("weight", value, Weight.values(), Weight::id));
                case "normalization" ->
                    options.with(oneOf("normalization", value, Normalization.values(), Normalization::id));
                case "recordings" -> options.with(recordings(value));
                case "aoiColumns" -> options.with(options.aoi().with(oneOf("aoiColumns", value, AoiColumns.values(), AoiColumns::id)));
                case "background" -> options.with(options.aoi().with(background(value)));
                case "timeOrigin" -> options.with(options.aoi().with(oneOf("timeOrigin", value, TimeOrigin.values(), TimeOrigin::id)));
                case "aoiMetrics" -> options.with(options.aoi().with(oneOf("aoiMetrics", value, MetricSet.values(), MetricSet::id)));
                default -> throw new Problem(ProblemType.BAD_OPTION, new Location.Pointer(file, at), field.getKey(),
                        "one of the options " + String.join(", ", NAMES)).asException();
            };
        }
        return options;
    }

    private double scale(JsonNode value) {
        double scale = value.isNumber() ? value.asDouble() : Double.NaN;
        if (!(scale >= HeatmapOptions.MIN_SCALE && scale <= HeatmapOptions.MAX_SCALE)) {
            String expected = "a number from " + HeatmapOptions.MIN_SCALE + " to " + HeatmapOptions.MAX_SCALE;
            throw bad("/scale", value, unquoted(value, expected));
        }
        return scale;
    }

    private Background background(JsonNode value) {
        if (!value.isBoolean()) {
            throw bad("/background", value, unquoted(value, "true or false"));
        }
        return value.asBoolean() ? Background.LISTED : Background.LEFT_OUT;
    }

    /** Of a text, which is shown without its quotes and then looks as it should, it is said that they are what is wrong. */
    private static String unquoted(JsonNode seen, String expected) {
        return seen.isTextual() ? expected + ", not in quotes" : expected;
    }

    private <E> E oneOf(String name, JsonNode value, E[] all, Function<E, String> id) {
        return Stream.of(all).filter(e -> value.isTextual() && id.apply(e).equals(value.asText())).findFirst()
                .orElseThrow(() -> bad("/" + name, value,
                        Stream.of(all).map(e -> "\"" + id.apply(e) + "\"").collect(Collectors.joining(" or "))));
    }

    private Optional<List<String>> recordings(JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isArray() || value.isEmpty()) {
            throw bad("/recordings", value, "a list of at least one recording's id or name, or null for all");
        }
        List<String> recordings = new ArrayList<>();
        for (JsonNode one : value) {
            if (!one.isTextual() || one.asText().isBlank()) {
                throw bad("/recordings/" + recordings.size(), one, "a recording's id or name");
            }
            recordings.add(one.asText());
        }
        return Optional.of(recordings);
    }

    private ProblemException bad(String pointer, JsonNode seen, String expected) {
        return problem(pointer, seen.isTextual() ? seen.asText() : seen.toString(), expected).asException();
    }

    private Problem problem(String pointer, @Nullable String seen, String expected) {
        return new Problem(ProblemType.BAD_OPTION, new Location.Pointer(file, at + pointer), seen, expected);
    }
}
