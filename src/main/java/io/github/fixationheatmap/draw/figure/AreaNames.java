package io.github.fixationheatmap.draw.figure;

import io.github.fixationheatmap.analysis.aoi.Outline;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.vector.Box;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Mark.Anchor;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style.Stroke;
import io.github.fixationheatmap.draw.vector.Typeface;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The names and the values of areas: each stands at the centre of its area, or near it, and covers no other. */
final class AreaNames {

    static final String NAME = "aoi-name";
    private static final String VALUE = "aoi-value";
    private static final double TEXT = 0.0155;
    /** Of many areas, names are smaller. */
    private static final double SMALL_TEXT = 0.0115;
    private static final int MANY = 60;
    private static final double MAX_NAME = 12;
    /** Less of a name than this says nothing. */
    private static final double MIN_NAME = 4;
    /** The gap between a small area and the text beside it. */
    private static final double BESIDE = 0.3;
    /** The share of an area that the text of another may cover. */
    private static final double MUCH = 0.1;
    private static final double HALO = 0.26;
    /** The halo, and a space between two texts that stand side by side. */
    private static final double GAP = 0.8;
    static final double LINE = 1.2;
    /** Where a text may stand that would cover another: lines below the centre, and widths right of it. */
    private static final double[][] PLACES = {{0, 0}, {1.1, 0}, {-1.1, 0}, {2.2, 0}, {-2.2, 0}, {0, 0.6}, {0, -0.6},
        {1.1, 0.6}, {1.1, -0.6}, {-1.1, 0.6}, {-1.1, -0.6}, {3.3, 0}, {-3.3, 0}};
    private static final double[][] CENTRE = {PLACES[0]};

    /** What is asked of a place, beside that no other text is there. */
    private enum Rule { HIDES_NO_AREA, MAY_HIDE_AREAS }

    /** A name and a value, and the room that they take. */
    private record Label(List<String> lines, double width, double height) {

        static Label of(String name, String value, double size) {
            List<String> lines = List.of(name, value);
            double width = lines.stream().mapToDouble(line -> Typeface.get().width(line, size)).max().orElse(0) + GAP * size;
            return new Label(lines, width, (lines.size() * LINE - 0.2) * size);
        }

        /** Whether a label over an area hides more than half of it. */
        boolean hides(Rectangle2D area) {
            return 2 * Math.min(width, area.getWidth()) * Math.min(height, area.getHeight()) > surface(area);
        }
    }

    private final Size image;
    private final List<Path2D> paths;
    private final List<Rectangle2D> bounds;
    private final List<Optional<Outline.Point>> centres;
    private final double size;
    private final List<Mark> texts = new ArrayList<>();
    private final List<Box> placed = new ArrayList<>();
    private int withoutName;

    /** The names of areas with these paths and centres; later areas cover earlier ones. None is placed. */
    AreaNames(Size image, List<Path2D> paths, List<Optional<Outline.Point>> centres) {
        this.image = image;
        this.paths = paths;
        this.bounds = paths.stream().map(Path2D::getBounds2D).toList();
        this.centres = centres;
        this.size = (paths.size() > MANY ? SMALL_TEXT : TEXT) * image.diagonal();
    }

    /** What has been placed. */
    List<Mark> texts() {
        return texts;
    }

    /** How many areas of the picture have no name, because there was no room for it. */
    int withoutName() {
        return withoutName;
    }

    /** Places the text of an area that has a centre where it hides no area; else where it covers no other text; else nowhere. */
    void place(int number, String name, String value) {
        centres.get(number).ifPresent(centre -> place(number, Typeface.visible(name), value, centre));
    }

    private void place(int number, String name, String value, Outline.Point centre) {
        Typeface type = Typeface.get();
        String whole = type.elide(name, MAX_NAME * size, size);
        double room = Math.min(MAX_NAME, bounds.get(number).getWidth() / size - GAP);
        // Where the whole name would cover others, the part that fits into the area is better than a place off the centre.
        String part = room < MIN_NAME ? whole : type.elide(name, room * size, size);
        boolean fits = part.equals(whole);
        Label label = Label.of(whole, value, size);
        Label shorter = fits ? label : Label.of(part, value, size);
        for (Rule rule : Rule.values()) {
            if (place(number, label, fits ? PLACES : CENTRE, centre, rule) || (!fits && place(number, shorter, PLACES, centre, rule))) {
                return;
            }
        }
        withoutName++;
    }

