package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Workers;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A map of each recording: its histogram divided by its sum, then blurred, so that each recording weighs the same. Immutable and
 * thread-safe.
 *
 * <p>Maps are kept as doubles up to {@value #MAX_DOUBLES} values (300 MB), and beyond that as floats: 270 MB for 1,000 recordings of
 * 67,500 bins.
 */
public final class RecordingMaps {

    /** The largest number of values, recordings times bins, that are kept with double precision. */
    public static final int MAX_DOUBLES = 37_500_000;

    /** The largest number of values: those of 1,000 recordings of a square image. */
    public static final int MAX_VALUES = 90_000_000;

    private final Grid grid;
    private final int maxDoubles;
    private final List<String> ids;
    private final Map<String, Integer> numbers;
    private final double[][] doubles;
    private final float[][] floats;

    private RecordingMaps(Grid grid, List<String> ids, int maxDoubles) {
        this.grid = grid;
        this.maxDoubles = maxDoubles;
        this.ids = ids;
        this.numbers = IntStream.range(0, ids.size()).boxed().collect(Collectors.toUnmodifiableMap(ids::get, i -> i));
        boolean precise = fitsDoubles(ids.size());
        this.doubles = new double[precise ? ids.size() : 0][];
        this.floats = new float[precise ? 0 : ids.size()][];
    }

    /** Maps of no recording, to begin with. */
    public static RecordingMaps none(Grid grid) {
        return none(grid, MAX_DOUBLES);
    }

    static RecordingMaps none(Grid grid, int maxDoubles) {
        return new RecordingMaps(grid, List.of(), maxDoubles);
    }

    private boolean fitsDoubles(long recordings) {
        return recordings * grid.nx() * grid.ny() <= maxDoubles;
    }

    /**
     * Blurs the histograms of recordings. Those that these maps have already are shared with them and not blurred again, where all of both
     * fit into {@value #MAX_DOUBLES} values.
     *
     * @param ids the ids of the recordings, each once; they are put in ascending order
     * @param bins gives the histogram of a recording; it is called by several threads
     * @param time is looked at before each recording
     * @throws IllegalArgumentException if a recording has no weight in any bin, or there are more than {@value #MAX_VALUES} values
     */
    public RecordingMaps of(Collection<String> ids, SparseBins bins, GaussianBlur blur, TimeCheck time) {
        if (ids.size() > largestNumber(grid)) {
            throw new IllegalArgumentException("maps of at most " + largestNumber(grid) + " recordings, not " + ids.size());
        }
        RecordingMaps maps = new RecordingMaps(grid, ids.stream().sorted().toList(), maxDoubles);
        int[] missing = maps.share(this);
        Workers.forEach(missing.length, () -> {
            double[][] rows = new double[grid.ny()][grid.nx()];
            GaussianBlur.Workspace workspace = new GaussianBlur.Workspace(grid.nx(), grid.ny());
            return number -> {
                time.check();
                shares(maps.ids.get(missing[number]), bins, rows);
                maps.keep(missing[number], blur.apply(rows, workspace, time));
            };
        });
        return maps;
    }

    /** Takes the maps that others have. Returns the numbers of the recordings that they lack. */
    private int[] share(RecordingMaps others) {
        IntStream all = IntStream.range(0, ids.size());
        if (!fitsDoubles(Stream.concat(ids.stream(), others.ids.stream()).distinct().count())) {
            return all.toArray();
        }
        return all.filter(number -> {
            Integer there = others.numbers.get(ids.get(number));
            if (there != null) {
                doubles[number] = others.doubles[there];
            }
            return there == null;
        }).toArray();
    }

    /** The largest number of recordings whose maps fit into memory. */
    public static int largestNumber(Grid grid) {
        return MAX_VALUES / (grid.nx() * grid.ny());
    }

    private static void shares(String id, SparseBins bins, double[][] rows) {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
        bins.ofRecording(id, (x, y, weight) -> rows[y][x] += weight);
        double sum = Arrays.stream(rows).flatMapToDouble(Arrays::stream).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException("recording " + id + " has no weight in any bin");
        }
        for (double[] row : rows) {
            for (int x = 0; x < row.length; x++) {
                row[x] /= sum;
            }
        }
    }

    private void keep(int number, double[][] rows) {
        int nx = grid.nx();
        if (doubles.length > 0) {
            doubles[number] = new double[nx * rows.length];
        } else {
            floats[number] = new float[nx * rows.length];
        }
        for (int y = 0; y < rows.length; y++) {
            if (doubles.length > 0) {
                System.arraycopy(rows[y], 0, doubles[number], y * nx, nx);
            } else {
                for (int x = 0; x < nx; x++) {
                    floats[number][y * nx + x] = (float) rows[y][x];
                }
            }
        }
    }

    /** The ids of the recordings, in ascending order. */
    public List<String> ids() {
        return ids;
    }

    /** The grid of all maps. */
    public Grid grid() {
        return grid;
    }

    /** A copy of a recording's map, {@code [ny][nx]}: shares of its weight, which sum to about 1. */
    public double[][] map(String id) {
        double[][] rows = new double[grid.ny()][grid.nx()];
        for (int y = 0; y < rows.length; y++) {
            copy(number(id), y * grid.nx(), rows[y], grid.nx());
        }
        return rows;
    }

    /** The number of a recording, its place among {@link #ids}. */
    int number(String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("there is no map of recording " + id);
        }
        return number;
    }

    /** The numbers of recordings. */
    int[] numbers(List<String> ofIds) {
        return ofIds.stream().mapToInt(this::number).toArray();
    }

    /** Copies bins {@code from} to {@code from + length - 1} of a recording, row by row from the top. */
    void copy(int number, int from, double[] out, int length) {
        if (doubles.length > 0) {
            System.arraycopy(doubles[number], from, out, 0, length);
        } else {
            float[] map = floats[number];
            for (int i = 0; i < length; i++) {
                out[i] = map[from + i];
            }
        }
    }

    /** Copies the bins {@code bins[from]} to {@code bins[from + length - 1]} of a recording. */
    void gather(int number, int[] bins, int from, double[] out, int length) {
        if (doubles.length > 0) {
            double[] map = doubles[number];
            for (int i = 0; i < length; i++) {
                out[i] = map[bins[from + i]];
            }
        } else {
            float[] map = floats[number];
            for (int i = 0; i < length; i++) {
                out[i] = map[bins[from + i]];
            }
        }
    }

    /** Gives the histograms of recordings: {@code (id, bin) -> recordingBins.ofRecording(id, bin::add)}. */
    @FunctionalInterface
    public interface SparseBins {

        /** Visits the bins of a recording that are not empty, each once. */
        void ofRecording(String id, Bin bin);

        /** Receives a bin and its weight, above 0. */
        @FunctionalInterface
        interface Bin {
            void add(int x, int y, double weight);
        }
    }
}
