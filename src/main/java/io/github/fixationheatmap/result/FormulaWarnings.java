package io.github.fixationheatmap.result;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.aoi.Labels.Label;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Warnings about text in the tables that a spreadsheet takes for a formula: one for each column, whichever tables have it. */
final class FormulaWarnings {

    /** A spreadsheet takes a cell that begins with one of these for a formula, or may do so after it removed the tab or line end. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final List<Warning> warnings = new ArrayList<>();

    private FormulaWarnings() {}

    /** The warnings about the columns that hold text: ids and names. All other columns hold numbers that are never negative. */
    static List<Warning> of(Analysis analysis) {
        AoiHitRecorder hits = analysis.aoiHits();
        AoiColumns columns = analysis.setup().options().aoi().columns();
        List<Label> labels = hits.labels().all();
        List<Recording> recordings = analysis.fixations().selected();
        FormulaWarnings all = new FormulaWarnings();
        all.add(columns.labelId(), labels.stream().map(Label::id));
        all.add(columns.labelName(), labels.stream().map(Label::text));
        all.add("section id", hits.sectionIdsOfHits());
        all.add("recording id", recordings.stream().map(Recording::id));
        all.add("recording name", recordings.stream().map(Recording::name));
        all.add("fixation id", hits.hits().textIds());
        return all.warnings;
    }

    /**
     * Adds the warning about a column, if there is one.
     *
     * @param values the text of each label, section, recording or fixation
     */
    private void add(String column, Stream<String> values) {
        // There may be millions of fixation ids: they are counted, and not collected.
        Iterator<String> formulas = values.filter(FormulaWarnings::isFormula).iterator();
        if (!formulas.hasNext()) {
            return;
        }
        String first = formulas.next();
        int more = 0;
        for (; formulas.hasNext(); formulas.next()) {
            more++;
        }
        warnings.add(new Warning("formula-like-name", "Text in the column \"" + column + "\" opens as a formula in Excel: \"" + first + "\""
                + (more > 0 ? " and " + more + " more." : ".")));
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
