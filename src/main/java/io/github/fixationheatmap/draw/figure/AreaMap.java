package io.github.fixationheatmap.draw.figure;

import io.github.fixationheatmap.analysis.aoi.Outline;
import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.vector.Mark.Group;
import io.github.fixationheatmap.draw.vector.Mark.Path;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style.Fill;
import io.github.fixationheatmap.draw.vector.Style.Hatch;
import io.github.fixationheatmap.draw.vector.Style;
import io.github.fixationheatmap.model.TimeCheck;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Areas over a picture: each filled with a colour or, where it has no value, hatched; with its name and its value. */
public final class AreaMap {

    static final double OUTLINE = 0.0015;
    static final Colour LIGHT = new Colour(0xffffff, 0.9);
    static final Colour GROUND = new Colour(0xd0d0d0, 0.55);
    static final Colour LINES = new Colour(0x555555);

    private final Size image;
    private final List<Path2D> paths;
    private final List<Mark> areas;
    private final AreaNames names;

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
        this.paths = mapped.stream().map(area -> path(area.outline())).toList();
        this.paths.forEach(image::stretch);
        this.areas = IntStream.range(0, mapped.size()).mapToObj(i -> shape(mapped.get(i), paths.get(i))).toList();
        this.names = new AreaNames(image, paths, mapped.stream().map(area -> {
            time.check();
            return area.outline().centre(image.width(), image.height());
        }).toList());
        for (int i = mapped.size() - 1; i >= 0; i--) {
            time.check();
            names.place(i, mapped.get(i).name(), mapped.get(i).valueText());
        }
    }

    /** All marks: the areas, and their texts above them. */
    public List<Mark> marks() {
        List<Mark> marks = new ArrayList<>(areas);
        marks.addAll(names.texts());
        return marks;
    }

    /** The outlines and the names alone, to lie over another picture. */
    public List<Mark> outlines() {
        Path2D all = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        paths.forEach(path -> all.append(path, false));
        double width = outline();
        List<Mark> marks = new ArrayList<>(List.of(new Path(all, Style.outlined(Colour.BLACK, 3 * width)),
                new Path(all, Style.outlined(Colour.WHITE, 1.4 * width))));
        names.texts().stream().filter(text -> text instanceof Mark.Tagged t && t.cssClass().equals(AreaNames.NAME)).forEach(marks::add);
        return marks;
    }

    /** How many areas of the picture have no name, because there was no room for it. */
    public int withoutName() {
        return names.withoutName();
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
}
