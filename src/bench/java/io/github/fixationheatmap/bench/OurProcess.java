package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.util.stream.DoubleStream;

/** {@link OurRuns}, or another main that answers as it does, at the other end of a pipe. */
final class OurProcess implements AutoCloseable {

    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;

    OurProcess(Jvm jvm, Study study) throws IOException {
        this(jvm, OurRuns.class, study.root().toString());
    }

    OurProcess(Jvm jvm, Class<?> main, String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(jvm.command(main, args)).redirectError(Redirect.INHERIT);
        builder.environment().putAll(jvm.environment());
        process = builder.start();
        commands = process.outputWriter(UTF_8);
        answers = process.inputReader(UTF_8);
    }

    /** That many runs, each in ms. */
    double[] runs(int count) {
        return DoubleStream.generate(() -> Double.parseDouble(ask("run"))).limit(count).toArray();
    }

    /** The largest resident memory so far, in MB. */
    double peakMb() {
        return Double.parseDouble(ask("peak")) / 1000.0;
    }

    String ask(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
            return next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line that it writes. */
    String next() {
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("the JVM with the project's runs ended");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
