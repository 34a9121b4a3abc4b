package io.github.fixationheatmap.read.aoi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * LabelMe (github.com/wkentaro/labelme). A circle is given by its centre and a point on its rim, a rectangle by two opposite corners. A
 * shape without a type, as old versions write it, is a polygon.
 */
final class LabelMeAois implements AoiFormat {

    private static final String POLYGON = "polygon";
    private static final String WIDTH = "imageWidth";
    private static final String HEIGHT = "imageHeight";

    private final List<ParsedAoi> areas = new ArrayList<>();
    private final Map<String, JsonValue> size = new HashMap<>();

    @Override
    public String title() {
        return "LabelMe (\"shapes\")";
    }

    @Override
    public String areasMember() {
        return "shapes";
    }

    @Override
    public Set<String> otherMembers() {
        return Set.of(WIDTH, HEIGHT);
    }

    @Override
    public void readArea(JsonValue area) {
        areas.add(ParsedAoi.of(area, area.get("label").name(), shape(area)));
    }

    private static AoiShape shape(JsonValue area) {
        JsonValue points = area.get("points");
        String type = area.find("shape_type").map(JsonValue::name).orElse(POLYGON);
        return switch (type) {
            case POLYGON, "oriented_rectangle" -> new AoiShape.Rings(List.of(AoiShape.ringOfPairs(points)));
            case "rectangle" -> {
                List<JsonValue> corners = twoPoints(points);
                yield AoiShape.box(points, AoiShape.point(corners.get(0)), AoiShape.point(corners.get(1)));
            }
            case "circle" -> {
                List<JsonValue> centerAndRim = twoPoints(points);
                double[] center = AoiShape.point(centerAndRim.get(0));
                double[] rim = AoiShape.point(centerAndRim.get(1));
                double radius = Math.hypot(rim[0] - center[0], rim[1] - center[1]);
                yield AoiShape.oval(points, center[0], center[1], radius, radius);
            }
            default -> throw area.get("shape_type").bad("polygon, rectangle or circle: a shape with an inside");
        };
    }

    private static List<JsonValue> twoPoints(JsonValue points) {
        if (points.items().size() != 2) {
            throw points.bad("two points");
        }
        return points.items();
    }

    @Override
    public void readMember(String name, JsonValue value) {
        size.put(name, value);
    }

    @Override
    public void addAreas(JsonValue root, CoordinateMapping image, AoiSetBuilder builder) {
        CoordinateMapping mapping = image.scaledFrom(root, Optional.ofNullable(size.get(WIDTH)), Optional.ofNullable(size.get(HEIGHT)));
        areas.forEach(parsed -> builder.add(parsed, mapping));
    }
}
