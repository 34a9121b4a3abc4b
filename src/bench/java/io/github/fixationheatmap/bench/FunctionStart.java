package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.bench.FunctionRuns.Restore;
import io.github.fixationheatmap.bench.FunctionRuns.Start;
import io.github.fixationheatmap.lambda.FunctionProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How long the packaged function takes from its process's start to its first result of a study of 2 MP and 10,000 rows, and from a
 * snapshot: {@code mvn -q -B test-compile exec:exec@start}. With {@code -Dagainst=FOLDER} another packaged function takes turns with
 * it; {@code -Dstart.runs=N} sets how often.
 *
 * <p>The processes are started with Lambda's options under Lambda's runtime interface client; S3 and the Runtime API are on loopback, in
 * this JVM. What is not there: reading the package and the snapshot from Lambda's disks, and S3 over a network.
 */
public final class FunctionStart {

    private static final int REQUESTS = 10;
    private static final Map<String, List<String>> PROCESSORS = processors();

    private FunctionStart() {}

    static void run(BenchmarkOptions options) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Map<String, Path> functions = new LinkedHashMap<>();
        functions.put("this", options.target().resolve("function"));
        if (!options.against().isEmpty()) {
            functions.put("other", Path.of(options.against()).toAbsolutePath());
        }
        if (functions.values().stream().anyMatch(f -> !Files.isDirectory(f.resolve("lib")))) {
            System.err.println("no packaged function in " + functions.values());
            System.exit(1);
        }
        Map<String, byte[]> study = StartStudy.files();
        try (FunctionRuns all = new FunctionRuns(options.target().resolve("runtime-client"), options.target().resolve("start"))) {
            starts(all, functions, study, options.runs());
            restores(all, functions, study, Math.max(1, options.runs() / 2));
            loaded(all, functions, study);
        }
    }

    private static void starts(FunctionRuns all, Map<String, Path> functions, Map<String, byte[]> study, int runs)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        System.out.println("start to first result, ms           JVM   init   first request   all: min / median / max   CPU time");
        for (Map.Entry<String, List<String>> on : PROCESSORS.entrySet()) {
            Map<String, List<Start>> starts = new LinkedHashMap<>();
            for (int i = 0; i < runs; i++) {
                for (Map.Entry<String, Path> function : functions.entrySet()) {
                    starts.computeIfAbsent(function.getKey(), k -> new ArrayList<>())
                            .add(all.start(on.getValue(), FunctionProcess.ON_DEMAND, function.getValue(), study));
                }
            }
            starts.forEach((name, s) -> System.out.println(String.format(Locale.ROOT,
                    "%-6s %-22s %9.0f %6.0f %15.0f   %8.0f / %4.0f / %4.0f %10.0f", name, on.getKey(),
                    median(s, Start::jvm), median(s, t -> t.ready() - t.jvm()), median(s, t -> t.result() - t.ready()),
                    sorted(s, Start::result)[0], median(s, Start::result), sorted(s, Start::result)[s.size() - 1],
                    median(s, Start::cpu))));
        }
    }

    private static void restores(FunctionRuns all, Map<String, Path> functions, Map<String, byte[]> study, int runs)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        System.out.println("from a snapshot, ms        snapshot   1st request: min / median / max    2nd   10th   1st : 10th   CPU time's");
        for (Map.Entry<String, List<String>> on : PROCESSORS.entrySet()) {
            Map<String, List<Restore>> restores = new LinkedHashMap<>();
            for (int i = 0; i < runs; i++) {
                for (Map.Entry<String, Path> function : functions.entrySet()) {
                    restores.computeIfAbsent(function.getKey(), k -> new ArrayList<>())
                            .add(all.restore(on.getValue(), FunctionProcess.SNAP_START, function.getValue(), study, REQUESTS));
                }
            }
            restores.forEach((name, r) -> {
                double[] first = sorted(r, t -> t.requests().getFirst());
                System.out.println(String.format(Locale.ROOT,
                        "%-6s %-22s %7.0f %19.0f / %4.0f / %4.0f %8.0f %6.0f %12.2f %13.2f",
                        name, on.getKey(), median(r, Restore::before),
                        first[0], median(r, t -> t.requests().getFirst()), first[first.length - 1],
                        median(r, t -> t.requests().get(1)), median(r, t -> t.requests().getLast()),
                        median(r, t -> t.requests().getFirst() / t.requests().getLast()),
                        median(r, t -> t.cpu().getFirst() / t.cpu().getLast())));
            });
        }
    }

    private static void loaded(FunctionRuns all, Map<String, Path> functions, Map<String, byte[]> study)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        for (Map.Entry<String, Path> function : functions.entrySet()) {
            Path log = Files.createTempFile("classes", ".log");
            List<String> options = new ArrayList<>(FunctionProcess.ON_DEMAND);
            options.add("-Xlog:class+load:file=" + log + ":uptime");
            all.start(List.of(), options, function.getValue(), study);
            System.out.println("classes loaded, " + function.getKey() + ":");
            System.out.print(LoadedClasses.read(log));
            Files.delete(log);
        }
    }

    private static <T> double[] sorted(List<T> runs, ToDoubleFunction<T> time) {
        return runs.stream().mapToDouble(time).sorted().toArray();
    }

    private static <T> double median(List<T> runs, ToDoubleFunction<T> time) {
        double[] sorted = sorted(runs, time);
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    private static Map<String, List<String>> processors() {
        Map<String, List<String>> processors = new LinkedHashMap<>();
        boolean bound = Stream.of("/usr/bin/taskset", "/bin/taskset").anyMatch(t -> Files.isExecutable(Path.of(t)));
        if (bound) {
            processors.put("1 vCPU", List.of("taskset", "-c", "0"));
        }
        processors.put(Runtime.getRuntime().availableProcessors() + " vCPU", List.of());
        return processors;
    }
}
