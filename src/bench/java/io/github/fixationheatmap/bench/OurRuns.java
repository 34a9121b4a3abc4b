package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.lambda.DropHandler;
import io.github.fixationheatmap.lambda.Settings;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.laptop.FolderStore;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * The project's side, in a JVM of its own that stays warm: for each line {@code run} on its input it works once on the study in the folder
 * that its argument names, from S3's event to all five files, and answers with the time in ms; for {@code peak} it answers with the largest
 * resident memory so far in kB (0 where the system does not tell).
 */
final class OurRuns {

    private OurRuns() {}

    public static void main(String[] args) throws IOException {
        Study study = new Study(Path.of(args[0]));
        PrintStream log = new PrintStream(new ByteArrayOutputStream(), false, UTF_8);
        Settings settings = Settings.fromEnvironment(Map.of("RESULTS_BUCKET", Study.RESULTS, "DEFAULT_OUTPUTS", "none"));
        DropHandler handler = new DropHandler(settings, new FolderStore(study.root()), log);
        byte[] event = study.event().getBytes(UTF_8);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            if (command.equals("run")) {
                System.out.println(run(handler, event, study));
            } else {
                System.out.println(OneDrop.peakKb());
            }
        }
    }

    private static double run(DropHandler handler, byte[] event, Study study) throws IOException {
        study.forget();
        long start = System.nanoTime();
        handler.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), new StubLambdaContext());
        double ms = (System.nanoTime() - start) / 1e6;
        study.requireDone();
        return ms;
    }
}
