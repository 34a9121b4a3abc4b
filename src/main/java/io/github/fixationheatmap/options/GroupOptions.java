package io.github.fixationheatmap.options;

import io.github.fixationheatmap.options.ComparisonOptions.Group;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which groups of recordings the options name, and how they are compared.
 *
 * @param groups the recordings of each group, by id or name, in the order of comparison; empty where the options name none
 * @param comparison how they are compared; its own groups are not used
 */
public record GroupOptions(Map<String, List<String>> groups, ComparisonOptions comparison) {

    /** What stands between the names of two groups. */
    public static final String VERSUS = " vs ";

    /** No groups. */
    public static final GroupOptions NONE = new GroupOptions(Map.of(), ComparisonOptions.PUBLISHED);

    /** @throws IllegalArgumentException if there are one or too many groups, or a name breaks the rule */
    public GroupOptions {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        groups.forEach((name, recordings) -> copy.put(name, List.copyOf(recordings)));
        groups = Collections.unmodifiableMap(copy);
        if (groups.size() == 1 || groups.size() > ComparisonOptions.MAX_GROUPS
                || groups.keySet().stream().anyMatch(name -> brokenRule(name).isPresent())) {
            throw new IllegalArgumentException("2 to " + ComparisonOptions.MAX_GROUPS + " groups with names, not " + groups.keySet());
        }
    }

    /** The rule that a text breaks as the name of a group, as the end of "expected ..."; empty if it breaks none. */
    public static Optional<String> brokenRule(String name) {
        return !Group.isName(name) ? Optional.of("a name " + Group.NAME_RULE)
                : name.contains(VERSUS) ? Optional.of("a name without \"" + VERSUS + "\", which stands between two names")
                : Optional.empty();
    }

    /** These options with other groups. */
    public GroupOptions withGroups(Map<String, List<String>> value) {
        return new GroupOptions(value, comparison);
    }

    /** These options with another comparison. */
    public GroupOptions withComparison(ComparisonOptions value) {
        return new GroupOptions(groups, value);
    }
}
