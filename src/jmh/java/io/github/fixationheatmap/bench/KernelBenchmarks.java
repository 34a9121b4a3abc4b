package io.github.fixationheatmap.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the JMH benchmarks whose name matches the argument, or all, and prints them beside their reference implementations. */
public final class KernelBenchmarks {

    private static final String PLAINLY = "Plainly";

    private KernelBenchmarks() {}

    public static void main(String[] args) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(args.length == 0 || args[0].isEmpty() ? ".*" : args[0]);
        Collection<RunResult> results = new Runner(options.jvmArgsAppend("-Djava.awt.headless=true").build()).run();
        Map<String, RunResult> byName = results.stream()
                .collect(Collectors.toMap(r -> r.getPrimaryResult().getLabel(), Function.identity()));
        System.out.println("\n| kernel | ms | reference: ms | times |\n| --- | --- | --- | --- |");
        byName.keySet().stream().filter(name -> byName.containsKey(name + PLAINLY)).sorted().forEach(name -> {
            double kernel = byName.get(name).getPrimaryResult().getScore();
            double reference = byName.get(name + PLAINLY).getPrimaryResult().getScore();
            System.out.println(String.format(Locale.ROOT, "| %s | %.3f | %.3f | %.1f |", name, kernel, reference, reference / kernel));
        });
    }
}
