package io.github.fixationheatmap.draw.figure;

import io.github.fixationheatmap.analysis.aoi.Outline;
import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.vector.Box;
import io.github.fixationheatmap.draw.vector.Mark.Anchor;
import io.github.fixationheatmap.draw.vector.Mark.Group;
import io.github.fixationheatmap.draw.vector.Mark.Line;
import io.github.fixationheatmap.draw.vector.Mark.Path;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style.Fill;
import io.github.fixationheatmap.draw.vector.Style.Hatch;
import io.github.fixationheatmap.draw.vector.Style.Stroke;
import io.github.fixationheatmap.draw.vector.Style;
import io.github.fixationheatmap.draw.vector.Typeface;
import io.github.fixationheatmap.model.TimeCheck;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Areas over a picture: each filled with a colour or, where it has no value, hatched; with its name and its value. */
public final class AreaMap {

    static final double OUTLINE = 0.0015;
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
    private static final String NAME = "aoi-name";
    private static final String VALUE = "aoi-value";
    private static final Colour LIGHT = new Colour(0xffffff, 0.9);
    static final Colour GROUND = new Colour(0xd0d0d0, 0.55);
    static final Colour LINES = new Colour(0x555555);

    private final Size image;
    private final List<Path2D> paths;
    private final List<Rectangle2D> bounds;
    private final List<Optional<Outline.Point>> centres;
    private final List<Mark> areas = new ArrayList<>();
    private final List<Mark> texts = new ArrayList<>();
    private final List<Box> placed = new ArrayList<>();
    private int withoutName;

    /**
     * An area of a map.
     *
     * @param outline where it is
     * @param name its name
     * @param value its value for programs
     * @param valueText its value for people
     * @param colour what it is filled with; it is hatched if it has none
     */
    public record MappedArea(Outline outline, String name, String value, String valueText, Optional<Colour> colour) {}

    /**
     * A map.
     *
     * @param image the picture's size
     * @param mapped the areas; later ones cover earlier ones, and their texts are placed first
     * @param time is looked at for each area
     */
    public AreaMap(Size image, List<MappedArea> mapped, TimeCheck time) {
        this.image = image;
        double size = (mapped.size() > MANY ? SMALL_TEXT : TEXT) * image.diagonal();
        this.paths = mapped.stream().map(area -> path(area.outline())).toList();
        this.paths.forEach(image::stretch);
        this.bounds = paths.stream().map(Path2D::getBounds2D).toList();
        this.centres = mapped.stream().map(area -> {
            time.check();
            return area.outline().centre(image.width(), image.height());
        }).toList();
        for (int i = 0; i < mapped.size(); i++) {
            areas.add(shape(mapped.get(i), paths.get(i)));
        }
        for (int i = mapped.size() - 1; i >= 0; i--) {
            time.check();
            if (centres.get(i).isPresent()) {
                place(i, mapped.get(i), centres.get(i).get(), size);
            }
        }
    }

    /** All marks: the areas, and their texts above them. */
    public List<Mark> marks() {
        List<Mark> marks = new ArrayList<>(areas);
        marks.addAll(texts);
        return marks;
    }

    /** The outlines and the names alone, to lie over another picture. */
    public List<Mark> outlines() {
        Path2D all = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        paths.forEach(path -> all.append(path, false));
        double width = outline();
        List<Mark> marks = new ArrayList<>(List.of(new Path(all, Style.outlined(Colour.BLACK, 3 * width)),
                new Path(all, Style.outlined(Colour.WHITE, 1.4 * width))));
        texts.stream().filter(text -> text instanceof Mark.Tagged t && t.cssClass().equals(NAME)).forEach(marks::add);
        return marks;
    }

    /** How many areas of the picture have no name, because there was no room for it. */
    public int withoutName() {
        return withoutName;
    }

