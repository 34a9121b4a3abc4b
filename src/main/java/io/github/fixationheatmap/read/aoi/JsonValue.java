package io.github.fixationheatmap.read.aoi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value in a JSON file that knows where it stands, so that whoever finds it wrong can say so. */
final class JsonValue {

    /** More than any picture has, and little enough that no product of two such numbers overflows. */
    static final double MAX_NUMBER = 1e9;

    static final int MAX_NAME = 1_000;

    private final String file;
    private final @Nullable JsonValue parent;
    private final String step;
    private final JsonNode node;

    private JsonValue(String file, @Nullable JsonValue parent, String step, JsonNode node) {
        this.file = file;
        this.parent = parent;
        this.step = step;
        this.node = node;
    }

    /** A value that stands at this JSON pointer of the file. */
    static JsonValue at(String file, String pointer, JsonNode node) {
        return new JsonValue(file, null, pointer, node);
    }

    /** Where it stands, as a JSON pointer (RFC 6901). */
    String pointer() {
        return parent == null ? step : parent.pointer() + "/" + step.replace("~", "~0").replace("/", "~1");
    }

    Location place() {
        return new Location.Pointer(file, pointer());
    }

    JsonNode node() {
        return node;
    }

    /** The member of this name; one that is null counts as none. */
    Optional<JsonValue> find(String name) {
        JsonNode member = node.get(name);
        return member == null || member.isNull() ? Optional.empty() : Optional.of(new JsonValue(file, this, name, member));
    }

    /** The member of this name, which has to be there. */
    JsonValue get(String name) {
        return find(name).orElseThrow(() -> bad("an object with a member \"" + name + "\""));
    }

    /** The value by itself, without what it lies in, nor what lies in it: all that is kept of a value that was read. */
    JsonValue alone() {
        return new JsonValue(file, null, pointer(), node.isContainerNode() ? MissingNode.getInstance() : node);
    }

    boolean isEmptyList() {
        return node.isArray() && node.isEmpty();
    }

    /** The elements of this list. */
    List<JsonValue> items() {
        if (!node.isArray()) {
            throw bad("a list");
        }
        List<JsonValue> items = new ArrayList<>(node.size());
        for (JsonNode item : node) {
            items.add(new JsonValue(file, this, Integer.toString(items.size()), item));
        }
        return items;
    }

    double number() {
        double number = node.isNumber() ? node.asDouble() : Double.NaN;
        if (!(Math.abs(number) <= MAX_NUMBER)) {
            throw bad("a number from -1000000000 to 1000000000");
        }
        return number;
    }

    /** A text that names something. */
    String name() {
        if (!node.isTextual() || node.asText().isBlank() || node.asText().length() > MAX_NAME) {
            throw bad("a text of 1 to " + MAX_NAME + " characters that is not blank");
        }
        return node.asText();
    }

    /** A number or a text by which something else is found. */
    String key() {
        if (!node.isIntegralNumber() && !node.isTextual()) {
            throw bad("a whole number or a text");
        }
        return node.asText();
    }

    ProblemException bad(String expected) {
        return problem(ProblemType.BAD_AOI, node.isValueNode() ? node.asText() : node.toString(), expected).asException();
    }

    Problem problem(ProblemType type, @Nullable String seen, String expected) {
        return new Problem(type, place(), seen, expected);
    }
}
