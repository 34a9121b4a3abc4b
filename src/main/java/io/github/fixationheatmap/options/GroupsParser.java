package io.github.fixationheatmap.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import io.github.fixationheatmap.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes groups and how they are compared, which are objects. */
final class GroupsParser {

    private static final String DESIGN = "design";
    private static final String CORRECTION = "correction";
    private static final String PERMUTATIONS = "permutations";
    private static final String SEED = "seed";
    private static final String ALPHA = "alpha";
    private static final List<String> COMPARISON = List.of(DESIGN, CORRECTION, PERMUTATIONS, SEED, ALPHA);

    private static final double MIN_ALPHA = 0.0001;
    private static final double MAX_ALPHA = 0.5;

    private GroupsParser() {}

    /** @throws ProblemException if these are no groups */
    static Map<String, List<String>> groups(OptionValue value) {
        JsonNode json = value.json();
        String expected = ComparisonOptions.MIN_GROUPS + " to " + ComparisonOptions.MAX_GROUPS + " groups";
        if (!json.isObject()) {
            throw value.bad("an object of " + expected + ", such as {\"experts\": [\"P01\", \"P02\"], \"novices\": [\"P03\", \"P04\"]},"
                    + " or null for none");
        }
        if (json.size() < ComparisonOptions.MIN_GROUPS || json.size() > ComparisonOptions.MAX_GROUPS) {
            throw value.bad(json.size() == 1 ? "1 group" : json.size() + " groups", expected);
        }
        Map<String, List<String>> groups = new LinkedHashMap<>();
        json.properties().forEach(group -> {
            OptionValue member = value.member(group.getKey(), group.getValue());
            GroupOptions.brokenRule(group.getKey()).ifPresent(rule -> {
                throw member.bad(group.getKey(), rule);
            });
            groups.put(group.getKey(), member.names("a recording's id or name"));
        });
        return groups;
    }

    /** @throws ProblemException if a value is wrong */
    static ComparisonOptions comparison(OptionValue value, ComparisonOptions base) {
        if (!value.json().isObject()) {
            throw value.bad("an object with any of " + String.join(", ", COMPARISON));
        }
        ComparisonOptions options = base;
        for (Map.Entry<String, JsonNode> field : value.json().properties()) {
            OptionValue member = value.member(field.getKey(), field.getValue());
            options = switch (field.getKey()) {
                case DESIGN -> options.withDesign(member.oneOf(Design.values()));
                case CORRECTION -> options.withCorrection(member.oneOf(Correction.values()));
                case PERMUTATIONS -> options.withPermutations(
                        member.whole(1, ComparisonOptions.MAX_PERMUTATIONS, ""));
                case SEED -> options.withSeed(member.whole(0, Integer.MAX_VALUE, ""));
                case ALPHA -> options.withAlpha(member.number(MIN_ALPHA, MAX_ALPHA));
                default -> throw value.bad(field.getKey(), "one of " + String.join(", ", COMPARISON));
            };
        }
        return options;
    }

    static void writeGroups(ObjectNode json, String id, Map<String, List<String>> groups) {
        if (groups.isEmpty()) {
            json.putNull(id);
            return;
        }
        ObjectNode object = json.putObject(id);
        groups.forEach((name, recordings) -> recordings.forEach(object.putArray(name)::add));
    }

    static void writeComparison(ObjectNode json, ComparisonOptions options) {
        json.put(DESIGN, options.design().id()).put(CORRECTION, options.correction().id()).put(PERMUTATIONS, options.permutations())
                .put(SEED, Math.toIntExact(options.seed())).put(ALPHA, options.alpha());
    }
}
