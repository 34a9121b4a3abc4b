package io.github.fixationheatmap.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.github.fixationheatmap.analysis.comparison.ComparedGroups;
import io.github.fixationheatmap.analysis.comparison.GroupComparison.PermutationTest;
import io.github.fixationheatmap.analysis.comparison.GroupStudy;
import io.github.fixationheatmap.analysis.comparison.HotSpots;
import io.github.fixationheatmap.analysis.comparison.RecordingMaps;
import io.github.fixationheatmap.analysis.comparison.Stability;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Comparisons of 100 participants with 67,500 bins, side by side with scripts of numpy and scipy: of the largest statistic and of clusters.
 * And the stability of 300 recordings. Fixations lie anywhere, so that all bins are tested.
 */
final class GroupCosts {

    private static final Grid GRID = new Grid(1200, 900, 300, 225);
    private static final int PARTICIPANTS = 100;
    private static final int FIXATIONS = 100;
    private static final int RUNS = 5;
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path scripts;
    private final Path file;
    private final RecordingMaps maps;

    private GroupCosts(BenchmarkOptions options) throws IOException {
        this.scripts = options.project().resolve("src/bench/python");
        this.file = options.target().resolve("bench").resolve("groups.bin");
        this.maps = maps(PARTICIPANTS);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes(maps));
    }

    static void run(BenchmarkOptions options) throws IOException {
        GroupCosts costs = new GroupCosts(options);
        costs.sideBySide(Correction.MAX, 5000, "matrix.py", 5000);
        costs.sideBySide(Correction.MAX, 5000, "loop.py", 500);
        costs.sideBySide(Correction.TFCE, 500, "clusters.py", 100);
        Pair ours = new Pair("stability of 300 recordings");
        for (int i = 0; i <= RUNS; i++) {
            ours.time(i > 0, () -> Stability.of(maps(Stability.MAX_RECORDINGS), TimeCheck.NONE));
        }
        ours.print(1);
        RecordingMaps many = maps(Stability.MAX_RECORDINGS);
        Pair hotSpots = new Pair("hot spots of 300 recordings");
        for (int i = 0; i <= RUNS; i++) {
            hotSpots.time(i > 0, () -> HotSpots.confidence(many, TimeCheck.NONE));
        }
        hotSpots.print(1);
    }

    /** Both sides in turn, after one run that is not counted. Times are printed for the larger number of permutations. */
    private void sideBySide(Correction correction, int permutations, String script, int ofScript) throws IOException {
        requireSame(correction, script, ofScript);
        Pair ours = new Pair(correction.id() + ", " + permutations + " permutations");
        Pair theirs = new Pair(script);
        for (int i = 0; i <= RUNS; i++) {
            ours.time(i > 0, () -> test(correction, permutations));
            if (i > 0) {
                JsonNode told = script(script, ofScript);
                theirs.wall.add(1000 * told.path("seconds").asDouble());
                theirs.processor.add(1000 * told.path("processor").asDouble());
            }
        }
        ours.print(1);
        theirs.print((double) permutations / ofScript);
    }

    private void requireSame(Correction correction, String script, int permutations) throws IOException {
        PermutationTest test = test(correction, permutations);
        JsonNode told = script(script, permutations);
        double statistic = told.path("statistic").asDouble();
        if (test.smallestP() != told.path("p").asDouble() || Math.abs(test.largestStatistic() / statistic - 1) > 1e-9) {
            throw new IllegalStateException(script + " has other results: " + told + ", not " + test.largestStatistic() + " and p "
                    + test.smallestP());
        }
    }

    private JsonNode script(String name, int permutations) throws IOException {
        List<String> lines = PeerScripts.python(scripts.resolve(name), file.toString(), Integer.toString(PARTICIPANTS),
                Integer.toString(GRID.nx()), Integer.toString(GRID.ny()), Integer.toString(permutations));
        return new ObjectMapper().readTree(lines.getFirst());
    }

    private PermutationTest test(Correction correction, int permutations) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("a", maps.ids().subList(0, PARTICIPANTS / 2));
        groups.put("b", maps.ids().subList(PARTICIPANTS / 2, PARTICIPANTS));
        ComparisonOptions options = ComparisonOptions.PUBLISHED.withCorrection(correction).withPermutations(permutations);
        return GroupStudy.of(ComparedGroups.between(groups), maps, options, TimeCheck.NONE).comparisons().getFirst().test();
    }

    private static RecordingMaps maps(int recordings) {
        List<String> ids = IntStream.range(0, recordings).mapToObj(i -> "r" + (1000 + i)).toList();
        return RecordingMaps.none(GRID).of(ids, (id, bin) -> {
            Random random = new Random(id.hashCode());
            for (int i = 0; i < FIXATIONS; i++) {
                bin.add(random.nextInt(GRID.nx()), random.nextInt(GRID.ny()), 1);
            }
        }, GaussianBlur.ofScale(3), TimeCheck.NONE);
    }

    private static byte[] bytes(RecordingMaps maps) {
        ByteBuffer bytes = ByteBuffer.allocate(maps.ids().size() * GRID.nx() * GRID.ny() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (String id : maps.ids()) {
            for (double[] row : maps.map(id)) {
                for (double value : row) {
                    bytes.putDouble(value);
                }
            }
        }
        return bytes.array();
    }

    /** Times by the clock, and of all processors together. */
    private record Pair(Timings wall, Timings processor) {

        Pair(String name) {
            this(new Timings(name), new Timings("  processor time"));
        }

        void time(boolean counts, Runnable work) {
            long processorStart = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            work.run();
            double ms = (System.nanoTime() - start) / 1e6;
            if (counts) {
                wall.add(ms);
                processor.add((SYSTEM.getProcessCpuTime() - processorStart) / 1e6);
            }
        }

        void print(double times) {
            System.out.println(wall);
            System.out.println(processor);
            if (times != 1) {
                System.out.println("  its medians times " + times + " are " + Math.round(times * wall.median()) + " and "
                        + Math.round(times * processor.median()) + " ms");
            }
        }
    }
}
