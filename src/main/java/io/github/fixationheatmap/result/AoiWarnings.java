package io.github.fixationheatmap.result;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Labels.Label;
import io.github.fixationheatmap.analysis.aoi.Polygon;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin.OfSections;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.AoiOptions;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import io.github.fixationheatmap.options.AoiOptions.Background;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.options.AoiOptions.TimeOrigin;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the user should know of AOIs and of their tables. */
public final class AoiWarnings {

    /** A spreadsheet takes a cell that begins with one of these for a formula, or may do so after it removed the tab or line end. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Analysis analysis;
    private final AoiHitRecorder hits;
    private final List<Warning> warnings = new ArrayList<>();

    private AoiWarnings(Analysis analysis) {
        this.analysis = analysis;
        this.hits = analysis.aoiHits();
    }

    /** The warnings of a run. */
    public static List<Warning> of(Analysis analysis) {
        AoiWarnings all = new AoiWarnings(analysis);
        all.addAll();
        return all.warnings;
    }

    private void addAll() {
        List<Aoi> aois = analysis.setup().aois().aois();
        AoiOptions options = analysis.setup().options().aoi();
        warnings.addAll(analysis.setup().aois().warnings());
        if (!aois.isEmpty()) {
            addFormulas();
            addTimes(options.timeOrigin());
        }
        if (options.metrics() == MetricSet.EXTENDED && !hits.inOrder()) {
            warnings.add(new Warning("fixations-out-of-order",
                    "Fixations of a section are not in the order of their starts: its visits follow the order of the rows."));
        }
        if (options.background() == Background.LISTED && aois.isEmpty()) {
            warnings.add(new Warning("background-without-aois", "There is no AOI, and so no background either to be listed."));
        }
        // Warnings about single AOIs come last, because a manifest cuts long lists.
        for (int i = 0; i < aois.size(); i++) {
            add(aois.get(i), hits.hitsOfAoi(i));
        }
    }

    private void addTimes(Optional<TimeOrigin> chosen) {
        if (!(analysis.timeOrigin() instanceof OfSections origin)) {
            return;
        }
        if (origin.withoutStart().isPresent()) {
            warnings.add(new Warning("recording-start-missing", "No start of the recording " + origin.withoutStart().get().described()
                    + " is in events.csv or recordings.csv: times to first fixation count from the starts of sections."));
        } else if (chosen.isEmpty() && analysis.fixations().type().isMapped()) {
            warnings.add(new Warning("time-origin-section", "Times to first fixation count from the start of the section."
                    + " Pupil Cloud's own table was seen to count from the start of the recording: events.csv or recordings.csv tell it,"
                    + " and the option timeOrigin chooses."));
        }
        List<String> unknown = hits.sectionIdsOfHits().distinct().filter(id -> !origin.sections().containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            warnings.add(new Warning("section-start-missing", "No sections.csv has the start of the section " + unknown.getFirst()
                    + (unknown.size() > 1 ? " and " + (unknown.size() - 1) + " more" : "")
                    + ": times to first fixation count from the first fixation."));
        }
    }

    private static boolean crossesItself(Aoi aoi) {
        return aoi.area() instanceof Polygon polygon && polygon.crossesItself();
    }

    private void add(Aoi aoi, long hitsOfAoi) {
        Grid grid = analysis.setup().grid();
        String named = "\"" + aoi.name() + "\" (" + aoi.id() + ")";
        boolean noArea = aoi.area().area() == 0;
        if (crossesItself(aoi) || (noArea && hitsOfAoi > 0)) {
            warnings.add(new Warning("aoi-crosses-itself", "The outline of the AOI " + named + " crosses itself. The even-odd rule tells"
                    + " what is inside, and its area in the manifest is not the true one. Fixations inside: " + hitsOfAoi + "."));
        } else if (noArea) {
            warnings.add(new Warning("aoi-empty", "The AOI " + named + " has no area: no fixation hit it."));
        } else if (!aoi.area().bounds().overlapsImage(grid.width(), grid.height())) {
            warnings.add(new Warning("aoi-outside-image", "The AOI " + named + " lies outside the image."));
        } else if (hitsOfAoi == 0) {
            warnings.add(new Warning("aoi-not-fixated", "The AOI " + named + " was fixated by nobody."));
        }
    }

    /**
     * Warns of text in the tables that a spreadsheet takes for a formula, once for each column, whichever tables have it. These columns
     * hold text: ids and names. All others hold numbers that are never negative.
     */
    private void addFormulas() {
        AoiColumns columns = analysis.setup().options().aoi().columns();
        List<Label> labels = hits.labels().all();
        List<Recording> recordings = analysis.fixations().selected();
        addFormulas(columns.labelId(), labels.stream().map(Label::id));
        addFormulas(columns.labelName(), labels.stream().map(Label::text));
        addFormulas("section id", hits.sectionIdsOfHits());
        addFormulas("recording id", recordings.stream().map(Recording::id));
        addFormulas("recording name", recordings.stream().map(Recording::name));
        addFormulas("fixation id", hits.hits().textIds());
    }

    /**
     * Adds the warning about a column, if there is one.
     *
     * @param values the text of each label, section, recording or fixation
     */
    private void addFormulas(String column, Stream<String> values) {
        // There may be millions of fixation ids: they are counted, and not collected.
        Iterator<String> formulas = values.filter(AoiWarnings::isFormula).iterator();
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
