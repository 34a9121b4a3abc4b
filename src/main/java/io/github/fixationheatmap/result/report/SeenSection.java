package io.github.fixationheatmap.result.report;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations.Rows;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.result.LeftOut;
import io.github.fixationheatmap.result.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * What was seen: the numbers first.
 *
 * @param origin what was read, and how large the image is
 * @param facts the numbers
 * @param warnings what the user should know, by kind
 */
record SeenSection(String origin, List<Fact> facts, List<Warnings> warnings) {

    /** How many warnings of a kind are in view. With hundreds of areas, one kind would fill pages. */
    private static final int IN_VIEW = 3;

    SeenSection {
        facts = List.copyOf(facts);
        warnings = List.copyOf(warnings);
    }

    /** A number with its name, and with a remark or an empty text. */
    record Fact(String name, String value, String remark) {}

    /**
     * The warnings of one kind, in words.
     *
     * @param inView the first of them
     * @param others the others, which the reader may unfold
     */
    record Warnings(List<String> inView, List<String> others) {

        static List<Warnings> of(List<Warning> warnings) {
            return Warning.byType(warnings).values().stream().map(details -> {
                int inView = details.size() <= IN_VIEW + 1 ? details.size() : IN_VIEW;
                return new Warnings(details.subList(0, inView), details.subList(inView, details.size()));
            }).toList();
        }
    }

    static SeenSection of(Manifest manifest) {
        Analysis analysis = manifest.analysis();
        Grid grid = analysis.setup().grid();
        Rows rows = analysis.fixations().counts().all();
        int all = analysis.fixations().counts().recordings().size();
        int selected = analysis.fixations().selected().size();
        double sigma = analysis.blur().sigma() * grid.pixelsPerBin();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Recordings", NumberText.grouped(selected), selected == all ? "" : "of " + NumberText.grouped(all)));
        facts.add(new Fact("Fixations counted", NumberText.grouped(rows.counted()), "of " + NumberText.grouped(rows.read()) + " rows"));
        facts.add(new Fact("Left out", NumberText.grouped(rows.read() - rows.counted()), String.join(", ", LeftOut.byReason(rows))));
        facts.add(new Fact("100 % stands for", rows.counted() == 0 ? "nothing" : NumberText.shortened(analysis.field().peak()),
                rows.counted() == 0 ? "" : Manifest.unit(analysis.setup().options())));
        facts.add(new Fact("Blur, sigma", Words.px(sigma), analysis.setup().options().pixelsPerDegree()
                .map(each -> NumberText.shortened(sigma / each) + "\u00b0 of visual angle").orElse("")));
        return new SeenSection(origin(analysis), facts, Warnings.of(manifest.warnings()));
    }

    /** What the report is about: the title that the options give, or the drop's name. */
    static String title(Manifest manifest) {
        return manifest.analysis().setup().options().figures().title().filter(title -> !title.isBlank()).orElseGet(() -> name(manifest));
    }

    /** The last part of the drop's key, and the export's folder in it. */
    private static String name(Manifest manifest) {
        String key = manifest.drop().key().replaceFirst("/+$", "");
        String name = key.substring(key.lastIndexOf('/') + 1);
        return Words.name(manifest.folder().isEmpty() ? name : name + " / " + manifest.folder());
    }

    /** The kind of export, in words. */
    static String kind(EnrichmentType type) {
        return switch (type) {
            case REFERENCE_IMAGE_MAPPER -> "Pupil Cloud Reference Image Mapper";
            case MANUAL_MAPPER -> "Pupil Cloud Manual Mapper";
            case MARKER_MAPPER -> "Pupil Cloud Marker Mapper";
            case NEON_PLAYER_SURFACE -> "Neon Player surface";
            case TOBII_STUDIO, TOBII_PRO_LAB, GAZEPOINT, EYELINK, PUPIL_PLAYER -> type.program();
            case LAYOUT -> "Custom layout";
        };
    }

    private static String origin(Analysis analysis) {
        Grid grid = analysis.setup().grid();
        return kind(analysis.fixations().type()) + " export, reference image " + NumberText.grouped(grid.width()) + " \u00d7 "
                + NumberText.grouped(grid.height()) + NumberText.SPACE + "px";
    }
}
