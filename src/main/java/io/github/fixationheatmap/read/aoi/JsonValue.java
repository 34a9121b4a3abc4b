package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.model.Names;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value in a JSON file that knows its location, for use in error messages. */
final class JsonValue {

    /** The maximum absolute value of a number: larger than any image, and small enough that products do not overflow. */
    static final double MAX_NUMBER = 1e9;

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

    /** A value at this JSON pointer of the file. */
    static JsonValue at(String file, String pointer, JsonNode node) {
        return new JsonValue(file, null, pointer, node);
    }

    /** Its location as a JSON pointer (RFC 6901). */
    String pointer() {
        return parent == null ? step : parent.pointer() + "/" + step.replace("~", "~0").replace("/", "~1");
    }

    Location location() {
        return new Location.Pointer(file, pointer());
    }

    JsonNode node() {
        return node;
    }

    /** The member of this name; empty if it is missing or null. */
    Optional<JsonValue> find(String name) {
        JsonNode member = node.get(name);
        return member == null || member.isNull() ? Optional.empty() : Optional.of(new JsonValue(file, this, name, member));
    }

    /** The member of this name, which is required. */
    JsonValue get(String name) {
        return find(name).orElseThrow(() -> bad("an object with a member \"" + name + "\""));
    }

    /** A copy without its parent and children, so that these can be garbage-collected. */
    JsonValue detached() {
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

    /** This text as an id, a name or a label: it is not blank, and keeps to the rule of {@link Names}. */
    String name() {
        if (!node.isTextual() || node.asText().isBlank()) {
            throw bad("a text of 1 to " + Names.MAX_CHARS + " characters that is not blank");
        }
        Optional<String> broken = Names.brokenRule(node.asText());
        if (broken.isPresent()) {
            throw bad("a text " + broken.get());
        }
        return node.asText();
    }

    /** This number or text as a key. */
    String key() {
        if (!node.isIntegralNumber() && !node.isTextual()) {
            throw bad("a whole number or a text");
        }
        return node.asText();
    }

    ProblemException bad(String expected) {
        return problem(ProblemType.BAD_AOI, node.isValueNode() ? node.asText() : node.toString(), expected).asException();
    }

    Problem problem(ProblemType type, @Nullable String actual, String expected) {
        return new Problem(type, location(), actual, expected);
    }
}
