package io.github.fixationheatmap.aoifile;

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

    private final List<Sketch> sketches = new ArrayList<>();
    private final Map<String, Value> size = new HashMap<>();

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
    public void area(Value area) {
        sketches.add(Sketch.named(area, area.get("label").name(), shape(area)));
    }

    private static Shape shape(Value area) {
        Value points = area.get("points");
        String type = area.find("shape_type").map(Value::name).orElse(POLYGON);
        return switch (type) {
            case POLYGON, "oriented_rectangle" -> new Shape.Rings(List.of(Shapes.ofPairs(points)));
            case "rectangle" -> {
                List<Value> corners = two(points);
                yield Shapes.box(points, Shapes.pair(corners.get(0)), Shapes.pair(corners.get(1)));
            }
            case "circle" -> {
                List<Value> centerAndRim = two(points);
                double[] center = Shapes.pair(centerAndRim.get(0));
                double[] rim = Shapes.pair(centerAndRim.get(1));
                double radius = Math.hypot(rim[0] - center[0], rim[1] - center[1]);
                yield Shapes.oval(points, center[0], center[1], radius, radius);
            }
            default -> throw area.get("shape_type").bad("polygon, rectangle or circle: a shape with an inside");
        };
    }

    private static List<Value> two(Value points) {
        if (points.items().size() != 2) {
            throw points.bad("two points");
        }
        return points.items();
    }

    @Override
    public void other(String name, Value value) {
        size.put(name, value);
    }

    @Override
    public void finish(Value top, Frame image, AoiList to) {
        Frame frame = image.drawnAt(top, Optional.ofNullable(size.get(WIDTH)), Optional.ofNullable(size.get(HEIGHT)));
        sketches.forEach(sketch -> to.add(sketch, frame));
    }
}
