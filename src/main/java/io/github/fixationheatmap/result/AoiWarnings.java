package io.github.fixationheatmap.result;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.AoiOptions;
import io.github.fixationheatmap.options.AoiOptions.Background;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import java.util.ArrayList;
import java.util.List;

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
        if (!aois.isEmpty()) {
            warnings.addAll(FormulaWarnings.of(analysis));
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
