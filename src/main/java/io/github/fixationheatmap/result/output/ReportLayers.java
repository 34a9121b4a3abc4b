package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.draw.render.HeatBitmap;
import io.github.fixationheatmap.draw.vector.Bitmap;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.draw.vector.Mark.Group;
import io.github.fixationheatmap.draw.vector.Mark.Line;
import io.github.fixationheatmap.draw.vector.Mark.Tagged;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Style;
import io.github.fixationheatmap.draw.vector.SvgWriter;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.ScanpathOptions;
import io.github.fixationheatmap.result.format.PhotoBitmap;
import io.github.fixationheatmap.result.output.AoiHeatmapOutput.Areas;
import io.github.fixationheatmap.result.report.GroupPictures;
import io.github.fixationheatmap.result.report.ReportPictures.AreaFigure;
import io.github.fixationheatmap.result.report.ReportPictures.Layer;
import io.github.fixationheatmap.result.report.ReportPictures;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of the report: those of the other outputs, in a form that leaves the page below 3 MB. As text in the page the photo has at
 * most 1 MB, the heatmap 0.4 MB, scanpaths 0.7 MB, AOIs 0.5 MB, and {@link GroupLayers} 0.4 MB.
 */
final class ReportLayers {

    private static final int PHOTO_BYTES = 750_000;
    private static final int HEAT_BYTES = 300_000;
    /** A heatmap of this side has fewer bytes than {@link #HEAT_BYTES}, whatever it shows. */
    private static final int SMALL_HEAT_SIDE = 540;
    private static final int SCANPATH_CHARS = 700_000;
    private static final int AREAS_CHARS = 500_000;
    private static final int FEWER_POINTS = 6_000;
    private static final Layer NO_AREAS = new Layer("", "There is no area of interest.");

    private ReportLayers() {}

    static ReportPictures pictures(Analysis analysis, Pictures pictures) {
        List<Integer> colours = Arrays.stream(pictures.colours().entries()).boxed().toList();
        // A worker begins with its JPEG while the layers are made.
        PhotoBitmap photo = pictures.photo();
        Layer scanpath = scanpath(analysis, pictures);
        Layer hotSpots = GroupLayers.hotSpots(analysis);
        Optional<GroupPictures> groups = GroupLayers.of(analysis, pictures);
        String heat = heat(analysis, pictures);
        if (analysis.setup().aois().aois().isEmpty()) {
            return new ReportPictures(photo(photo), heat, colours, scanpath, NO_AREAS, Optional.empty(), hotSpots, groups);
        }
        AreaLayers layers = AreaLayers.of(Areas.of(analysis, pictures), pictures);
        if (layers.length() > AREAS_CHARS) {
            layers = AreaLayers.of(Areas.of(analysis, pictures, FEWER_POINTS), pictures);
        }
        AreaFigure areas = new AreaFigure(layers.coloured(), LabelFigure.axis(analysis.setup().options().aoi().shown()),
                layers.areas().ticks().labels(), note(analysis, pictures, layers.areas()));
        return new ReportPictures(photo(photo), heat, colours, scanpath, new Layer(layers.outlines(), ""), Optional.of(areas), hotSpots,
                groups);
    }

    private static String note(Analysis analysis, Pictures pictures, Areas areas) {
        List<String> notes = new ArrayList<>();
        areas.hatched().ifPresent(what -> notes.add("Hatched areas: " + what + "."));
        notes.addAll(AoiHeatmapOutput.areaNotes(analysis, pictures.size(), areas.map()));
        return String.join(" ", notes);
    }

    private static String photo(PhotoBitmap photo) {
        return uri(photo.within(PhotoBitmap.JPEG_SIDE, PHOTO_BYTES));
    }

    static String uri(Bitmap bitmap) {
        return "data:" + bitmap.mediaType() + ";base64," + Base64.getEncoder().encodeToString(bitmap.encoded());
    }

    private static String heat(Analysis analysis, Pictures pictures) {
        Bitmap heat = pictures.heat();
        if (heat.encoded().length <= HEAT_BYTES) {
            return uri(heat);
        }
        int longer = Math.max(heat.width(), heat.height());
        return uri(HeatBitmap.of(analysis.field().resized(side(heat.width(), longer), side(heat.height(), longer)), pictures.colours(),
                pictures.time()));
    }

    private static int side(int side, int longer) {
        return Math.max(1, side * SMALL_HEAT_SIDE / longer);
    }

    private static String scanpathNote(ScanpathOptions options) {
        List<String> notes = new ArrayList<>();
        options.first().ifPresent(first ->
                notes.add("Scanpaths show the first " + NumberText.counted(first, "fixation") + " of each section."));
        ScanpathOutput.numbers(options).ifPresent(notes::add);
        return String.join(" ", notes);
    }

    private static Layer scanpath(Analysis analysis, Pictures pictures) {
        Optional<Warning> tooLong = ScanpathOutput.tooLong(analysis, pictures);
        if (tooLong.isPresent()) {
            return new Layer("", tooLong.get().detail());
        }
        List<Mark> marks = ScanpathOutput.Marks.of(analysis, pictures).all().stream().map(ReportLayers::compact).toList();
        if (marks.isEmpty()) {
            return new Layer("", "There is no fixation to draw scanpaths of.");
        }
        String svg = svg("scanpath", pictures, marks);
        if (svg.length() <= SCANPATH_CHARS) {
            return new Layer(svg, scanpathNote(analysis.setup().options().figures().scanpath()));
        }
        return new Layer("", "The scanpaths are left out of this page, because they would make it too long ("
                + NumberText.grouped(svg.length()) + " bytes). The output \"scanpath\" has files of its own for them.");
    }

    /** Areas as the text of elements: in colours, and their outlines and names alone. */
    private record AreaLayers(Areas areas, String coloured, String outlines) {

        static AreaLayers of(Areas areas, Pictures pictures) {
            return new AreaLayers(areas, svg("areas", pictures, areas.map().marks()), svg("outlines", pictures, areas.map().outlines()));
        }

        int length() {
            return coloured.length() + outlines.length();
        }
    }

    private static String svg(String name, Pictures pictures, List<Mark> marks) {
        return SvgWriter.fragment(new Drawing(name, "", "", pictures.size().box(), 1, marks), pictures.time());
    }

    /** A mark without what only programs need; the lines of a group, which look the same, are one path. */
    private static Mark compact(Mark mark) {
        return switch (mark) {
            case Tagged t when t.mark() instanceof Group -> new Tagged(t.cssClass(), t.data(), compact(t.mark()));
            case Tagged t -> t.mark();
            case Group g -> new Group(joined(g.marks().stream().map(ReportLayers::compact).toList()));
            default -> mark;
        };
    }

    private static List<Mark> joined(List<Mark> marks) {
        List<Mark> joined = new ArrayList<>();
        Path2D path = new Path2D.Double();
        for (Mark mark : marks) {
            if (mark instanceof Line line) {
                path.moveTo(line.x1(), line.y1());
                path.lineTo(line.x2(), line.y2());
            } else {
                joined.add(mark);
            }
        }
        if (marks.getFirst() instanceof Line line) {
            joined.addFirst(new Mark.Path(path, new Style(Optional.empty(), Optional.of(line.stroke()))));
        }
        return joined;
    }
}
