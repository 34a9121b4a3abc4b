package io.github.fixationheatmap.read.aoi;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.read.aoi.AoiSetBuilder.AoiWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The format of {@code aois.schema.json}, which people write by hand. */
final class NativeAois implements AoiFormat {

    private static final String UNIT = "unit";
    private static final List<String> SHAPES = List.of("polygon", "rectangle", "ellipse", "mask");
    private static final Set<String> OTHER_MEMBERS = Set.of("name", "id", "labels", "color", "description", UNIT);

    /** The unit of coordinates. */
    private enum Unit {
        PX,
        NORMALIZED;

        CoordinateMapping mapping(CoordinateMapping image) {
            return this == PX ? image : image.normalized();
        }
    }

    /** An area, its own unit, and the unit that its numbers look like. */
    private record AoiWithUnit(ParsedAoi parsed, Optional<Unit> unit, Unit likely) {}

    private final MaskReader masks;
    private final List<AoiWithUnit> areas = new ArrayList<>();
    private Optional<JsonValue> unit = Optional.empty();

    NativeAois(MaskReader masks) {
        this.masks = masks;
    }

    @Override
    public String title() {
        return "by hand (\"aois\")";
    }

    @Override
    public String areasMember() {
        return "aois";
    }

    @Override
    public Set<String> otherMembers() {
        return Set.of(UNIT);
    }

    @Override
    public void readArea(JsonValue area) {
        String name = area.get("name").name();
        checkMembers(area);
        Optional<String> id = area.find("id").map(JsonValue::name);
        Unit likely = SHAPES.stream().anyMatch(s -> areFractions(area.node().path(s))) ? Unit.NORMALIZED : Unit.PX;
        areas.add(new AoiWithUnit(
                ParsedAoi.of(area, id, name, labels(area, name), shape(area)), area.find(UNIT).map(NativeAois::unit), likely));
    }

    private static boolean areFractions(JsonNode shape) {
        if (shape.isNumber()) {
            return shape.asDouble() >= 0 && shape.asDouble() <= 1;
        }
        return !shape.isEmpty() && StreamSupport.stream(shape.spliterator(), false).allMatch(NativeAois::areFractions);
    }

    /** Refuses unknown members: a misspelt "labels" would otherwise be ignored. */
    private static void checkMembers(JsonValue area) {
        for (Map.Entry<String, ?> member : area.node().properties()) {
            if (!SHAPES.contains(member.getKey()) && !OTHER_MEMBERS.contains(member.getKey())) {
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
        return AoiShape.box(shape, new double[] {x, y}, new double[] {x + width, y + height});
    }

    private static AoiShape ellipse(JsonValue shape) {
        double x = shape.get("cx").number();
        double y = shape.get("cy").number();
        return AoiShape.oval(shape, x, y, shape.get("rx").number(), shape.get("ry").number());
    }

    /** A list of points, or a list of rings if the first element of the first element is a list. */
    private static AoiShape polygon(JsonValue polygon) {
        List<JsonValue> items = polygon.items();
        boolean rings = !items.isEmpty() && items.get(0).node().path(0).isArray();
        return rings ? AoiShape.rings(polygon, AoiShape::ringOfPairs)
                : new AoiShape.Rings(List.of(AoiShape.ringOfPairs(polygon)));
    }

    private static Unit unit(JsonValue value) {
        return switch (value.node().asText()) {
            case "px" -> Unit.PX;
            case "normalized" -> Unit.NORMALIZED;
            default -> throw value.bad("\"px\" or \"normalized\"");
        };
    }

    @Override
    public void readMember(String name, JsonValue value) {
        unit = Optional.of(value);
    }

    @Override
    public void addAreas(JsonValue root, CoordinateMapping image, AoiSetBuilder builder) {
        Unit common = unit.map(NativeAois::unit).orElse(Unit.PX);
        for (AoiWithUnit aoi : areas) {
            Unit stated = aoi.unit().orElse(common);
            builder.add(aoi.parsed(), stated.mapping(image));
            if (stated == Unit.PX && aoi.likely() == Unit.NORMALIZED) {
                builder.warn(AoiWarning.UNIT, aoi.parsed().name());
            }
        }
    }
}
