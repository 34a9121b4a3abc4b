package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.aoi.Labels.Label;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.model.Recording;
import io.github.fixationheatmap.options.MetricSet;
import io.github.fixationheatmap.result.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the owner of some AOIs should know. */
final class AoiWarnings {

    /** With these a spreadsheet takes a field for a formula. */
    private static final String FORMULA_SIGNS = "=+-@";

    private final AoiSet aois;
    private final AoiHitRecorder log;
    private final Grid grid;

    AoiWarnings(AoiSet aois, AoiHitRecorder log, Grid grid) {
        this.aois = aois;
        this.log = log;
        this.grid = grid;
    }

    List<Manifest.Warning> all(MetricSet metrics, List<Recording> recordings) {
        List<Manifest.Warning> warnings = new ArrayList<>();
        aois.notes().forEach(note -> warnings.add(new Manifest.Warning(note.type(), note.detail())));
        for (int i = 0; i < aois.aois().size(); i++) {
            ofAoi(i, warnings);
        }
        if (!aois.aois().isEmpty()) {
            names(recordings).filter(name -> !name.isEmpty() && FORMULA_SIGNS.indexOf(name.charAt(0)) >= 0).distinct()
                    .forEach(name -> warnings.add(new Manifest.Warning("formula-like-name", "The name \"" + name
                            + "\" stands in the tables as it is, and opens as a formula in Excel.")));
        }
        if (metrics == MetricSet.EXTENDED && !log.inOrder()) {
            warnings.add(new Manifest.Warning("fixations-out-of-order",
                    "Fixations of a section are not in the order of their starts: its visits follow the order of the rows."));
        }
        return warnings;
    }

    private void ofAoi(int index, List<Manifest.Warning> warnings) {
        Aoi aoi = aois.aois().get(index);
        if (aoi.area().area() == 0) {
            warnings.add(new Manifest.Warning("aoi-empty", "The AOI " + named(aoi) + " has no area: no fixation can hit it."));
        } else if (!aoi.area().bounds().overlapsImage(grid.width(), grid.height())) {
            warnings.add(new Manifest.Warning("aoi-outside-image", "The AOI " + named(aoi) + " lies outside the image."));
        } else if (log.hitsOfAoi(index) == 0) {
            warnings.add(new Manifest.Warning("aoi-not-fixated", "The AOI " + named(aoi) + " was fixated by nobody."));
        }
    }

    private static String named(Aoi aoi) {
        return "\"" + aoi.name() + "\" (" + aoi.id() + ")";
    }

    /** The names that the tables hold. */
    private Stream<String> names(List<Recording> recordings) {
        return Stream.concat(log.labels().all().stream().map(Label::text), recordings.stream().map(Recording::name));
    }
}
