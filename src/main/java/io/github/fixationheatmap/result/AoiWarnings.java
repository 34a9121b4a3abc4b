package io.github.fixationheatmap.result;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin.OfSections;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.AoiOptions;
import io.github.fixationheatmap.options.AoiOptions.Background;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.options.AoiOptions.TimeOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the owner of AOIs should know of them and of their tables. */
public final class AoiWarnings {

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
        for (int i = 0; i < aois.size(); i++) {
            add(aois.get(i), hits.hitsOfAoi(i));
        }
        if (!aois.isEmpty()) {
            warnings.addAll(FormulaWarnings.of(analysis));
            addTimes(options.timeOrigin());
        }
        if (options.metrics() == MetricSet.EXTENDED && !hits.inOrder()) {
            warnings.add(new Warning("fixations-out-of-order",
                    "Fixations of a section are not in the order of their starts: its visits follow the order of the rows."));
        }
        if (options.background() == Background.LISTED && aois.isEmpty()) {
            warnings.add(new Warning("background-without-aois", "There is no AOI, and so no background either to be listed."));
        }
    }

    private void addTimes(Optional<TimeOrigin> chosen) {
        if (!(analysis.timeOrigin() instanceof OfSections origin)) {
            return;
        }
        if (origin.withoutStart().isPresent()) {
            warnings.add(new Warning("recording-start-missing", "No start of the recording " + origin.withoutStart().get().described()
                    + " is in events.csv or recordings.csv: times to first fixation count from the starts of sections."));
        } else if (chosen.isEmpty()) {
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

    private void add(Aoi aoi, long hitsOfAoi) {
        Grid grid = analysis.setup().grid();
        String named = "\"" + aoi.name() + "\" (" + aoi.id() + ")";
        if (aoi.area().area() == 0) {
            warnings.add(new Warning("aoi-empty", "The AOI " + named + " has no area: no fixation can hit it."));
        } else if (!aoi.area().bounds().overlapsImage(grid.width(), grid.height())) {
            warnings.add(new Warning("aoi-outside-image", "The AOI " + named + " lies outside the image."));
        } else if (hitsOfAoi == 0) {
            warnings.add(new Warning("aoi-not-fixated", "The AOI " + named + " was fixated by nobody."));
        }
    }
}
