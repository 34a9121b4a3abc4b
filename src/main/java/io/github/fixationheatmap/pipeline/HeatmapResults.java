package io.github.fixationheatmap.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationCounter.CountedFixations.Rows;
import io.github.fixationheatmap.analysis.ImageFit;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.result.AoiWarnings;
import io.github.fixationheatmap.result.Fingerprinter.Fingerprint;
import io.github.fixationheatmap.result.Manifest;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.ResultFile.WrittenFile;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.result.output.Outputs;
import java.util.ArrayList;
import java.util.List;

/**
 * The results of one export, made and not yet published.
 *
 * @param tool what made them
 * @param fingerprint names everything that they depend on
 * @param manifest what was read, counted and chosen
 * @param files the files
 */
record HeatmapResults(Tool tool, Fingerprint fingerprint, Manifest manifest, List<ResultFile> files) implements Results {

    HeatmapResults {
        files = List.copyOf(files);
    }

    static HeatmapResults of(Tool tool, Fingerprint fingerprint, ExportContents contents, Analysis analysis, List<ResultFile> files) {
        Manifest manifest = new Manifest(
                contents.drop(), contents.export().folder(), contents.inputs(), analysis, warnings(contents, analysis));
        return new HeatmapResults(tool, fingerprint, manifest, files);
    }

    private static List<Warning> warnings(ExportContents contents, Analysis analysis) {
        List<Warning> warnings = new ArrayList<>();
        Rows rows = analysis.fixations().counts().all();
        if (rows.counted() == 0) {
            warnings.add(new Warning("no-fixation-counted", "No fixation was counted: the heatmap is empty."));
        }
        if (rows.repeated() > 0) {
            warnings.add(new Warning("rows-repeated", "Rows of the fixations that repeat an earlier row (recording, fixation id and start),"
                    + " and count once: " + rows.repeated() + " of " + rows.read() + "."));
        }
        warnings.addAll(contents.image().warnings());
        warnings.addAll(contents.export().warnings());
        analysis.fixations().fit().flatMap(ImageFit::warning).ifPresent(warnings::add);
        warnings.addAll(AoiWarnings.of(analysis));
        warnings.addAll(Outputs.warnings(analysis));
        return warnings;
    }

    @Override
    public ObjectNode manifest(List<WrittenFile> written) {
        return manifest.json(tool, fingerprint, written);
    }

    @Override
    public long rowsRead() {
        return manifest.analysis().fixations().counts().all().read();
    }

    @Override
    public long rowsCounted() {
        return manifest.analysis().fixations().counts().all().counted();
    }
}
