package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.problem.ProblemType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * COCO (cocodataset.org/#format-data). The area of an annotation is its polygons, its run-length encoded mask, or its bounding box if it
 * has neither. Its name and label is the name of its category, so that the annotations of a category count together. The polygons of one
 * annotation are filled by the even-odd rule: separate parts are inside, and a part within another is a hole, as some tools write it.
 */
final class CocoAois implements AoiFormat {

    private static final String CATEGORIES = "categories";
    private static final String IMAGES = "images";

    /** The base name of the image to use if the file lists several images. Its extension does not matter. */
    private static final String REFERENCE_IMAGE = "reference_image";

    private record Annotation(JsonValue category, Optional<JsonValue> image, JsonValue source, AoiShape shape) {}

    private final MaskReader masks;
    private final List<Annotation> annotations = new ArrayList<>();
    private final Map<String, JsonValue> others = new HashMap<>();

    CocoAois(MaskReader masks) {
        this.masks = masks;
    }

    @Override
    public String title() {
        return "COCO (\"annotations\" and \"categories\")";
    }

    @Override
    public String areasMember() {
        return "annotations";
    }

    @Override
    public Set<String> otherMembers() {
        return Set.of(CATEGORIES, IMAGES);
    }

    @Override
    public void readArea(JsonValue area) {
        annotations.add(new Annotation(area.get("category_id").detached(), area.find("image_id").map(JsonValue::detached),
                area.detached(), shape(area)));
    }

    private AoiShape shape(JsonValue area) {
        Optional<JsonValue> segmentation = area.find("segmentation").filter(s -> !s.isEmptyList());
        if (segmentation.isEmpty()) {
            return box(area.get("bbox"));
        }
        JsonValue s = segmentation.get();
        return s.node().isObject() ? CocoRle.read(s, masks) : AoiShape.rings(s, AoiShape::ringOfNumbers);
    }

    private static AoiShape box(JsonValue box) {
        List<JsonValue> sides = box.items();
        if (sides.size() != 4) {
            throw box.bad("a box [x, y, width, height]");
        }
        double x = sides.get(0).number();
        double y = sides.get(1).number();
        return AoiShape.box(box, new double[] {x, y}, new double[] {x + sides.get(2).number(), y + sides.get(3).number()});
    }

    @Override
    public void readMember(String name, JsonValue value) {
        others.put(name, value);
    }

    private List<JsonValue> list(String name) {
        return Optional.ofNullable(others.get(name)).map(JsonValue::items).orElse(List.of());
    }

    /** The names of the categories by id. */
    private Map<String, String> categoryNames() {
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
    public void addAreas(JsonValue root, CoordinateMapping image, AoiSetBuilder builder) {
        Map<String, String> names = categoryNames();
        if (names.isEmpty() && !annotations.isEmpty()) {
            throw root.problem(ProblemType.BAD_AOI, null, "categories with an id and a name each").asException();
        }
        Optional<JsonValue> ownImage = findImage();
        CoordinateMapping mapping = ownImage.map(i -> image.scaledFrom(i, i.find("width"), i.find("height"))).orElse(image);
        for (Annotation annotation : annotations) {
            String name = names.get(annotation.category().key());
            if (name == null) {
                throw annotation.category().bad("the id of a category");
            }
            if (isOf(annotation, ownImage)) {
                ownImage.ifPresent(i -> checkSize(annotation, i));
                builder.add(ParsedAoi.of(annotation.source(), name, annotation.shape()), mapping);
            } else {
                builder.warn(AoiSetBuilder.AoiWarning.OTHER_IMAGE, name);
            }
        }
    }

    /** The only image, or the one named like the reference image if there are several. */
    private Optional<JsonValue> findImage() {
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

    private static boolean isOf(Annotation annotation, Optional<JsonValue> image) {
        Optional<String> id = image.flatMap(i -> i.find("id")).map(JsonValue::key);
        return id.isEmpty() || annotation.image().isEmpty() || annotation.image().get().key().equals(id.get());
    }

    /** Refuses a mask whose size is not that of its image. */
    private static void checkSize(Annotation annotation, JsonValue image) {
        if (annotation.shape() instanceof AoiShape.Bitmap mask && image.find("width").isPresent()
                && (mask.width() != image.get("width").number() || mask.height() != image.get("height").number())) {
            throw annotation.source().problem(ProblemType.BAD_AOI, "a mask of " + mask.width() + " x " + mask.height(),
                    "the size of its image, " + image.get("width").node() + " x " + image.get("height").node()).asException();
        }
    }
}
