package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.FixationListener;
import io.github.fixationheatmap.model.Recording;
import io.github.fixationheatmap.options.AoiOptions;
import io.github.fixationheatmap.options.Background;
import io.github.fixationheatmap.options.MetricSet;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.result.AoiEntry;
import io.github.fixationheatmap.result.AoiTables;
import io.github.fixationheatmap.result.Manifest;
import io.github.fixationheatmap.result.Output;
import java.util.ArrayList;
import java.util.List;

/** The part of a run that is about AOIs: it listens while fixations are counted, and makes the tables when all are. */
public final class AoiStage {

    /** The most rows of the table of metrics: 1,000 labels of 5,000 recordings. */
    private static final int MAX_ROWS = 5_000_000;

    private final AoiSet aois;
    private final Grid grid;
    private final AoiOptions options;
    private final AoiHitRecorder log;

    private AoiStage(AoiSet aois, Grid grid, AoiOptions options) {
        this.aois = aois;
        this.grid = grid;
        this.options = options;
        this.log = new AoiHitRecorder(aois.aois(), options.background(), grid.width(), grid.height());
    }

    /**
     * Gets ready to listen.
     *
     * @param background where the option {@code background} stands
     */
    static AoiStage begin(AoiSet aois, Grid grid, AoiOptions options, Location background) {
        boolean taken = aois.aois().stream().anyMatch(aoi -> aoi.labels().contains(Background.NAME));
        if (options.background() == Background.LISTED && taken) {
            throw new Problem(ProblemType.BAD_OPTION, background, "true", "false, because an AOI is labelled \"" + Background.NAME + "\"")
                    .asException();
        }
        return new AoiStage(aois, grid, options);
    }

    /** What has to be told of each fixation. */
    FixationListener observer() {
        return log;
    }

    /**
     * Checks how long the tables of metrics will be.
     *
     * @param selected how many recordings were selected
     * @param place where the areas stand
     * @throws io.github.fixationheatmap.problem.ProblemException if a table would be too long
     */
    void checkRows(int selected, Location place) {
        long rows = (long) log.labels().all().size() * selected;
        if (rows > MAX_ROWS) {
            throw new Problem(ProblemType.TOO_LARGE, place, rows + " pairs of a label and a recording", "at most " + MAX_ROWS)
                    .asException();
        }
    }

    /** The tables, once all fixations were told. */
    List<Output> tables(ResultKeys keys, SectionTimeOrigin origin, List<Recording> selected) {
        AoiTables tables = new AoiTables(log, new AoiMetrics(log, origin, selected), options.columns(), options.metrics());
        List<Output> outputs = new ArrayList<>();
        outputs.add(Output.csv(keys.aoiFixations(), tables.fixations()));
        outputs.add(Output.csv(keys.aoiMetrics(), tables.metrics()));
        if (options.metrics() == MetricSet.EXTENDED) {
            outputs.add(Output.csv(keys.aoiSummary(), tables.summary()));
        }
        return outputs;
    }

    /** What the manifest lists of the AOIs. */
    public List<AoiEntry> entries() {
        List<AoiEntry> entries = new ArrayList<>();
        for (int i = 0; i < aois.aois().size(); i++) {
            entries.add(AoiEntry.of(aois.aois().get(i), grid, log.hitsOfAoi(i)));
        }
        if (log.labels().ofBackground() != null) {
            entries.add(AoiEntry.ofBackground(log.hitsOfBackground()));
        }
        return entries;
    }

    /** What the owner should know of the AOIs. */
    public List<Manifest.Warning> warnings(List<Recording> selected) {
        List<Manifest.Warning> warnings = new AoiWarnings(aois, log, grid).all(options.metrics(), selected);
        if (options.background() == Background.LISTED && aois.aois().isEmpty()) {
            warnings.add(new Manifest.Warning("background-without-aois", "There is no AOI, and so no background either to be listed."));
        }
        return warnings;
    }
}
