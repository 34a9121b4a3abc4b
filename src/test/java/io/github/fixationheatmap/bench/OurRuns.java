package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.lambda.DropHandler;
import io.github.fixationheatmap.lambda.Settings;
import io.github.fixationheatmap.local.LocalContext;
import io.github.fixationheatmap.local.S3Events;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The project's side, in a JVM of its own that stays warm: for each line {@code run} on its input it works once on the study below the
 * folder that its argument names, from S3's event to all five files, and answers with the time in ms; for {@code peak} it answers with the
 * largest resident memory so far in kB (0 where the system does not tell).
 */
final class OurRuns {

    static final String DROPS = "drops";
    static final String RESULTS = "results";
    static final String STUDY = "inbox/study/";

    private OurRuns() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        FolderStore store = new FolderStore(root);
        byte[] event = S3Events.put(store.find(DROPS, STUDY + "fixations.csv").orElseThrow()).toString().getBytes(UTF_8);
        PrintStream log = new PrintStream(new ByteArrayOutputStream(), false, UTF_8);
        DropHandler handler = new DropHandler(Settings.fromEnvironment(Map.of("RESULTS_BUCKET", RESULTS)), store, log);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            System.out.println(answer(command, handler, event, root));
        }
    }

    private static Number answer(String command, DropHandler handler, byte[] event, Path root) throws IOException {
        if (command.equals("run")) {
            return run(handler, event, root);
        }
        return peakKb();
    }

    private static double run(DropHandler handler, byte[] event, Path root) throws IOException {
        Path manifest = root.resolve(RESULTS).resolve("study").resolve("manifest.json");
        Files.deleteIfExists(manifest);
        long start = System.nanoTime();
        handler.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), new LocalContext());
        double ms = (System.nanoTime() - start) / 1e6;
        if (!Files.exists(manifest)) {
            throw new IllegalStateException("no result in " + manifest);
        }
        return ms;
    }

    private static long peakKb() throws IOException {
        Path status = Path.of("/proc/self/status");
        List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
        String peak = lines.stream().filter(l -> l.startsWith("VmHWM:")).findFirst().orElse("0");
        return Long.parseLong(peak.replaceAll("\\D", ""));
    }
}