    private boolean place(int number, Label label, double[][] places, Outline.Point centre, Rule rule) {
        double width = label.width();
        double height = label.height();
        if (width > image.width() || height > image.height()) {
            return false;
        }
        // A text that would hide its own area stands below or above it.
        boolean beside = rule == Rule.HIDES_NO_AREA && label.hides(bounds.get(number));
        for (double[] place : beside ? placesBeside(bounds.get(number), label, centre) : places) {
            double x = Math.clamp(centre.x() + place[1] * width, width / 2, image.width() - width / 2);
            double y = Math.clamp(centre.y() + place[0] * height, height / 2, image.height() - height / 2);
            Box box = new Box(x - width / 2, y - height / 2, width, height);
            if (placed.stream().noneMatch(other -> overlap(box, other)) && (beside || place == places[0] || isOwn(number, x, y))
                    && coversNoOther(box, centre) && (rule == Rule.MAY_HIDE_AREAS
                            || !(beside ? touchesOthers(box, number, centre) : hidesLater(box, number)))) {
                placed.add(box);
                write(label.lines(), box);
                return true;
            }
        }
        return false;
    }

    private double[][] placesBeside(Rectangle2D area, Label label, Outline.Point centre) {
        double off = (area.getHeight() / 2 + BESIDE * size) / label.height() + 0.5;
        double shift = (area.getCenterY() - centre.y()) / label.height();
        return new double[][] {{shift + off, 0}, {shift - off, 0}};
    }

    /** Whether a text over its own area hides much of a later one. */
    private boolean hidesLater(Box box, int number) {
        Rectangle2D text = rectangle(box);
        return IntStream.range(number + 1, paths.size()).mapToObj(bounds::get)
                .anyMatch(area -> area.intersects(text) && surface(area.createIntersection(text)) > MUCH * surface(area));
    }

    /** Whether a text beside its own area touches it or another, but for those that hold its own. */
    private boolean touchesOthers(Box box, int number, Outline.Point centre) {
        Rectangle2D text = rectangle(box);
        return IntStream.range(0, paths.size()).filter(i -> bounds.get(i).intersects(text))
                .anyMatch(i -> i >= number || !paths.get(i).contains(centre.x(), centre.y()));
    }

    private static Rectangle2D rectangle(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }

    private static double surface(Rectangle2D rectangle) {
        return rectangle.getWidth() * rectangle.getHeight();
    }

    /** Whether an area can be seen at a point: it is there, and no later area is. */
    private boolean isOwn(int number, double x, double y) {
        if (!paths.get(number).contains(x, y)) {
            return false;
        }
        for (int i = number + 1; i < paths.size(); i++) {
            if (paths.get(i).contains(x, y)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the box of a text leaves the centres of all other areas free, but for areas in the same place. */
    private boolean coversNoOther(Box box, Outline.Point own) {
        return centres.stream().flatMap(Optional::stream).noneMatch(other -> other.x() > box.x() && other.x() < box.right()
                && other.y() > box.y() && other.y() < box.bottom() && Math.hypot(other.x() - own.x(), other.y() - own.y()) > size);
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }

    private void write(List<String> lines, Box box) {
        for (int i = 0; i < lines.size(); i++) {
            double y = box.y() + (i * LINE + 0.5 + Typeface.CAP_HEIGHT / 2) * size;
            texts.add(new Text(box.x() + box.width() / 2, y, lines.get(i), size, Anchor.MIDDLE, Colour.BLACK,
                    Optional.of(new Stroke(AreaMap.LIGHT, HALO * size))).tagged(i == lines.size() - 1 ? VALUE : NAME));
        }
    }
}
