package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.RecordingBins;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.result.RecordingHistogramsFile;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code recording_histograms.json}: what a study adds up to the picture of all recordings that saw the same photo. At most 25 bytes for
 * each of {@value RecordingBins#MAX_BINS} bins.
 */
public final class RecordingHistogramsOutput implements Output {

    private static final FileType FILE = new FileType("recording_histograms.json", JsonDocument.MEDIA_TYPE, "recordings' bins,"
            + " for [studies](src/docs/studies.md); only if `outputs` names `\"recording-histograms\"`");

    RecordingHistogramsOutput() {}

    /** The name of its file. */
    public static String fileName() {
        return FILE.name();
    }

    @Override
    public List<FileType> files() {
        return List.of(FILE);
    }

    @Override
    public boolean isMade(HeatmapOptions options) {
        return options.figures().outputs().contains(ChosenOutput.RECORDING_HISTOGRAMS);
    }

    @Override
    public Set<FixationListeners.Kind<?>> listeners() {
        return Set.of(Analysis.RECORDING_BINS);
    }

    @Override
    public Optional<Warning> obstacle(Analysis analysis, Pictures pictures) {
        return HistogramOutput.tooLarge("recording-histograms-too-large", FILE, analysis);
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        byte[] bytes = RecordingHistogramsFile.of(analysis, pictures.image().digest(analysis.setup().time())).bytes();
        return List.of(new ResultFile(keys.of(FILE.name()), FILE.contentType(), PutBody.of(bytes)));
    }
}
