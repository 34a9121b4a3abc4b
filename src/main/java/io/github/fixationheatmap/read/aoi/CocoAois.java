package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.problem.ProblemType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * COCO (cocodataset.org/#format-data): an annotation's area is polygons, a run-length encoded mask, or where it has neither its bounding
 * box. Its name and label is that of its category, so the annotations of a category count together. Polygons of one annotation are taken
 * even-odd, as all rings here: parts that lie apart are all inside, and a part within another is the hole that some tools write so.
 */
final class CocoAois implements AoiFormat {

    private static final String CATEGORIES = "categories";
    private static final String IMAGES = "images";

    /** The file that annotations of a set of several images must be of; its ending does not matter. */
    private static final String REFERENCE_IMAGE = "reference_image";

    private record Drawn(JsonValue category, Optional<JsonValue> image, JsonValue place, AoiShape shape) {}

    private final MaskAois masks;
    private final List<Drawn> drawn = new ArrayList<>();
    private final Map<String, JsonValue> others = new HashMap<>();

    CocoAois(MaskAois masks) {
        this.masks = masks;
    }

    @Override
    public String title() {
        return "COCO (\"annotations\" and \"categories\")";
    }

    @Override
    public String areas() {
        return "annotations";
    }

    @Override
    public Set<String> others() {
        return Set.of(CATEGORIES, IMAGES);
    }

    @Override
    public void area(JsonValue area) {
        drawn.add(new Drawn(area.get("category_id").alone(), area.find("image_id").map(JsonValue::alone), area.alone(), shape(area)));
    }

    private AoiShape shape(JsonValue area) {
        Optional<JsonValue> segmentation = area.find("segmentation").filter(s -> !s.isEmptyList());
        if (segmentation.isEmpty()) {
            return box(area.get("bbox"));
        }
        JsonValue s = segmentation.get();
        return s.node().isObject() ? CocoRle.read(s, masks) : AoiShapeReader.rings(s, AoiShapeReader::ofFlatList);
    }

    private static AoiShape box(JsonValue box) {
        List<JsonValue> sides = box.items();
        if (sides.size() != 4) {
            throw box.bad("a box [x, y, width, height]");
        }
        double x = sides.get(0).number();
        double y = sides.get(1).number();
        return AoiShapeReader.box(box, new double[] {x, y}, new double[] {x + sides.get(2).number(), y + sides.get(3).number()});
    }

    @Override
    public void other(String name, JsonValue value) {
        others.put(name, value);
    }

    private List<JsonValue> list(String name) {
        return Optional.ofNullable(others.get(name)).map(JsonValue::items).orElse(List.of());
    }

    /** The categories' names by their ids. */
    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (JsonValue category : list(CATEGORIES)) {
            JsonValue id = category.get("id");
            if (names.putIfAbsent(id.key(), category.get("name").name()) != null) {
                throw id.bad("an id of its own");
            }
        }
        return names;
    }

    @Override
    public void finish(JsonValue top, CoordinateMapping image, AoiList to) {
        Map<String, String> names = names();
        if (names.isEmpty() && !drawn.isEmpty()) {
            throw top.problem(ProblemType.BAD_AOI, null, "categories with an id and a name each").asException();
        }
        Optional<JsonValue> own = ownImage();
        CoordinateMapping frame = own.map(i -> image.drawnAt(i, i.find("width"), i.find("height"))).orElse(image);
        for (Drawn d : drawn) {
            String name = names.get(d.category().key());
            if (name == null) {
                throw d.category().bad("the id of a category");
            }
            if (isOf(d, own)) {
                own.ifPresent(i -> checkSize(d, i));
                to.add(ParsedAoi.named(d.place(), name, d.shape()), frame);
            } else {
                to.note(AoiWarning.OTHER_IMAGE, name);
            }
        }
    }

    /** The one image, or of several the one called as the export's. */
    private Optional<JsonValue> ownImage() {
        List<JsonValue> images = list(IMAGES);
        if (images.size() < 2) {
            return images.stream().findFirst();
        }
        return Optional.of(images.stream().filter(CocoAois::isReferenceImage).findFirst().orElseThrow(() -> images.get(0).bad(
                "one image alone, or one whose file_name is " + REFERENCE_IMAGE)));
    }

    private static boolean isReferenceImage(JsonValue image) {
        String file = image.find("file_name").map(JsonValue::name).orElse("").replace('\\', '/');
        String base = file.substring(file.lastIndexOf('/') + 1);
        return base.equals(REFERENCE_IMAGE) || base.startsWith(REFERENCE_IMAGE + ".");
    }

    private static boolean isOf(Drawn drawn, Optional<JsonValue> image) {
        Optional<String> id = image.flatMap(i -> i.find("id")).map(JsonValue::key);
        return id.isEmpty() || drawn.image().isEmpty() || drawn.image().get().key().equals(id.get());
    }

    /** A mask that is not of the size of its image lies about one of them. */
    private static void checkSize(Drawn drawn, JsonValue image) {
        if (drawn.shape() instanceof AoiShape.Bitmap mask && image.find("width").isPresent()
                && (mask.width() != image.get("width").number() || mask.height() != image.get("height").number())) {
            throw drawn.place().problem(ProblemType.BAD_AOI, "a mask of " + mask.width() + " x " + mask.height(),
                    "the size of its image, " + image.get("width").node() + " x " + image.get("height").node()).asException();
        }
    }
}
