package io.github.fixationheatmap.template;

import java.util.List;

/** Patterns with one star at most, which stands for any text. */
final class Star {

    private Star() {}

    static boolean matches(String pattern, String text) {
        int star = star(pattern);
        return star < 0 ? pattern.equals(text) : text.length() >= pattern.length() - 1
                && text.startsWith(pattern.substring(0, star)) && text.endsWith(pattern.substring(star + 1));
    }

    /** The narrowest pattern that all these texts match; one text is its own. */
    static String narrowest(List<String> texts) {
        String first = texts.getFirst();
        if (texts.stream().allMatch(first::equals)) {
            return first;
        }
        int shortest = texts.stream().mapToInt(String::length).min().orElseThrow();
        int begin = 0;
        while (begin < shortest && same(texts, begin)) {
            begin++;
        }
        int end = 0;
        while (end < shortest - begin && same(texts, -1 - end)) {
            end++;
        }
        return first.substring(0, begin) + "*" + first.substring(first.length() - end);
    }

    /** Whether all have the same character at a place, a negative one counting from the end. */
    private static boolean same(List<String> texts, int at) {
        return texts.stream().mapToInt(t -> t.charAt(at < 0 ? t.length() + at : at)).distinct().count() == 1;
    }

    private static int star(String pattern) {
        int star = pattern.indexOf('*');
        if (star != pattern.lastIndexOf('*') || pattern.indexOf('?') >= 0) {
            throw new IllegalArgumentException("more than one wildcard: " + pattern);
        }
        return star;
    }
}
