package io.github.fixationheatmap.example;

import io.github.fixationheatmap.model.Fixation.Point;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Areas of interest on the drawn shelf, as a person would write them down. */
public final class ExampleAois {

    /**
     * An object of the shelf, and what it counts for beside its own name.
     *
     * @param object the object
     * @param group the label that it shares with others, or nothing
     */
    private record Area(ShelfObject object, String group) {
        String json() {
            String labels = group.isEmpty() ? "" : ", \"labels\": [\"%s\", \"%s\"]".formatted(object.label(), group);
            return "    {\"name\": \"%s\"%s,\n     %s}".formatted(object.label(), labels, shape(object.outline()));
        }
    }

    private static final List<String> NAMES = List.of("books", "picture", "bottle", "mug", "bowl of oranges", "camera");
    private static final List<String> DRINKS = List.of("bottle", "mug");

    private ExampleAois() {}

    /** The objects that are areas of interest, each known by its label, in the order in which a folder lists their masks. */
    public static List<ShelfObject> objects() {
        return ShelfObject.ALL.stream().filter(o -> NAMES.contains(o.label())).sorted(Comparator.comparing(ShelfObject::label)).toList();
    }

    /** The example's {@code aois.json}. */
    static String withLabels() {
        return json(objects().stream().map(o -> new Area(o, DRINKS.contains(o.label()) ? "drinks" : "")));
    }

    /** The same areas with their names alone, which is all that every format can say. */
    public static String plain() {
        return json(objects().stream().map(o -> new Area(o, "")));
    }

    private static String json(Stream<Area> areas) {
        return areas.map(Area::json).collect(Collectors.joining(",\n", "{\n  \"aois\": [\n", "\n  ]\n}\n"));
    }

    private static String shape(Outline outline) {
        return switch (outline) {
            case Outline.Rectangle r -> "\"rectangle\": {\"x\": %s, \"y\": %s, \"width\": %s, \"height\": %s}".formatted(
                    number(r.x()), number(r.y()), number(r.width()), number(r.height()));
            case Outline.Ellipse e -> "\"ellipse\": {\"cx\": %s, \"cy\": %s, \"rx\": %s, \"ry\": %s}".formatted(
                    number(e.x() + e.width() / 2), number(e.y() + e.height() / 2), number(e.width() / 2), number(e.height() / 2));
            case Outline.Polygon p ->
                "\"polygon\": " + p.corners().stream().map(ExampleAois::pair).collect(Collectors.joining(", ", "[", "]"));
        };
    }

    private static String pair(Point p) {
        return "[" + number(p.x()) + ", " + number(p.y()) + "]";
    }

    /** Without a decimal point where there is nothing behind it. */
    private static String number(double v) {
        return v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v);
    }
}
