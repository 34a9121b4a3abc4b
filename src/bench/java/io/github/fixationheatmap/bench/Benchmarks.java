package io.github.fixationheatmap.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs a benchmark by its name: {@code mvn -q -B test-compile exec:exec@bench -Dbench=NAME}. */
public final class Benchmarks {

    private interface Benchmark {
        void run(BenchmarkOptions options) throws Exception;
    }

    private static final Map<String, Benchmark> BY_NAME = Map.of(
            "costs", Costs::run,
            "figures", FigureCosts::run,
            "group-calibration", GroupCalibration::run,
            "groups", GroupCosts::run,
            "growth", Growth::run,
            "side-by-side", SideBySide::run,
            "stages", Stages::run,
            "start", FunctionStart::run,
            "study-finish", StudyFinish::run,
            "tables", TableRate::run);

    private Benchmarks() {}

    /** Arguments: the benchmark's name, then the options of {@link BenchmarkOptions}. */
    public static void main(String[] args) throws Exception {
        @Nullable Benchmark benchmark = args.length == 0 ? null : BY_NAME.get(args[0]);
        if (benchmark == null) {
            System.err.println("-Dbench= must be one of " + String.join(", ", new TreeMap<>(BY_NAME).keySet()));
            System.exit(1);
        } else {
            benchmark.run(BenchmarkOptions.parse(List.of(args)));
        }
    }
}
