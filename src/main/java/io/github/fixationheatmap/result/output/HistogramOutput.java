package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.RecordingBins;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.HeatmapOption;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.format.Npz;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code histogram.npz}: the bins of each recording, and the heatmap in bins. At most 20 bytes for each of {@value RecordingBins#MAX_BINS}
 * bins, 1 kB for each recording, and 720 kB for the heatmap.
 */
final class HistogramOutput implements Output {

    private static final FileType FILE = new FileType("histogram.npz", NPZ,
            "the numbers behind the heatmap, for numpy; only if the option `outputs` names `\"histogram\"`");

    @Override
    public List<FileType> files() {
        return List.of(FILE);
    }

    @Override
    public boolean isMade(HeatmapOptions options) {
        return options.figures().outputs().contains(ChosenOutput.HISTOGRAM);
    }

    @Override
    public Set<FixationListeners.Kind<?>> listeners() {
        return Set.of(Analysis.RECORDING_BINS);
    }

    @Override
    public Optional<Warning> obstacle(Analysis analysis, Pictures pictures) {
        return tooLarge("histogram-too-large", FILE, analysis);
    }

    /** Why a file with all bins of recordings cannot be made, if they are too many. */
    static Optional<Warning> tooLarge(String type, FileType file, Analysis analysis) {
        return analysis.listeners().get(Analysis.RECORDING_BINS).isTooLarge()
                ? Optional.of(new Warning(type, file.name() + " would have more than " + NumberText.grouped(RecordingBins.MAX_BINS)
                        + " bins of recordings, and is left out. Set the option " + HeatmapOption.RECORDINGS.id() + " to choose some."))
                : Optional.empty();
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        return List.of(new ResultFile(keys.of(FILE.name()), FILE.contentType(), arrays(analysis).body()));
    }

    private static Npz arrays(Analysis analysis) {
        Grid grid = analysis.setup().grid();
        List<String> ids = analysis.fixations().selected().stream().map(Recording::id).toList();
        RecordingBins bins = analysis.listeners().get(Analysis.RECORDING_BINS);
        Entries entries = new Entries(bins.count());
        for (int i = 0; i < ids.size(); i++) {
            int recording = i;
            bins.ofRecording(ids.get(i), (x, y, weight) -> entries.add(recording, y, x, weight));
        }
        double maximum = analysis.field().peak();
        double[][] heatmap = analysis.field().blurred();
        if (maximum > 0) {
            for (double[] row : heatmap) {
                Arrays.setAll(row, i -> row[i] / maximum);
            }
        }
        Npz npz = new Npz();
        npz.put("recordings", ids);
        npz.put("recording", entries.recording);
        npz.put("y", entries.y);
        npz.put("x", entries.x);
        npz.put("weight", entries.weight);
        npz.put("x_edges", grid.xAxis().edges());
        npz.put("y_edges", grid.yAxis().edges());
        npz.put("heatmap", heatmap);
        npz.put("maximum", maximum);
        return npz;
    }

    /** Bins of recordings, by column. */
    private static final class Entries {

        private final int[] recording;
        private final int[] y;
        private final int[] x;
        private final double[] weight;
        private int size;

        Entries(int count) {
            recording = new int[count];
            y = new int[count];
            x = new int[count];
            weight = new double[count];
        }

        void add(int ofRecording, int row, int column, double sum) {
            recording[size] = ofRecording;
            y[size] = row;
            x[size] = column;
            weight[size++] = sum;
        }
    }
}
