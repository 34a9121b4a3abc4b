package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.result.DescribedRun;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.report.Report;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import java.util.List;
import java.util.Set;

/** {@code report.html}: what was seen, how it was made, and what was made of it, on one page. */
final class ReportOutput implements Output {

    private static final FileType FILE =
            new FileType("report.html", HTML, "a page to read, send and print: pictures, tables, checks, methods and checksums");

    @Override
    public List<FileType> files() {
        return List.of(FILE);
    }

    @Override
    public boolean isMade(HeatmapOptions options) {
        return options.figures().outputs().contains(ChosenOutput.REPORT);
    }

    @Override
    public Set<FixationListeners.Kind<?>> listeners() {
        return Set.of(Analysis.AOI_HITS, Analysis.SCANPATHS);
    }

    @Override
    public boolean describesRun() {
        return true;
    }

    @Override
    public List<ResultFile> describe(DescribedRun run, Pictures pictures, ResultKeys keys) {
        byte[] page = Report.of(run, ReportLayers.pictures(run.manifest().analysis(), pictures)).html();
        return List.of(new ResultFile(keys.of(FILE.name()), FILE.contentType(), PutBody.of(page)));
    }
}
