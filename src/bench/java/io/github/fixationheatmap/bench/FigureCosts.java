package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.github.fixationheatmap.lambda.DropHandler;
import io.github.fixationheatmap.lambda.Settings;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.laptop.FolderStore;
import io.github.fixationheatmap.options.ChosenOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What each output that may be chosen adds to a warm drop of 12 MP and 10,000 rows, in this process, over a store that is a folder: time
 * that passes, and time of all processors, which other work on the machine changes less.
 */
final class FigureCosts {

    private static final int WARM_UP = 15;
    private static final int RUNS = 21;
    private static final String DEFAULT = "figure,report";

    /** The times of one choice of outputs. */
    private record Choice(String outputs, Timings passed, Timings processors) {

        static Choice of(String outputs) {
            return new Choice(outputs, new Timings(outputs), new Timings(outputs + ", processors"));
        }
    }

    private FigureCosts() {}

    static void run(BenchmarkOptions options) throws IOException {
        Study study = MadeStudy.of(new Study(options.target().resolve("bench").resolve("figures-12mp")), 10_000, 4000, 3000);
        List<Choice> choices = Stream.of(Stream.of("none", DEFAULT), Arrays.stream(ChosenOutput.values()).map(ChosenOutput::id),
                Stream.of("all")).flatMap(each -> each).map(Choice::of).toList();
        for (int i = 0; i < WARM_UP + RUNS; i++) {
            for (Choice choice : choices) {
                drop(study, choice, i >= WARM_UP);
            }
        }
        choices.forEach(choice -> System.out.println(choice.passed + "\n" + choice.processors));
        Choice none = choices.get(0);
        Choice usual = choices.get(1);
        System.out.printf(Locale.ROOT, "%s adds %.0f ms, and %.0f ms of processors%n", DEFAULT,
                usual.passed.median() - none.passed.median(), usual.processors.median() - none.processors.median());
    }

    private static void drop(Study study, Choice choice, boolean counts) throws IOException {
        Settings settings = Settings.fromEnvironment(Map.of("RESULTS_BUCKET", Study.RESULTS, "DEFAULT_OUTPUTS", choice.outputs));
        DropHandler handler = new DropHandler(
                settings, new FolderStore(study.root()), new PrintStream(new ByteArrayOutputStream(), false, UTF_8));
        study.forget();
        long start = System.nanoTime();
        long processors = processorTime();
        handler.handleRequest(
                new ByteArrayInputStream(study.event().getBytes(UTF_8)), new ByteArrayOutputStream(), new StubLambdaContext());
        if (counts) {
            choice.passed.add((System.nanoTime() - start) / 1e6);
            choice.processors.add((processorTime() - processors) / 1e6);
        }
        study.requireDone();
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
