package io.github.fixationheatmap.laptop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.fixationheatmap.options.HeatmapOption;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of heatmaps as flags: one for each row of {@link HeatmapOption}, and nothing here names any of them. */
final class OptionFlags {

    private static final JsonMapper MAPPER = new JsonMapper();

    private OptionFlags() {}

    /** Adds a flag for each option. */
    static void addTo(CommandSpec command) {
        ObjectNode defaults = JsonNodeFactory.instance.objectNode();
        HeatmapOption.write(defaults, HeatmapOptions.PUBLISHED);
        for (HeatmapOption option : HeatmapOption.values()) {
            JsonNode value = defaults.path(option.id());
            String text = option.description() + (value.isNull() ? "" : "; default " + value.toString().replace("\"", ""));
            command.addOption(OptionSpec.builder(flag(option)).type(String.class).paramLabel("VALUE")
                    .description(text.replace("%", "%%")).build());
        }
    }

    /** {@code aoiColumns} is {@code --aoi-columns}. */
    static String flag(HeatmapOption option) {
        return "--" + option.id().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * What was typed.
     *
     * @throws Refusal if a value is wrong
     */
    static Overrides read(ParseResult typed) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        for (HeatmapOption option : HeatmapOption.values()) {
            String text = typed.matchedOptionValue(flag(option), (String) null);
            if (text != null) {
                options.set(option.id(), value(option, text));
            }
        }
        try {
            return Overrides.parse(options);
        } catch (ProblemException together) {
            throw new Refusal("the flags do not fit together: expected " + together.problem().expected());
        }
    }

    /** A value is written as in {@code heatmap.json}; a text needs no quotes, and a list of texts only commas. */
    private static JsonNode value(HeatmapOption option, String text) {
        return meanings(text).stream().filter(meant -> expected(option, meant).isEmpty()).findFirst()
                .orElseThrow(() -> new Refusal(flag(option) + ": seen \"" + text + "\", expected "
                        // What the option says of a value that is right for none.
                        + expected(option, JsonNodeFactory.instance.objectNode()).orElse("another value")));
    }

    private static Optional<String> expected(HeatmapOption option, JsonNode value) {
        try {
            Overrides.parse(JsonNodeFactory.instance.objectNode().set(option.id(), value));
            return Optional.empty();
        } catch (ProblemException wrong) {
            return Optional.of(wrong.problem().expected());
        }
    }

    private static List<JsonNode> meanings(String text) {
        List<JsonNode> meanings = new ArrayList<>();
        try {
            JsonNode json = MAPPER.readTree(text);
            if (!(json instanceof MissingNode)) {
                meanings.add(json);
            }
        } catch (IOException noJson) {
            // Then it is a text.
        }
        meanings.add(TextNode.valueOf(text));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String part : text.split(",", -1)) {
            list.add(part.strip());
        }
        meanings.add(list);
        return meanings;
    }
}
