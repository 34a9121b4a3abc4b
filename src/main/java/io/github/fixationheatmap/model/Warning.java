package io.github.fixationheatmap.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that the user should know; manifests list it.
 *
 * @param type a name that stays the same, for programs
 * @param detail a sentence, for people
 */
public record Warning(String type, String detail) {

    /** The details of warnings, by their types, both in the order of the warnings. */
    public static Map<String, List<String>> byType(List<Warning> warnings) {
        return warnings.stream().collect(Collectors.groupingBy(
                Warning::type, LinkedHashMap::new, Collectors.mapping(Warning::detail, Collectors.toList())));
    }
}
