package io.github.fixationheatmap.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.problem.Location;
import java.math.BigDecimal;
import java.util.TreeMap;

/** Options of a request, each of which overrides that option of the drop. All values are valid. */
public final class Overrides {

    /** The name of the request in the locations of problems. */
    public static final String FILE = "request";

    /** Where in a request its options stand, as a JSON pointer. */
    public static final String POINTER = "/options";

    private final ObjectNode options;

    private Overrides(ObjectNode options) {
        this.options = options;
    }

    /** No overrides: the drop's own options hold. */
    public static Overrides none() {
        return new Overrides(JsonNodeFactory.instance.objectNode());
    }

    /**
     * The options of a request.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if a name is unknown or a value is wrong, with its JSON pointer
     */
    public static Overrides parse(JsonNode json) {
        parser().parse(json, HeatmapOptions.PUBLISHED, HeatmapOptions.PUBLISHED);
        return new Overrides((ObjectNode) canonical(json));
    }

    private static OptionsParser parser() {
        return new OptionsParser(FILE, POINTER);
    }

    /**
     * {@code base} with these options.
     *
     * @param defaults the options that hold where nothing is chosen
     */
    public HeatmapOptions over(HeatmapOptions base, HeatmapOptions defaults) {
        return parser().parse(options, base, defaults);
    }

    /** Whether these options include the one that a JSON pointer leads to, or into. */
    public boolean names(String pointer) {
        return options.has(pointer.split("/", -1)[1]);
    }

    /** The location of such an option. */
    public Location location(String pointer) {
        return new Location.Pointer(FILE, POINTER + pointer);
    }

    /**
     * The canonical form: names in order, numbers as the doubles that a run uses, without trailing zeros. Equal options have equal forms.
     */
    public ObjectNode canonical() {
        return options.deepCopy();
    }

    private static JsonNode canonical(JsonNode json) {
        if (json.isObject()) {
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            json.properties().forEach(f -> fields.put(f.getKey(), f.getValue()));
            // Groups are compared in their order.
            fields.forEach((name, value) -> sorted.set(name, name.equals(HeatmapOption.GROUPS.id()) ? value : canonical(value)));
            return sorted;
        }
        if (json.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            json.forEach(value -> array.add(canonical(value)));
            return array;
        }
        if (json.isNumber()) {
            BigDecimal number = BigDecimal.valueOf(json.asDouble()).stripTrailingZeros();
            return JsonNodeFactory.instance.numberNode(number.scale() < 0 ? number.setScale(0) : number);
        }
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Overrides o && options.equals(o.options);
    }

    @Override
    public int hashCode() {
        return options.hashCode();
    }

    @Override
    public String toString() {
        return options.toString();
    }
}
