package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.lambda.DropHandler;
import io.github.fixationheatmap.lambda.Settings;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.laptop.FolderStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One drop in a process of its own: from S3's event, as bytes in a file, to all outputs. Arguments: the folder that holds the buckets and
 * {@value #EVENT}, and {@value #PEAK} where the largest resident memory is to be printed, in kB.
 */
final class OneDrop {

    static final String EVENT = "event.json";
    static final String PEAK = "peak";

    private OneDrop() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        PrintStream log = new PrintStream(new ByteArrayOutputStream(), false, UTF_8);
        // What the template lets a stack choose: photos beyond the default limit are part of the growth that is measured.
        Settings settings = Settings.fromEnvironment(Map.of(
                "RESULTS_BUCKET", Study.RESULTS, "MAX_PIXELS", "400000000", "DEFAULT_OUTPUTS", "none"));
        new DropHandler(settings, new FolderStore(root), log)
                .handleRequest(new ByteArrayInputStream(Files.readAllBytes(root.resolve(EVENT))), new ByteArrayOutputStream(),
                        new StubLambdaContext());
        if (args.length > 1 && args[1].equals(PEAK)) {
            System.out.println(peakKb());
        }
    }

    /** The largest resident memory so far; 0 where the system does not tell. */
    static long peakKb() throws IOException {
        Path status = Path.of("/proc/self/status");
        List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
        String peak = lines.stream().filter(l -> l.startsWith("VmHWM:")).findFirst().orElse("0");
        return Long.parseLong(peak.replaceAll("\\D", ""));
    }
}
