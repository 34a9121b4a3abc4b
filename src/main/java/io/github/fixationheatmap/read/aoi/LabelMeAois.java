package io.github.fixationheatmap.read.aoi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * LabelMe (github.com/wkentaro/labelme): a circle is its centre and a point on its rim, a rectangle two opposite corners, and a shape
 * without a type, as old versions wrote it, a polygon.
 */
final class LabelMeAois implements AoiFormat {

    private static final String POLYGON = "polygon";
    private static final String WIDTH = "imageWidth";
    private static final String HEIGHT = "imageHeight";

    private final List<ParsedAoi> sketches = new ArrayList<>();
    private final Map<String, JsonValue> size = new HashMap<>();

    @Override
    public String title() {
        return "LabelMe (\"shapes\")";
    }

    @Override
    public String areas() {
        return "shapes";
    }

    @Override
    public Set<String> others() {
        return Set.of(WIDTH, HEIGHT);
    }

    @Override
    public void area(JsonValue area) {
        sketches.add(ParsedAoi.named(area, area.get("label").name(), shape(area)));
    }

    private static AoiShape shape(JsonValue area) {
        JsonValue points = area.get("points");
        String type = area.find("shape_type").map(JsonValue::name).orElse(POLYGON);
        return switch (type) {
            case POLYGON, "oriented_rectangle" -> new AoiShape.Rings(List.of(AoiShapeReader.ofPairs(points)));
            case "rectangle" -> {
                List<JsonValue> corners = two(points);
                yield AoiShapeReader.box(points, AoiShapeReader.pair(corners.get(0)), AoiShapeReader.pair(corners.get(1)));
            }
            case "circle" -> {
                List<JsonValue> centerAndRim = two(points);
                double[] center = AoiShapeReader.pair(centerAndRim.get(0));
                double[] rim = AoiShapeReader.pair(centerAndRim.get(1));
                double radius = Math.hypot(rim[0] - center[0], rim[1] - center[1]);
                yield AoiShapeReader.oval(points, center[0], center[1], radius, radius);
            }
            default -> throw area.get("shape_type").bad("polygon, rectangle or circle: a shape with an inside");
        };
    }

    private static List<JsonValue> two(JsonValue points) {
        if (points.items().size() != 2) {
            throw points.bad("two points");
        }
        return points.items();
    }

    @Override
    public void other(String name, JsonValue value) {
        size.put(name, value);
    }

    @Override
    public void finish(JsonValue top, CoordinateMapping image, AoiList to) {
        CoordinateMapping frame = image.drawnAt(top, Optional.ofNullable(size.get(WIDTH)), Optional.ofNullable(size.get(HEIGHT)));
        sketches.forEach(sketch -> to.add(sketch, frame));
    }
}
