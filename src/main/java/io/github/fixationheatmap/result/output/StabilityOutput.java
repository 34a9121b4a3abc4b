package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.comparison.Stability;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.format.CsvFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code stability.csv}: how well the maps of n recordings agree with those of n others. */
final class StabilityOutput implements Output {

    private static final FileType FILE = new FileType("stability.csv", CSV,
            "how well the map of n recordings correlates with that of n others; from 4 recordings on");
    private static final List<String> HEADER = List.of("n", "cc mean", "cc 2.5 %", "cc 97.5 %");

    @Override
    public List<FileType> files() {
        return List.of(FILE);
    }

    /** Groups need them as well. */
    @Override
    public Set<FixationListeners.Kind<?>> listeners() {
        return Set.of(Analysis.RECORDING_BINS);
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        return analysis.stability().map(stability -> List.of(CsvFile.of(rows(stability)).file(keys.of(FILE.name())))).orElse(List.of());
    }

    private static List<List<String>> rows(Stability stability) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        stability.curve().forEach(point -> rows.add(List.of(String.valueOf(point.n()), GroupTableOutput.number(point.mean()),
                GroupTableOutput.number(point.low()), GroupTableOutput.number(point.high()))));
        return rows;
    }
}
