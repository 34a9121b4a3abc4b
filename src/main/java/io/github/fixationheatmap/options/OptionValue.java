package io.github.fixationheatmap.options;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The value of an option as its owner wrote it, and where.
 *
 * @param file the file that it stands in
 * @param pointer where in the file, as a JSON pointer
 * @param json the value
 */
record OptionValue(String file, String pointer, JsonNode json) {

    /** The text that chooses all that there are. */
    static final String ALL = "all";

    /** A number between two bounds, both allowed. */
    double number(double min, double max) {
        double number = json.isNumber() ? json.asDouble() : Double.NaN;
        if (!(number >= min && number <= max)) {
            throw bad(unquoted("a number from " + min + " to " + max));
        }
        return number;
    }

    /** A number between two bounds, both allowed, or nothing for null. */
    OptionalDouble numberOrNull(double min, double max) {
        return json.isNull() ? OptionalDouble.empty() : OptionalDouble.of(number(min, max));
    }

    /** A whole number between two bounds, both allowed, or nothing for null. */
    OptionalInt wholeOrNull(int min, int max) {
        if (json.isNull()) {
            return OptionalInt.empty();
        }
        double number = json.isNumber() ? json.asDouble() : Double.NaN;
        if (!(number >= min && number <= max && number == Math.rint(number))) {
            throw bad(unquoted("a whole number from " + min + " to " + max + ", or null for all"));
        }
        return OptionalInt.of((int) number);
    }

    /** True or false. */
    boolean flag() {
        if (!json.isBoolean()) {
            throw bad(unquoted("true or false"));
        }
        return json.asBoolean();
    }

    /** A quoted value is shown without its quotes and then looks right: the message says that the quotes are wrong. */
    private String unquoted(String expected) {
        return json.isTextual() ? expected + ", not in quotes" : expected;
    }

    /** One of some choices. */
    <E> E oneOf(E[] all, Function<E, String> id) {
        return Stream.of(all).filter(e -> json.isTextual() && id.apply(e).equals(json.asText())).findFirst()
                .orElseThrow(() -> bad(quoted(all, id, " or ")));
    }

    /** A list of any of some choices, or "all". */
    <E> List<E> manyOf(E[] all, Function<E, String> id) {
        if (json.isTextual() && json.asText().equals(ALL)) {
            return List.of(all);
        }
        if (!json.isArray()) {
            throw bad("a list of any of " + quoted(all, id, ", ") + ", or \"" + ALL + "\"");
        }
        List<E> chosen = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            chosen.add(new OptionValue(file, pointer + "/" + i, json.get(i)).oneOf(all, id));
        }
        return chosen;
    }

    /** A text with at most {@code max} characters that is not blank, or nothing for null. */
    Optional<String> text(int max) {
        if (json.isNull()) {
            return Optional.empty();
        }
        String text = json.asText();
        if (!json.isTextual() || text.isBlank() || text.codePointCount(0, text.length()) > max) {
            throw bad("a text of 1 to " + max + " characters, or null for none");
        }
        return Optional.of(text);
    }

    private static <E> String quoted(E[] all, Function<E, String> id, String separator) {
        return Stream.of(all).map(e -> "\"" + id.apply(e) + "\"").collect(Collectors.joining(separator));
    }

    /** A list of names, or nothing for null. */
    Optional<List<String>> names(String what) {
        if (json.isNull()) {
            return Optional.empty();
        }
        if (!json.isArray() || json.isEmpty()) {
            throw bad("a list of at least one recording's id or name, or null for all");
        }
        List<String> names = new ArrayList<>();
        for (JsonNode one : json) {
            if (!one.isTextual() || one.asText().isBlank()) {
                throw new OptionValue(file, pointer + "/" + names.size(), one).bad(what);
            }
            names.add(one.asText());
        }
        return Optional.of(names);
    }

    ProblemException bad(String expected) {
        return new Problem(ProblemType.BAD_OPTION, new Location.Pointer(file, pointer), json.isTextual() ? json.asText() : json.toString(),
                expected).asException();
    }
}
