package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.lambda.DropHandler;
import io.github.fixationheatmap.lambda.Settings;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.laptop.FolderStore;
import io.github.fixationheatmap.options.ChosenOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each output that may be chosen adds to a warm drop of 12 MP and 10,000 rows, in this process, over a store that is a folder. */
final class FigureCosts {

    private static final int WARM_UP = 40;
    private static final int RUNS = 30;

    private FigureCosts() {}

    static void run(BenchmarkOptions options) throws IOException {
        Study study = MadeStudy.of(new Study(options.target().resolve("bench").resolve("figures-12mp")), 10_000, 4000, 3000);
        Map<String, Timings> times = new LinkedHashMap<>();
        times.put("none", new Timings("none"));
        for (ChosenOutput output : ChosenOutput.values()) {
            times.put(output.id(), new Timings(output.id()));
        }
        times.put("all", new Timings("all"));
        for (int i = 0; i < WARM_UP + RUNS; i++) {
            for (Map.Entry<String, Timings> each : times.entrySet()) {
                double ms = drop(study, each.getKey());
                if (i >= WARM_UP) {
                    each.getValue().add(ms);
                }
            }
        }
        times.values().forEach(System.out::println);
    }

    private static double drop(Study study, String outputs) throws IOException {
        Settings settings = Settings.fromEnvironment(Map.of("RESULTS_BUCKET", Study.RESULTS, "DEFAULT_OUTPUTS", outputs));
        DropHandler handler = new DropHandler(
                settings, new FolderStore(study.root()), new PrintStream(new ByteArrayOutputStream(), false, UTF_8));
        study.forget();
        long start = System.nanoTime();
        handler.handleRequest(
                new ByteArrayInputStream(study.event().getBytes(UTF_8)), new ByteArrayOutputStream(), new StubLambdaContext());
        double ms = (System.nanoTime() - start) / 1e6;
        study.requireDone();
        return ms;
    }
}
