package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Made-up recordings on a small grid. */
final class SmallStudy {

    final Grid grid;
    private final Map<String, double[][]> histograms = new LinkedHashMap<>();

    SmallStudy(int nx, int ny) {
        this.grid = new Grid(10 * nx, 10 * ny, nx, ny);
    }

    /** A recording with some fixations anywhere. */
    SmallStudy random(String id, Random random) {
        double[][] rows = new double[grid.ny()][grid.nx()];
        for (int i = 0; i < 12; i++) {
            rows[random.nextInt(rows.length)][random.nextInt(rows[0].length)]++;
        }
        return with(id, rows);
    }

    SmallStudy with(String id, double[][] histogram) {
        histograms.put(id, histogram);
        return this;
    }

    double[][] histogram(String id) {
        return Objects.requireNonNull(histograms.get(id));
    }

    RecordingMaps maps() {
        return maps(RecordingMaps.MAX_DOUBLES);
    }

    /** The maps of all recordings; as floats, if there are more values than may be doubles. */
    RecordingMaps maps(int maxDoubles) {
        return RecordingMaps.none(grid, maxDoubles).of(histograms.keySet(), (id, bin) -> {
            double[][] rows = histogram(id);
            for (int y = 0; y < rows.length; y++) {
                for (int x = 0; x < rows[y].length; x++) {
                    if (rows[y][x] > 0) {
                        bin.add(x, y, rows[y][x]);
                    }
                }
            }
        }, GaussianBlur.ofSigma(1), TimeCheck.NONE);
    }

    /** Groups a and b of recordings a0, a1, ... and b0, b1, ... */
    static ComparedGroups groups(Design design, int first, int second) {
        return switch (design) {
            case BETWEEN -> between(ids("a", first), ids("b", second));
            case PAIRED -> paired("a", "b", first);
        };
    }

    static ComparedGroups between(List<String> first, List<String> second) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("a", first);
        groups.put("b", second);
        return ComparedGroups.between(groups);
    }

    /** Pairs of the recordings of two kinds; the wearers are in the same order. */
    static ComparedGroups paired(String first, String second, int count) {
        List<ComparedGroups.Pair> pairs = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            pairs.add(new ComparedGroups.Pair("w" + i, first + i, second + i));
        }
        return ComparedGroups.paired(first, second, pairs);
    }

    static List<String> ids(String kind, int count) {
        String[] ids = new String[count];
        Arrays.setAll(ids, i -> kind + i);
        return List.of(ids);
    }
}