    private static Path2D path(Outline outline) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Ring ring : outline.rings()) {
            path.moveTo(ring.x(0), ring.y(0));
            for (int i = 1; i < ring.size(); i++) {
                path.lineTo(ring.x(i), ring.y(i));
            }
            path.closePath();
        }
        return path;
    }

    /** The width of outlines. On a picture of few px in one direction they must not hide the fill. */
    private double outline() {
        return Math.min(OUTLINE * image.diagonal(), Math.min(image.box().width(), image.box().height()) / 20);
    }

    private Mark shape(MappedArea area, Path2D path) {
        double d = image.diagonal();
        double outline = outline();
        Path ground = new Path(path, Style.filled(area.colour().orElse(GROUND)).withOutline(LIGHT, 2.2 * outline));
        Style line = area.colour().isPresent()
                ? Style.outlined(LINES, outline)
                : Style.filled(hatch(d)).withOutline(LINES, outline);
        return new Group(List.of(ground, new Path(path, line))).tagged("aoi", "label", area.name(), "value", area.value());
    }

    static Fill hatch(double d) {
        return new Hatch(LINES, 0.0016 * d, 0.0075 * d);
    }

    /** Puts name and value where they hide no area and cover no other text; else where they cover no other text; else nowhere. */
    private void place(int number, MappedArea area, Outline.Point centre, double size) {
        Typeface type = Typeface.get();
        String name = Typeface.visible(area.name());
        String whole = type.elide(name, MAX_NAME * size, size);
        double room = Math.min(MAX_NAME, bounds.get(number).getWidth() / size - GAP);
        // Where the whole name would cover others, the part that fits into the area is better than a place off the centre.
        String part = room < MIN_NAME ? whole : type.elide(name, room * size, size);
        for (boolean hidesNone : new boolean[] {true, false}) {
            if (place(number, List.of(whole, area.valueText()), part.equals(whole) ? PLACES : CENTRE, centre, size, hidesNone)
                    || (!part.equals(whole) && place(number, List.of(part, area.valueText()), PLACES, centre, size, hidesNone))) {
                return;
            }
        }
        withoutName++;
    }

    private boolean place(int number, List<String> lines, double[][] places, Outline.Point centre, double size, boolean hidesNone) {
        double width = lines.stream().mapToDouble(line -> Typeface.get().width(line, size)).max().orElse(0) + GAP * size;
        double height = (lines.size() * LINE - 0.2) * size;
        if (width > image.width() || height > image.height()) {
            return false;
        }
        Rectangle2D own = bounds.get(number);
        // A text that would hide its own area stands below or above it.
        boolean beside = hidesNone && 2 * Math.min(width, own.getWidth()) * Math.min(height, own.getHeight()) > surface(own);
        double off = (own.getHeight() / 2 + BESIDE * size) / height + 0.5;
        double shift = (own.getCenterY() - centre.y()) / height;
        for (double[] place : beside ? new double[][] {{shift + off, 0}, {shift - off, 0}} : places) {
            double x = Math.clamp(centre.x() + place[1] * width, width / 2, image.width() - width / 2);
            double y = Math.clamp(centre.y() + place[0] * height, height / 2, image.height() - height / 2);
            Box box = new Box(x - width / 2, y - height / 2, width, height);
            if (placed.stream().noneMatch(other -> overlap(box, other)) && (beside || place == places[0] || isOwn(number, x, y))
                    && coversNoOther(box, centre, size) && !(hidesNone && reachesOthers(box, number, centre, beside))) {
                placed.add(box);
                write(lines, box, size);
                return true;
            }
        }
        return false;
    }

    /** Whether a text hides much of a later area, or one beside its own area touches any but those that hold its own. */
    private boolean reachesOthers(Box box, int number, Outline.Point centre, boolean beside) {
        Rectangle2D text = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
        return IntStream.range(beside ? 0 : number + 1, paths.size()).filter(i -> bounds.get(i).intersects(text)).anyMatch(i -> beside
                ? i >= number || !paths.get(i).contains(centre.x(), centre.y())
                : surface(bounds.get(i).createIntersection(text)) > MUCH * surface(bounds.get(i)));
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
    private boolean coversNoOther(Box box, Outline.Point own, double size) {
        return centres.stream().flatMap(Optional::stream).noneMatch(other -> other.x() > box.x() && other.x() < box.right()
                && other.y() > box.y() && other.y() < box.bottom() && Math.hypot(other.x() - own.x(), other.y() - own.y()) > size);
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }

    private void write(List<String> lines, Box box, double size) {
        for (int i = 0; i < lines.size(); i++) {
            double y = box.y() + (i * LINE + 0.5 + Typeface.CAP_HEIGHT / 2) * size;
            texts.add(new Text(box.x() + box.width() / 2, y, lines.get(i), size, Anchor.MIDDLE, Colour.BLACK,
                    Optional.of(new Stroke(LIGHT, HALO * size))).tagged(i == lines.size() - 1 ? VALUE : NAME));
        }
    }
}
