package io.github.fixationheatmap.read.aoi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Areas written by hand, as {@code aois.schema.json} describes them. */
final class NativeAois implements AoiFormat {

    private static final String UNIT = "unit";
    private static final List<String> SHAPES = List.of("polygon", "rectangle", "ellipse", "mask");
    private static final Set<String> REST = Set.of("name", "id", "labels", "color", "description", UNIT);

    /** What coordinates are. */
    private enum Unit {
        PX,
        NORMALIZED;

        CoordinateMapping of(CoordinateMapping image) {
            return this == PX ? image : image.normalized();
        }
    }

    private record Drawn(ParsedAoi sketch, Optional<Unit> unit) {}

    private final MaskAois masks;
    private final List<Drawn> areas = new ArrayList<>();
    private Optional<JsonValue> unit = Optional.empty();

    NativeAois(MaskAois masks) {
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
    public void area(JsonValue area) {
        String name = area.get("name").name();
        checkMembers(area);
        Optional<String> id = area.find("id").map(JsonValue::name);
        areas.add(new Drawn(ParsedAoi.of(area, id, name, labels(area, name), shape(area)), area.find(UNIT).map(NativeAois::unit)));
    }

    /** A misspelt "labels" would otherwise be lost without a word. */
    private static void checkMembers(JsonValue area) {
        for (Map.Entry<String, ?> member : area.node().properties()) {
            if (!SHAPES.contains(member.getKey()) && !REST.contains(member.getKey())) {
                throw area.find(member.getKey()).orElse(area)
                        .bad("no such member, but name, id, labels, color, description, unit and one of "
                        + String.join(", ", SHAPES));
            }
        }
    }

    private static List<String> labels(JsonValue area, String name) {
        Optional<JsonValue> labels = area.find("labels");
        if (labels.isEmpty()) {
            return List.of(name);
        }
        List<String> texts = labels.get().items().stream().map(JsonValue::name).toList();
        if (texts.isEmpty() || texts.stream().distinct().count() != texts.size()) {
            throw labels.get().bad("at least one label, and each once");
        }
        return texts;
    }

    private AoiShape shape(JsonValue area) {
        List<String> kinds = SHAPES.stream().filter(s -> area.find(s).isPresent()).toList();
        if (kinds.size() != 1) {
            throw area.bad("exactly one of " + String.join(", ", SHAPES) + (kinds.isEmpty() ? "" : ", not " + String.join(" and ", kinds)));
        }
        JsonValue shape = area.get(kinds.get(0));
        return switch (kinds.get(0)) {
            case "polygon" -> polygon(shape);
            case "rectangle" -> rectangle(shape);
            case "ellipse" -> ellipse(shape);
            default -> masks.ofDataUrl(shape);
        };
    }

    private static AoiShape rectangle(JsonValue shape) {
        double x = shape.get("x").number();
        double y = shape.get("y").number();
        double width = shape.get("width").number();
        double height = shape.get("height").number();
        if (!(width > 0 && height > 0)) {
            throw shape.bad("a width and a height above 0");
        }
        return AoiShapeReader.box(shape, new double[] {x, y}, new double[] {x + width, y + height});
    }

    private static AoiShape ellipse(JsonValue shape) {
        double x = shape.get("cx").number();
        double y = shape.get("cy").number();
        return AoiShapeReader.oval(shape, x, y, shape.get("rx").number(), shape.get("ry").number());
    }

    /** A list of points, or a list of rings: told by whether the first thing in the first thing is a list again. */
    private static AoiShape polygon(JsonValue polygon) {
        List<JsonValue> items = polygon.items();
        boolean rings = !items.isEmpty() && items.get(0).node().path(0).isArray();
        return rings ? AoiShapeReader.rings(polygon, AoiShapeReader::ofPairs)
                : new AoiShape.Rings(List.of(AoiShapeReader.ofPairs(polygon)));
    }

    private static Unit unit(JsonValue value) {
        return switch (value.node().asText()) {
            case "px" -> Unit.PX;
            case "normalized" -> Unit.NORMALIZED;
            default -> throw value.bad("\"px\" or \"normalized\"");
        };
    }

    @Override
    public void other(String name, JsonValue value) {
        unit = Optional.of(value);
    }

    @Override
    public void finish(JsonValue top, CoordinateMapping image, AoiList to) {
        Unit common = unit.map(NativeAois::unit).orElse(Unit.PX);
        areas.forEach(drawn -> to.add(drawn.sketch(), drawn.unit().orElse(common).of(image)));
    }
}
