package io.github.fixationheatmap.read.aoi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Aoi.StableId;
import io.github.fixationheatmap.example.ExampleAois;
import io.github.fixationheatmap.example.Outline;
import io.github.fixationheatmap.example.ShelfObject;
import io.github.fixationheatmap.model.Fixation.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Regenerates the sample files: {@code java ... AoiSamples src/test/resources/aois}. They hold the areas of the bundled example in each
 * format, on images of different sizes if the format states the size.
 */
final class AoiSamples {

    private static final int OPAQUE_GREEN = 0xFF39FF14;
    private static final int CORNERS_OF_ELLIPSE = 96;
    private static final String BY_HAND = ExampleAois.plain();

    private AoiSamples() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder.resolve("masks"));
        for (Map.Entry<String, byte[]> file : generate().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    static Map<String, byte[]> generate() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("by-hand.json", BY_HAND.getBytes(UTF_8));
        files.put("pupil-cloud.json", pupilCloud().getBytes(UTF_8));
        files.put("labelme.json", labelMe().getBytes(UTF_8));
        files.put("tobii.aois", tobii().getBytes(UTF_8));
        files.put("coco.json", coco().getBytes(UTF_8));
        for (Aoi aoi : aois()) {
            boolean[][] mask = SampleMasks.raster(aoi.area(), 1024, 768);
            files.put("masks/" + aoi.name() + ".png", SampleMasks.png(mask, BufferedImage.TYPE_BYTE_BINARY, -1, 0));
        }
        return files;
    }

    private static List<Aoi> aois() {
        return TestFile.read(List.of(TestFile.of("aois.json", BY_HAND)), SampleMasks.IMAGE_WIDTH, SampleMasks.IMAGE_HEIGHT).aois();
    }

    private static String list(List<String> items) {
        return String.join(",\n", items);
    }

    private static String pupilCloud() {
        List<String> items = new ArrayList<>();
        for (Aoi aoi : aois()) {
            boolean[][] mask = SampleMasks.raster(aoi.area(), 1024, 768);
            byte[] png = SampleMasks.png(mask, BufferedImage.TYPE_INT_ARGB, OPAQUE_GREEN, 0);
            items.add("""
                    {"id": "%s", "name": "%s", "color": "#39FF14", "description": "", "enrichment_id": "%s",
                     "mask_image_data_url": "%s",
                     "created_at": "2026-01-12T09:30:00Z", "updated_at": "2026-01-12T09:30:00Z"}""".formatted(
                    StableId.of(aoi.name()), aoi.name(), StableId.of("enrichment"), SampleMasks.dataUrl(png)));
        }
        return "{\"status\": \"success\", \"result\": [\n" + list(items) + "\n]}\n";
    }

    private static String labelMe() {
        return "{\"version\": \"5.5.0\", \"flags\": {}, \"shapes\": [\n" + list(objects(o -> {
            String points = switch (o.outline()) {
                case Outline.Rectangle r -> "[[%s, %s], [%s, %s]]".formatted(r.x() + r.width(), r.y(), r.x(), r.y() + r.height());
                default -> corners(o, 1, "[%s, %s]");
            };
            return """
                    {"label": "%s", "points": %s,
                     "group_id": null, "description": "", "shape_type": "%s", "flags": {}, "mask": null}""".formatted(
                    o.label(), points, o.outline() instanceof Outline.Rectangle ? "rectangle" : "polygon");
        })) + "\n], \"imagePath\": \"reference_image.jpeg\", \"imageData\": \"" + "/9j/".repeat(300)
                + "\", \"imageHeight\": 900, \"imageWidth\": 1200}\n";
    }

    private static String tobii() {
        return "{\"Aois\": [\n" + list(objects(o -> """
                {"Blue": 20, "Green": 255, "KeyFrames": [{"IsActive": true, "Seconds": 0, "Vertices": %s}],
                 "Tags": [], "Name": "%s", "Red": 57}""".formatted(corners(o, 2, "{\"X\": %s, \"Y\": %s}"), o.label())))
                + "\n], \"Tags\": [], \"Media\": {\"MediaType\": 0, \"Height\": 1800, \"Width\": 2400, \"MediaCount\": 1, "
                + "\"DurationMicroseconds\": 0}, \"Version\": 2}\n";
    }

    /** Each kind of area in COCO: polygons, both kinds of run lengths, a bounding box. */
    private static String coco() {
        List<String> annotations = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        for (ShelfObject o : ExampleAois.objects()) {
            int id = annotations.size() + 1;
            annotations.add("{\"id\": %d, \"image_id\": 1, \"category_id\": %d, \"iscrowd\": 0, %s}".formatted(id, 10 + id, coco(o)));
            categories.add("{\"id\": %d, \"name\": \"%s\", \"supercategory\": \"object\"}".formatted(10 + id, o.label()));
        }
        return "{\"info\": {\"year\": 2026}, \"images\": [{\"id\": 1, \"width\": 600, \"height\": 450, "
                + "\"file_name\": \"reference_image.jpeg\"}], \"annotations\": [\n" + list(annotations)
                + "\n], \"categories\": [\n" + list(categories) + "\n]}\n";
    }

    private static String coco(ShelfObject object) {
        Aoi aoi = aois().stream().filter(a -> a.name().equals(object.label())).findFirst().orElseThrow();
        List<Long> runs = SampleMasks.runs(SampleMasks.raster(aoi.area(), 600, 450));
        return switch (object.label()) {
            case "mug" -> "\"segmentation\": {\"size\": [450, 600], \"counts\": \"%s\"}".formatted(
                    SampleMasks.compressed(runs).replace("\\", "\\\\"));
            case "bowl of oranges" -> "\"segmentation\": {\"size\": [450, 600], \"counts\": %s}".formatted(runs);
            default -> object.outline() instanceof Outline.Rectangle r
                    ? "\"segmentation\": [], \"bbox\": [%s, %s, %s, %s]".formatted(r.x() / 2, r.y() / 2, r.width() / 2, r.height() / 2)
                    : "\"segmentation\": [%s]".formatted(corners(object, .5, "%s, %s"));
        };
    }

    private static List<String> objects(Function<ShelfObject, String> write) {
        return ExampleAois.objects().stream().map(write).toList();
    }

    /** The corners of an object's outline; for an ellipse those of an approximating polygon. */
    private static String corners(ShelfObject object, double scale, String format) {
        List<Point> corners = switch (object.outline()) {
            case Outline.Polygon p -> p.corners();
            case Outline.Rectangle r -> List.of(new Point(r.x(), r.y()), new Point(r.x() + r.width(), r.y()),
                    new Point(r.x() + r.width(), r.y() + r.height()), new Point(r.x(), r.y() + r.height()));
            case Outline.Ellipse e -> around(e);
        };
        return corners.stream().map(p -> String.format(Locale.ROOT, format, rounded(scale * p.x()), rounded(scale * p.y())))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<Point> around(Outline.Ellipse e) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < CORNERS_OF_ELLIPSE; i++) {
            double angle = 2 * Math.PI * i / CORNERS_OF_ELLIPSE;
            double x = e.x() + e.width() / 2 * (1 + StrictMath.cos(angle));
            corners.add(new Point(x, e.y() + e.height() / 2 * (1 + StrictMath.sin(angle))));
        }
        return corners;
    }

    private static double rounded(double v) {
        return Math.rint(v * 100) / 100;
    }
}
