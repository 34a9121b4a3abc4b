package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    void makeStudy(Path study, int rows, int width, int height) throws IOException {
        if (!Files.exists(study.resolve("reference_image.jpeg")) || !Files.exists(study.resolve("fixations.csv"))) {
            Files.createDirectories(study);
            run("make_study.py", study.toString(), "--rows", Integer.toString(rows), "--width", Integer.toString(width),
                    "--height", Integer.toString(height));
        }
    }

    /** That many runs of one process, each in ms, after one that is not counted. */
    double[] runs(Path study, Path out, int count, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of(study.toString(), out.toString(), "--runs", Integer.toString(count + 1)));
        args.addAll(List.of(options));
        List<String> lines = run("peer.py", args.toArray(String[]::new));
        double[] ms = new double[count];
        for (int i = 0; i < count; i++) {
            ms[i] = MAPPER.readTree(lines.get(i + 1)).path("total").asDouble();
        }
        return ms;
    }

    private List<String> run(String script, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(python(), folder.resolve(script).toString()));
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

    private static String python() {
        Path ofTheSystem = Path.of("/usr/bin/python3");
        return Files.isExecutable(ofTheSystem) ? ofTheSystem.toString() : "python3";
    }
}
