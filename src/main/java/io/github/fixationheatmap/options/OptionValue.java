package io.github.fixationheatmap.options;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.model.Names;
import io.github.fixationheatmap.options.HeatmapOptions.Choice;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The value of an option as the user wrote it, and where.
 *
 * @param file the file that it stands in
 * @param pointer where in the file, as a JSON pointer
 * @param json the value
 */
record OptionValue(String file, String pointer, JsonNode json) {

    /** A number between two bounds, both allowed. */
    double number(double min, double max) {
        double number = json.isNumber() ? json.asDouble() : Double.NaN;
        if (!(number >= min && number <= max)) {
            throw bad(unquoted("a number from " + min + " to " + max));
        }
        return number;
    }

    /** A whole number between two bounds, both allowed. */
    int whole(int min, int max) {
        return whole(min, max, ", or null for all");
    }

    /** A whole number between two bounds, both allowed; {@code more} ends the sentence of what is expected. */
    int whole(int min, int max, String more) {
        double number = json.isNumber() ? json.asDouble() : Double.NaN;
        if (!(number >= min && number <= max && number == Math.rint(number))) {
            throw bad(unquoted("a whole number from " + min + " to " + max + more));
        }
        return (int) number;
    }

    /** A member of an object, whose name may have any character. */
    OptionValue member(String name, JsonNode value) {
        return new OptionValue(file, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), value);
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
    <E extends Choice> E oneOf(E[] all) {
        return Stream.of(all).filter(e -> json.isTextual() && e.id().equals(json.asText())).findFirst()
                .orElseThrow(() -> bad(quoted(all, " or ")));
    }

    /** A list of any of some choices, or "all". */
    <E extends Choice> List<E> manyOf(E[] all) {
        if (json.isTextual() && json.asText().equals("all")) {
            return List.of(all);
        }
        if (!json.isArray()) {
            throw bad("a list of any of " + quoted(all, ", ") + ", or \"all\"");
        }
        List<E> chosen = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            chosen.add(new OptionValue(file, pointer + "/" + i, json.get(i)).oneOf(all));
        }
        return chosen;
    }

    private static <E extends Choice> String quoted(E[] all, String separator) {
        return Stream.of(all).map(e -> "\"" + e.id().replace("\t", "\\t") + "\"").collect(Collectors.joining(separator));
    }

    /** A text with at most {@code max} characters that is not blank. */
    String text(int max) {
        String expected = "a text of 1 to " + max + " characters, or null for none";
        String text = name(expected);
        if (text.codePointCount(0, text.length()) > max) {
            throw bad(expected);
        }
        return text;
    }

    /** What {@code read} makes of the value, or nothing for null. */
    <T> Optional<T> orNull(Function<OptionValue, T> read) {
        return json.isNull() ? Optional.empty() : Optional.of(read.apply(this));
    }

    /** A name, by the rule for {@link Names}. */
    String name(String what) {
        if (!json.isTextual() || json.asText().isBlank() || Names.brokenRule(json.asText()).isPresent()) {
            throw bad(what);
        }
        return json.asText();
    }

    /** A list of names. */
    List<String> names(String what) {
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
        return names;
    }

    ProblemException bad(String expected) {
        return bad(json.isTextual() ? json.asText() : json.toString(), expected);
    }

    ProblemException bad(String actual, String expected) {
        return new Problem(ProblemType.BAD_OPTION, new Location.Pointer(file, pointer), actual, expected).asException();
    }
}
