package io.github.fixationheatmap.result.report;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations.Counts.OfRecording;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.draw.figure.Scanpaths;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.options.HeatmapOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The selected recordings.
 *
 * @param rows the first recordings
 * @param coloured whether the page has scanpaths, whose colours the rows show
 * @param note what the shares are of, and how many recordings are not shown
 */
record RecordingsSection(List<Row> rows, boolean coloured, String note) {

    /** More rows would make the page long. */
    static final int MAX_ROWS = 200;

    RecordingsSection {
        rows = List.copyOf(rows);
    }

    /**
     * A recording.
     *
     * @param colour the colour of its scanpath
     * @param share its share of the total weight, 0 to 1
     */
    record Row(String name, String colour, String counted, String outside, String notMapped, double share) {

        /** The share in percent. */
        String percent() {
            return Words.oneDecimal(100 * share) + NumberText.SPACE + "%";
        }

        /** The bar's length. */
        String length() {
            return Words.decimal(100 * share) + "%";
        }
    }

    static RecordingsSection of(Analysis analysis, ReportPictures pictures) {
        List<OfRecording> selected = selected(analysis);
        double total = selected.stream().mapToDouble(each -> weight(each, analysis.setup().options())).sum();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(selected.size(), MAX_ROWS); i++) {
            OfRecording each = selected.get(i);
            rows.add(new Row(Words.name(each.recording().name()), String.format("#%06x", Scanpaths.colour(i, selected.size())),
                    NumberText.grouped(each.rows().counted()), NumberText.grouped(each.rows().outsideImage()),
                    NumberText.grouped(each.rows().notMapped()),
                    total > 0 ? weight(each, analysis.setup().options()) / total : 0));
        }
        int all = analysis.fixations().counts().recordings().size();
        String shown = selected.size() > MAX_ROWS
                ? " These are the first " + MAX_ROWS + " of " + NumberText.grouped(selected.size()) + " recordings." : "";
        String unselected = all > selected.size()
                ? " " + NumberText.counted(all - selected.size(), "recording") + " not selected " + Words.are(all - selected.size())
                        + " not listed." : "";
        return new RecordingsSection(rows, pictures.scanpath().isMade(), meaning(analysis.setup().options()) + shown + unselected);
    }

    private static String meaning(HeatmapOptions options) {
        return switch (options.normalization()) {
            case RECORDING -> "All recordings with a fixation have the same share of the weight.";
            case NONE -> switch (options.weight()) {
                case COUNT -> "The share is that of all counted fixations.";
                case DURATION -> "The share is that of the duration of all counted fixations.";
            };
        };
    }

    /** The selected recordings, in the manifest's order. */
    static List<OfRecording> selected(Analysis analysis) {
        Set<Recording> selected = new HashSet<>(analysis.fixations().selected());
        return analysis.fixations().counts().recordings().stream().filter(each -> selected.contains(each.recording())).toList();
    }

    /** What a recording weighs in the heatmap. */
    static double weight(OfRecording recording, HeatmapOptions options) {
        return switch (options.normalization()) {
            case RECORDING -> Math.signum(recording.weight());
            case NONE -> recording.weight();
        };
    }
}
