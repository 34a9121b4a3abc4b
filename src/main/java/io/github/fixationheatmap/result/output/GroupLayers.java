package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.aoi.Mask;
import io.github.fixationheatmap.analysis.aoi.Outline;
import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import io.github.fixationheatmap.analysis.comparison.GroupComparison;
import io.github.fixationheatmap.analysis.comparison.GroupStudy;
import io.github.fixationheatmap.analysis.comparison.HotSpots;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.render.ColourScale;
import io.github.fixationheatmap.draw.render.HeatBitmap;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.draw.vector.Mark.Path;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style;
import io.github.fixationheatmap.draw.vector.SvgWriter;
import io.github.fixationheatmap.result.report.GroupPictures.Difference;
import io.github.fixationheatmap.result.report.GroupPictures;
import io.github.fixationheatmap.result.report.ReportPictures.Layer;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of the report that show groups, and hot spots that can be trusted. They lie over the photo, which the page has once. As text
 * in the page those of groups have at most 0.36 MB, hot spots 0.04 MB.
 */
final class GroupLayers {

    /** The most differences that are shown. */
    static final int MAX_PAIRS = 6;

    /** The pixels of all pictures together; each takes a byte at most. */
    private static final int PIXELS = 200_000;

    /** The points of all outlines of differences together, or of hot spots: some 24 bytes each. */
    private static final int POINTS = 1_600;

    /** The width of an outline as a share of the picture's diagonal. */
    private static final double WIDTH = 0.003;

    private GroupLayers() {}

    static Optional<GroupPictures> of(Analysis analysis, Pictures pictures) {
        return analysis.groups().map(study -> {
            List<String> names = study.maps().names();
            List<GroupComparison> pairs = study.comparisons().subList(0, Math.min(MAX_PAIRS, study.comparisons().size()));
            double scale = scale(analysis.setup().grid(), names.size() + pairs.size());
            ColourScale colours = ColourScale.ofDifferences(analysis.setup().options().figures());
            return new GroupPictures(
                    names.stream().map(name -> picture(GroupMapOutput.field(analysis, study, name), scale, pictures.colours(), analysis))
                            .toList(),
                    pairs.stream().map(pair -> difference(analysis, study, pair, scale, colours, POINTS / pairs.size())).toList(),
                    Arrays.stream(colours.entries()).boxed().toList());
        });
    }

    /** How much smaller pictures are than the reference image. */
    private static double scale(Grid grid, int pictures) {
        return Math.min(1, Math.sqrt((double) PIXELS / pictures / grid.width() / grid.height()));
    }

    private static Difference difference(
            Analysis analysis, GroupStudy study, GroupComparison pair, double scale, ColourScale colours, int points) {
        BitSet differs = new BitSet();
        boolean[] marks = DifferenceOutput.differs(analysis, pair);
        for (int i = 0; i < marks.length; i++) {
            differs.set(i, marks[i]);
        }
        return new Difference(picture(DifferenceOutput.field(analysis, study, pair), scale, colours, analysis),
                outlines(analysis.setup(), differs, points));
    }

    private static String picture(ScalarField field, double scale, ColourScale colours, Analysis analysis) {
        return ReportLayers.uri(HeatBitmap.of(field.resized(side(scale * field.width()), side(scale * field.height())), colours,
                analysis.setup().time()));
    }

    private static int side(double side) {
        return (int) Math.clamp(Math.floor(side), 1, PIXELS);
    }

    /** The outlines of the bins that belong to hot spots in at least 95 % of resamples. */
    static Layer hotSpots(Analysis analysis) {
        if (analysis.hotSpots().isEmpty()) {
            return new Layer("", "");
        }
        double[] shares = Arrays.stream(analysis.hotSpots().get()).flatMapToDouble(Arrays::stream).toArray();
        BitSet hot = new BitSet();
        for (int i = 0; i < shares.length; i++) {
            hot.set(i, shares[i] >= HotSpots.CONFIDENT);
        }
        return new Layer(outlines(analysis.setup(), hot, POINTS), hot.isEmpty() ? "No bin is that often a hot spot." : "");
    }

    /** A dark line with a light edge around bins. */
    private static String outlines(Analysis.Setup setup, BitSet bins, int maxPoints) {
        if (bins.isEmpty()) {
            return "";
        }
        Grid grid = setup.grid();
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Ring ring : Outline.of(Mask.of(grid.nx(), grid.ny(), bins, grid.width(), grid.height()), 0, maxPoints).rings()) {
            path.moveTo(ring.x(0), ring.y(0));
            for (int i = 1; i < ring.size(); i++) {
                path.lineTo(ring.x(i), ring.y(i));
            }
            path.closePath();
        }
        Size size = new Size(grid.width(), grid.height());
        size.stretch(path);
        double width = Math.min(WIDTH * size.diagonal(), Math.min(size.box().width(), size.box().height()) / 20);
        List<Mark> marks = List.of(new Path(path, Style.outlined(Colour.WHITE, 2 * width)),
                new Path(path, Style.outlined(Colour.BLACK, width)));
        return SvgWriter.fragment(new Drawing("bins", "", "", size.box(), 1, marks), setup.time());
    }
}
