package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How processes of the function's own are started.
 *
 * @param before what stands before java, such as {@code taskset -c 0}
 * @param options java's own
 * @param classPath where classes are
 * @param environment variables besides those of this process
 */
record Jvm(List<String> before, List<String> options, String classPath, Map<String, String> environment) {

    /** As Lambda's managed runtime starts it: one collector for small machines, and the quick compiler alone. */
    static final List<String> AS_LAMBDA = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    static Jvm asLambda(String classPath) {
        return new Jvm(List.of(), AS_LAMBDA, classPath, Map.of());
    }

    Jvm with(String... more) {
        return new Jvm(before, Stream.concat(options.stream(), Stream.of(more)).toList(), classPath, environment);
    }

    List<String> command(Class<?> main, String... args) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Djava.awt.headless=true", "-classpath", classPath, main.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** What a process leaves. */
    record Ended(int status, double ms, List<String> lines) {}

    /** Runs a main method to its end; what it writes besides its output is shown where it fails to be quiet. */
    Ended run(Redirect errors, Class<?> main, String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(main, args)).redirectError(errors);
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(UTF_8)) {
            List<String> lines = out.lines().toList();
            int status = process.onExit().join().exitValue();
            return new Ended(status, (System.nanoTime() - start) / 1e6, lines);
        }
    }

    /** One drop from the start of a process to its end, in ms. */
    double drop(Study study) throws IOException {
        study.forget();
        Ended ended = run(Redirect.INHERIT, OneDrop.class, study.root().toString());
        study.requireDone();
        return ended.ms;
    }
}
