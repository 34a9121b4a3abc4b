package io.github.fixationheatmap.aoifile;

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

    private record Drawn(Value category, Optional<Value> image, Value place, Shape shape) {}

    private final Masks masks;
    private final List<Drawn> drawn = new ArrayList<>();
    private final Map<String, Value> others = new HashMap<>();

    CocoAois(Masks masks) {
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
    public void area(Value area) {
        drawn.add(new Drawn(area.get("category_id").alone(), area.find("image_id").map(Value::alone), area.alone(), shape(area)));
    }

    private Shape shape(Value area) {
        Optional<Value> segmentation = area.find("segmentation").filter(s -> !s.isEmptyList());
        if (segmentation.isEmpty()) {
            return box(area.get("bbox"));
        }
        Value s = segmentation.get();
        return s.node().isObject() ? RunLengths.read(s, masks) : Shapes.rings(s, Shapes::ofFlatList);
    }

    private static Shape box(Value box) {
        List<Value> sides = box.items();
        if (sides.size() != 4) {
            throw box.bad("a box [x, y, width, height]");
        }
        double x = sides.get(0).number();
        double y = sides.get(1).number();
        return Shapes.box(box, new double[] {x, y}, new double[] {x + sides.get(2).number(), y + sides.get(3).number()});
    }

    @Override
    public void other(String name, Value value) {
        others.put(name, value);
    }

    private List<Value> list(String name) {
        return Optional.ofNullable(others.get(name)).map(Value::items).orElse(List.of());
    }

    /** The categories' names by their ids. */
    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Value category : list(CATEGORIES)) {
            Value id = category.get("id");
            if (names.putIfAbsent(id.key(), category.get("name").name()) != null) {
                throw id.bad("an id of its own");
            }
        }
        return names;
    }

    @Override
    public void finish(Value top, Frame image, AoiList to) {
        Map<String, String> names = names();
        if (names.isEmpty() && !drawn.isEmpty()) {
            throw top.problem(ProblemType.BAD_AOI, null, "categories with an id and a name each").asException();
        }
        Optional<Value> own = ownImage();
        Frame frame = own.map(i -> image.drawnAt(i, i.find("width"), i.find("height"))).orElse(image);
        for (Drawn d : drawn) {
            String name = names.get(d.category().key());
            if (name == null) {
                throw d.category().bad("the id of a category");
            }
            if (isOf(d, own)) {
                own.ifPresent(i -> checkSize(d, i));
                to.add(Sketch.named(d.place(), name, d.shape()), frame);
            } else {
                to.note(Notice.OTHER_IMAGE, name);
            }
        }
    }

    /** The one image, or of several the one called as the export's. */
    private Optional<Value> ownImage() {
        List<Value> images = list(IMAGES);
        if (images.size() < 2) {
            return images.stream().findFirst();
        }
        return Optional.of(images.stream().filter(CocoAois::isReferenceImage).findFirst().orElseThrow(() -> images.get(0).bad(
                "one image alone, or one whose file_name is " + REFERENCE_IMAGE)));
    }

    private static boolean isReferenceImage(Value image) {
        String file = image.find("file_name").map(Value::name).orElse("").replace('\\', '/');
        String base = file.substring(file.lastIndexOf('/') + 1);
        return base.equals(REFERENCE_IMAGE) || base.startsWith(REFERENCE_IMAGE + ".");
    }

    private static boolean isOf(Drawn drawn, Optional<Value> image) {
        Optional<String> id = image.flatMap(i -> i.find("id")).map(Value::key);
        return id.isEmpty() || drawn.image().isEmpty() || drawn.image().get().key().equals(id.get());
    }

    /** A mask that is not of the size of its image lies about one of them. */
    private static void checkSize(Drawn drawn, Value image) {
        if (drawn.shape() instanceof Shape.Bitmap mask && image.find("width").isPresent()
                && (mask.width() != image.get("width").number() || mask.height() != image.get("height").number())) {
            throw drawn.place().problem(ProblemType.BAD_AOI, "a mask of " + mask.width() + " x " + mask.height(),
                    "the size of its image, " + image.get("width").node() + " x " + image.get("height").node()).asException();
        }
    }
}
