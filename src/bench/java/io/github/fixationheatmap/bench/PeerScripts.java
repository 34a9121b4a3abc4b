package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scripts to beat, run by the system's Python, whose packages they need. */
final class PeerScripts {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;

    PeerScripts(Path folder) {
        this.folder = folder;
    }

    /** Makes a study, unless it is there. */
    void makeStudy(Study study, int rows, int width, int height) throws IOException {
        if (!study.isThere()) {
            Files.createDirectories(study.folder());
            python(folder.resolve("make_study.py"), study.folder().toString(), "--rows", Integer.toString(rows),
                    "--width", Integer.toString(width), "--height", Integer.toString(height));
        }
    }

    /** That many runs of one process, each in ms, after one that is not counted. */
    double[] runs(Study study, int count, String... options) throws IOException {
        List<String> lines = python(folder.resolve("peer.py"), args(study, count + 1, options));
        double[] ms = new double[count];
        for (int i = 0; i < count; i++) {
            ms[i] = MAPPER.readTree(lines.get(i + 1)).path("total").asDouble();
        }
        return ms;
    }

    /**
     * A process from its start to its end.
     *
     * @param ms all of it
     * @param importsMs what of that it took to import its packages
     */
    record Cold(double ms, double importsMs) {}

    Cold cold(Study study, String... options) throws IOException {
        long start = System.nanoTime();
        List<String> lines = python(folder.resolve("peer.py"), args(study, 1, options));
        double ms = (System.nanoTime() - start) / 1e6;
        JsonNode told = MAPPER.readTree(lines.get(0));
        return new Cold(ms, told.path("imports").asDouble());
    }

    private static String[] args(Study study, int runs, String... options) {
        List<String> args = new ArrayList<>(List.of(study.folder().toString(), study.peersResults().toString(), "--runs",
                Integer.toString(runs)));
        args.addAll(List.of(options));
        return args.toArray(String[]::new);
    }

    /** Runs any script to its end; gives the lines that it prints. */
    static List<String> python(Path script, String... args) throws IOException {
        Path ofTheSystem = Path.of("/usr/bin/python3");
        List<String> command = new ArrayList<>(List.of(Files.isExecutable(ofTheSystem) ? ofTheSystem.toString() : "python3",
                script.toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        try (BufferedReader out = process.inputReader(UTF_8)) {
            List<String> lines = out.lines().toList();
            int status = process.onExit().join().exitValue();
            if (status != 0) {
                throw new IOException(script + " ended with status " + status);
            }
            return lines;
        }
    }
}
