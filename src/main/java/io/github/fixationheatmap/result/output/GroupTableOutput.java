package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.comparison.GroupComparison.Sampling;
import io.github.fixationheatmap.analysis.comparison.GroupComparison;
import io.github.fixationheatmap.analysis.comparison.GroupStudy;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.format.CsvFile;
import io.github.fixationheatmap.result.format.Npz;
import java.util.ArrayList;
import java.util.List;

/** {@code groups.csv}: how each two groups compare, and {@code groups.npz}: all maps behind it. */
final class GroupTableOutput implements Output {

    private static final FileType TABLE = new FileType("groups.csv", CSV,
            "how each two groups compare: similarity, p values, and the share of the image that differs");
    private static final FileType ARRAYS = new FileType("groups.npz", NPZ, "the maps behind it, for numpy");
    private static final List<String> HEADER = List.of("group a", "group b", "n a", "n b", "cc", "sim", "kl a to b", "kl b to a", "design",
            "correction", "relabelings", "exact", "largest statistic", "smallest p", "bins tested", "bins with p <= alpha",
            "share of the image");

    @Override
    public List<FileType> files() {
        return List.of(TABLE, ARRAYS);
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        return analysis.groups().map(study -> List.of(
                CsvFile.of(rows(study)).file(keys.of(TABLE.name())),
                new ResultFile(keys.of(ARRAYS.name()), ARRAYS.contentType(), arrays(study).body()))).orElse(List.of());
    }

    private static List<List<String>> rows(GroupStudy study) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        for (GroupComparison pair : study.comparisons()) {
            GroupComparison.PermutationTest test = pair.test();
            rows.add(List.of(pair.first(), pair.second(), String.valueOf(pair.firstSize()), String.valueOf(pair.secondSize()),
                    number(pair.similarity().cc()), number(pair.similarity().sim()),
                    number(pair.similarity().klFirstToSecond()), number(pair.similarity().klSecondToFirst()),
                    pair.design().id(), test.correction().id(), String.valueOf(test.relabelings()),
                    String.valueOf(test.sampling() == Sampling.ALL), number(test.largestStatistic()), number(test.smallestP()),
                    String.valueOf(test.binsTested()), String.valueOf(test.binsFound()), number(test.shareFound())));
        }
        return rows;
    }

    /** A number, or nothing where there is none: the correlation of a map that is the same everywhere. */
    static String number(double value) {
        return Double.isNaN(value) ? "" : String.valueOf(value);
    }

    private static Npz arrays(GroupStudy study) {
        Npz npz = new Npz();
        study.maps().names().forEach(group -> npz.put("mean_" + group, study.maps().mean(group)));
        for (GroupComparison pair : study.comparisons()) {
            String name = pair.first() + "_vs_" + pair.second();
            npz.put("difference_" + name, study.maps().difference(pair.first(), pair.second()));
            npz.put("statistic_" + name, pair.test().statistic());
            npz.put("p_" + name, pair.test().p());
        }
        return npz;
    }
}
