package io.github.fixationheatmap.aoifile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Areas written by hand, as {@code aois.schema.json} describes them. */
final class HandDrawnAois implements AoiFormat {

    private static final String UNIT = "unit";
    private static final List<String> SHAPES = List.of("polygon", "rectangle", "ellipse", "mask");
    private static final Set<String> REST = Set.of("name", "id", "labels", "color", "description", UNIT);

    /** What coordinates are. */
    private enum Unit {
        PX,
        NORMALIZED;

        Frame of(Frame image) {
            return this == PX ? image : image.normalized();
        }
    }

    private record Drawn(Sketch sketch, Optional<Unit> unit) {}

    private final Masks masks;
    private final List<Drawn> areas = new ArrayList<>();
    private Optional<Value> unit = Optional.empty();

    HandDrawnAois(Masks masks) {
        this.masks = masks;
    }

    @Override
    public String title() {
        return "by hand (\"aois\")";
    }

    @Override
    public String areas() {
        return "aois";
    }

    @Override
    public Set<String> others() {
        return Set.of(UNIT);
    }

    @Override
    public void area(Value area) {
        String name = area.get("name").name();
        checkMembers(area);
        Optional<String> id = area.find("id").map(Value::name);
        areas.add(new Drawn(Sketch.of(area, id, name, labels(area, name), shape(area)), area.find(UNIT).map(HandDrawnAois::unit)));
    }

    /** A misspelt "labels" would otherwise be lost without a word. */
    private static void checkMembers(Value area) {
        for (Map.Entry<String, ?> member : area.node().properties()) {
            if (!SHAPES.contains(member.getKey()) && !REST.contains(member.getKey())) {
                throw area.find(member.getKey()).orElse(area)
                        .bad("no such member, but name, id, labels, color, description, unit and one of "
                        + String.join(", ", SHAPES));
            }
        }
    }

    private static List<String> labels(Value area, String name) {
        Optional<Value> labels = area.find("labels");
        if (labels.isEmpty()) {
            return List.of(name);
        }
        List<String> texts = labels.get().items().stream().map(Value::name).toList();
        if (texts.isEmpty() || texts.stream().distinct().count() != texts.size()) {
            throw labels.get().bad("at least one label, and each once");
        }
        return texts;
    }

    private Shape shape(Value area) {
        List<String> kinds = SHAPES.stream().filter(s -> area.find(s).isPresent()).toList();
        if (kinds.size() != 1) {
            throw area.bad("exactly one of " + String.join(", ", SHAPES) + (kinds.isEmpty() ? "" : ", not " + String.join(" and ", kinds)));
        }
        Value shape = area.get(kinds.get(0));
        return switch (kinds.get(0)) {
            case "polygon" -> polygon(shape);
            case "rectangle" -> rectangle(shape);
            case "ellipse" -> ellipse(shape);
            default -> masks.ofDataUrl(shape);
        };
    }

    private static Shape rectangle(Value shape) {
        double x = shape.get("x").number();
        double y = shape.get("y").number();
        double width = shape.get("width").number();
        double height = shape.get("height").number();
        if (!(width > 0 && height > 0)) {
            throw shape.bad("a width and a height above 0");
        }
        return Shapes.box(shape, new double[] {x, y}, new double[] {x + width, y + height});
    }

    private static Shape ellipse(Value shape) {
        double x = shape.get("cx").number();
        double y = shape.get("cy").number();
        return Shapes.oval(shape, x, y, shape.get("rx").number(), shape.get("ry").number());
    }

    /** A list of points, or a list of rings: told by whether the first thing in the first thing is a list again. */
    private static Shape polygon(Value polygon) {
        List<Value> items = polygon.items();
        boolean rings = !items.isEmpty() && items.get(0).node().path(0).isArray();
        return rings ? Shapes.rings(polygon, Shapes::ofPairs) : new Shape.Rings(List.of(Shapes.ofPairs(polygon)));
    }

    private static Unit unit(Value value) {
        return switch (value.node().asText()) {
            case "px" -> Unit.PX;
            case "normalized" -> Unit.NORMALIZED;
            default -> throw value.bad("\"px\" or \"normalized\"");
        };
    }

    @Override
    public void other(String name, Value value) {
        unit = Optional.of(value);
    }

    @Override
    public void finish(Value top, Frame image, AoiList to) {
        Unit common = unit.map(HandDrawnAois::unit).orElse(Unit.PX);
        areas.forEach(drawn -> to.add(drawn.sketch(), drawn.unit().orElse(common).of(image)));
    }
}
