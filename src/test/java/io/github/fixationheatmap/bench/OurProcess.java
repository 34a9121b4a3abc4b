package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;

/** {@link OurRuns} at the other end of a pipe. */
final class OurProcess implements AutoCloseable {

    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;

    OurProcess(Path root, List<String> jvmOptions) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(jvmOptions);
        builder.command().addAll(List.of("-Djava.awt.headless=true", "-classpath", System.getProperty("java.class.path")));
        builder.command().addAll(List.of(OurRuns.class.getName(), root.toString()));
        process = builder.redirectError(Redirect.INHERIT).start();
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

    private String ask(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
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
    }
}
