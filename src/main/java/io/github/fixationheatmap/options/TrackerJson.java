package io.github.fixationheatmap.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.options.HeatmapOptions.Choice;
import io.github.fixationheatmap.options.LayoutOption.Decimal;
import io.github.fixationheatmap.options.LayoutOption.Delimiter;
import io.github.fixationheatmap.options.LayoutOption.Field;
import io.github.fixationheatmap.options.LayoutOption.Origin;
import io.github.fixationheatmap.options.LayoutOption.PlaceUnit;
import io.github.fixationheatmap.options.LayoutOption.Take;
import io.github.fixationheatmap.options.LayoutOption.TimeUnit;
import io.github.fixationheatmap.options.TrackerOptions.Placement;
import io.github.fixationheatmap.options.TrackerOptions.ScreenSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads and writes {@link TrackerOptions} as JSON. */
final class TrackerJson {

    private static final String UNIT = "unit";
    private static final String ORIGIN = "origin";
    private static final String TIME = "time";
    private static final String WHERE = "where";
    private static final String FIXATION_PER = "fixationPer";
    private static final String TAKE = "take";
    private static final String DELIMITER = "delimiter";
    private static final String DECIMAL = "decimal";
    private static final List<String> LAYOUT = Stream.concat(Arrays.stream(Field.values()).map(Field::id),
            Stream.of(UNIT, ORIGIN, TIME, WHERE, FIXATION_PER, TAKE, DELIMITER, DECIMAL)).toList();

    private static final String COLUMN = "the name of a column";
    private static final double MAX_PLACE = 1_000_000;
    private static final List<String> RECTANGLE = List.of("x", "y", "width", "height");
    private static final List<String> SIZE = List.of("width", "height");

    private TrackerJson() {}

    /** A layout. */
    static LayoutOption layout(OptionValue value) {
        checkMembers(value, LAYOUT, "an object with any of " + String.join(", ", LAYOUT) + ", or null");
        Map<Field, String> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            member(value, field.id()).ifPresent(v -> columns.put(field, v.name(COLUMN)));
        }
        return new LayoutOption(columns, choice(value, UNIT, PlaceUnit.values()), choice(value, ORIGIN, Origin.values()),
                choice(value, TIME, TimeUnit.values()), member(value, WHERE).map(TrackerJson::where).orElse(Map.of()),
                member(value, FIXATION_PER).map(TrackerJson::columns).orElse(List.of()), choice(value, TAKE, Take.values()),
                choice(value, DELIMITER, Delimiter.values()), choice(value, DECIMAL, Decimal.values()));
    }

    private static Optional<OptionValue> member(OptionValue value, String name) {
        return Optional.ofNullable(value.json().get(name)).map(json -> new OptionValue(value.file(), value.pointer() + "/" + name, json));
    }

    private static void checkMembers(OptionValue value, List<String> names, String expected) {
        if (!value.json().isObject()) {
            throw value.bad(expected);
        }
        value.json().fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw value.bad(name, "any of the members " + String.join(", ", names));
            }
        });
    }

    private static <E extends Choice> Optional<E> choice(OptionValue value, String name, E[] all) {
        return member(value, name).map(v -> v.oneOf(all));
    }

    private static Map<String, String> where(OptionValue value) {
        String expected = "an object with 1 to " + LayoutOption.MAX_COLUMNS + " columns and the value that rows must have in each";
        if (!value.json().isObject() || value.json().isEmpty() || value.json().size() > LayoutOption.MAX_COLUMNS) {
            throw value.bad(expected);
        }
        Map<String, String> where = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : value.json().properties()) {
            if (!each.getValue().isValueNode() || each.getValue().isNull()) {
                throw value.bad(expected);
            }
            where.put(each.getKey(), each.getValue().asText());
        }
        return where;
    }

    private static List<String> columns(OptionValue value) {
        String expected = "a list of 1 to " + LayoutOption.MAX_COLUMNS + " names of columns";
        if (!value.json().isArray() || value.json().isEmpty() || value.json().size() > LayoutOption.MAX_COLUMNS) {
            throw value.bad(expected);
        }
        List<String> names = new ArrayList<>();
        value.json().forEach(each -> names.add(
                new OptionValue(value.file(), value.pointer() + "/" + names.size(), each).name(COLUMN)));
        return names;
    }

    /** A place on the screen. */
    static Placement placement(OptionValue value) {
        String expected = "\"screen\", \"center\", an object with x, y, width and height in px of the screen, or null";
        if (value.json().isTextual()) {
            return switch (value.json().asText()) {
                case "screen" -> new Placement.Screen();
                case "center" -> new Placement.Center();
                default -> throw value.bad(expected);
            };
        }
        checkMembers(value, RECTANGLE, expected);
        double[] numbers = RECTANGLE.stream().mapToDouble(name -> member(value, name).orElseThrow(() -> value.bad(expected))
                .number(SIZE.contains(name) ? 1 : -MAX_PLACE, MAX_PLACE)).toArray();
        return new Placement.Rectangle(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /** The size of a screen. */
    static ScreenSize screen(OptionValue value) {
        String expected = "an object with width and height in px, or null";
        checkMembers(value, SIZE, expected);
        int[] numbers = SIZE.stream().mapToInt(name -> member(value, name).orElseThrow(() -> value.bad(expected))
                .whole(1, ScreenSize.MAX, "")).toArray();
        return new ScreenSize(numbers[0], numbers[1]);
    }

    static void write(ObjectNode json, LayoutOption layout) {
        layout.columns().forEach((field, column) -> json.put(field.id(), column));
        put(json, UNIT, layout.unit());
        put(json, ORIGIN, layout.origin());
        put(json, TIME, layout.time());
        if (!layout.where().isEmpty()) {
            layout.where().forEach(json.putObject(WHERE)::put);
        }
        if (!layout.fixationPer().isEmpty()) {
            ArrayNode columns = json.putArray(FIXATION_PER);
            layout.fixationPer().forEach(columns::add);
        }
        put(json, TAKE, layout.take());
        put(json, DELIMITER, layout.delimiter());
        put(json, DECIMAL, layout.decimal());
    }

    private static void put(ObjectNode json, String name, Optional<? extends Choice> choice) {
        choice.ifPresent(c -> json.put(name, c.id()));
    }

    /** Writes a placement as a member of an object. */
    static void write(ObjectNode json, String name, Placement placement) {
        switch (placement) {
            case Placement.Screen s -> json.put(name, "screen");
            case Placement.Center c -> json.put(name, "center");
            case Placement.Rectangle r ->
                json.putObject(name).put("x", r.x()).put("y", r.y()).put("width", r.width()).put("height", r.height());
        }
    }
}
