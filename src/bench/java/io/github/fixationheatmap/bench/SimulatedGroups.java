package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.analysis.comparison.ComparedGroups;
import io.github.fixationheatmap.analysis.comparison.RecordingMaps;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Two groups of made-up participants who look at the same scene. Each has places of their own beside those of the scene. Unless a shift is
 * wanted, both groups are made in the same way, so that there is no difference to find.
 *
 * @param groups the groups, a and b
 * @param maps the maps of their recordings
 */
public record SimulatedGroups(ComparedGroups groups, RecordingMaps maps) {

    private static final int FIXATIONS = 60;
    private static final int PLACES = 6;
    private static final int OWN_PLACES = 3;
    /** The standard deviation of fixations around a place, as a part of the image's width. */
    private static final double SPREAD = 0.06;

    /**
     * Makes a study.
     *
     * @param size participants in each group, or pairs
     * @param shift by which part of the width the second group's fixations are moved to the right; 0 for no difference
     */
    public static SimulatedGroups of(Design design, int size, Grid grid, double shift, long seed) {
        Random random = new Random(seed);
        double[][] scene = places(random, PLACES);
        Map<String, List<int[]>> bins = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            double[][] own = places(random, OWN_PLACES);
            bins.put(id('a', i), fixations(random, scene, own, grid, 0));
            double[][] ofSecond = design == Design.PAIRED ? own : places(random, OWN_PLACES);
            bins.put(id('b', i), fixations(random, scene, ofSecond, grid, shift));
        }
        RecordingMaps maps = RecordingMaps.none(grid).of(
                bins.keySet(), (id, bin) -> bins.getOrDefault(id, List.of()).forEach(at -> bin.add(at[0], at[1], 1)),
                GaussianBlur.ofSigma(0.03 * grid.nx()), TimeCheck.NONE);
        return new SimulatedGroups(groups(design, size), maps);
    }

    private static ComparedGroups groups(Design design, int size) {
        List<String> a = new ArrayList<>();
        List<String> b = new ArrayList<>();
        List<ComparedGroups.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            a.add(id('a', i));
            b.add(id('b', i));
            pairs.add(new ComparedGroups.Pair(id('w', i), id('a', i), id('b', i)));
        }
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("a", a);
        groups.put("b", b);
        return switch (design) {
            case BETWEEN -> ComparedGroups.between(groups);
            case PAIRED -> ComparedGroups.paired("a", "b", pairs);
        };
    }

    private static String id(char kind, int number) {
        return kind + String.valueOf(1000 + number);
    }

    private static double[][] places(Random random, int count) {
        double[][] places = new double[count][];
        for (int i = 0; i < count; i++) {
            places[i] = new double[] {random.nextDouble(), random.nextDouble()};
        }
        return places;
    }

    private static List<int[]> fixations(Random random, double[][] scene, double[][] own, Grid grid, double shift) {
        List<int[]> bins = new ArrayList<>();
        while (bins.size() < FIXATIONS) {
            int place = random.nextInt(scene.length + own.length);
            double[] around = place < scene.length ? scene[place] : own[place - scene.length];
            double x = around[0] + shift + SPREAD * random.nextGaussian();
            double y = around[1] + SPREAD * random.nextGaussian() * grid.nx() / grid.ny();
            if (x >= 0 && x < 1 && y >= 0 && y < 1) {
                bins.add(new int[] {(int) (x * grid.nx()), (int) (y * grid.ny())});
            }
        }
        return bins;
    }
}
