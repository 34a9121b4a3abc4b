package io.github.fixationheatmap.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.lambda.DropHandler;
import io.github.fixationheatmap.lambda.Settings;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The function on this machine: an S3 server in the JVM, two buckets, an export dropped into one, S3's event handed to the handler, and the
 * results fetched from the other.
 *
 * <p>{@code --export=} a folder or a .zip (the bundled example), {@code --out=} a folder for the results (below the target folder),
 * {@code --target=} Maven's target folder. The exit status is 0 when all files of the manifest are there for every export.
 */
public final class RunLocally {

    private static final String DROPS = "drops";
    private static final String RESULTS = "results";
    private static final String REPORT = "report.html";

    private final PrintStream out;
    private final PrintStream err;

    RunLocally(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) throws IOException {
        System.exit(new RunLocally(System.out, System.err).run(List.of(args)));
    }

    /** Runs, and gives the exit status. */
    int run(List<String> args) throws IOException {
        try {
            Arguments arguments = Arguments.parse(args, MavenCommandLine.ofParent());
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            Results results = process(arguments, new PrintStream(log, true, UTF_8));
            results.write(arguments.out());
            return report(arguments, results, log.toString(UTF_8));
        } catch (LocalRefusal refusal) {
            err.println(refusal.getMessage());
            return 1;
        }
    }

    private static Results process(Arguments arguments, PrintStream log) throws IOException {
        try (EmbeddedS3 s3 = EmbeddedS3.start()) {
            s3.createBucket(DROPS);
            s3.createBucket(RESULTS);
            String key = new LocalDrop(s3.client(), DROPS).upload(arguments);
            S3ObjectStore store = new S3ObjectStore(s3.client());
            byte[] event = S3Events.put(s3.find(DROPS, key)).toString().getBytes(UTF_8);
            DropHandler handler = new DropHandler(Settings.fromEnvironment(Map.of("RESULTS_BUCKET", RESULTS)), store, log);
            handler.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), new StubLambdaContext());
            return Results.fetch(s3.client(), RESULTS, arguments.name() + "/");
        }
    }

    /** Reasons go to stderr, before anything else; then whatever was counted to stdout, the report and the folder last. */
    private int report(Arguments arguments, Results results, String log) throws IOException {
        List<String> reasons = reasons(results);
        reasons.forEach(err::println);
        if (results.byExport().isEmpty()) {
            err.println("nothing came out of " + arguments.export() + "; the function's log says:");
            err.print(log);
        }
        String unread = LocalDrop.unread(arguments);
        if (!unread.isEmpty()) {
            out.println("not read      " + unread);
        }
        for (String export : results.byExport().keySet()) {
            if (!results.isRefused(export) && results.missing(export).isEmpty()) {
                Summary.of(results.json(export, "manifest.json")).forEach(out::println);
            }
            if (results.has(export, REPORT)) {
                out.println("open          " + arguments.out().resolve(export).resolve(REPORT));
            }
            out.println((results.isRefused(export) ? "error.json in " : "results in    ") + arguments.out().resolve(export));
        }
        return reasons.isEmpty() && !results.byExport().isEmpty() ? 0 : 1;
    }

    /** Why exports have no results. */
    private static List<String> reasons(Results results) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (String export : results.byExport().keySet()) {
            if (results.isRefused(export)) {
                reasons.add("refused: " + results.json(export, Results.ERROR).path("detail").asText("see " + Results.ERROR));
            } else if (!results.missing(export).isEmpty()) {
                reasons.add("not there: " + String.join(", ", results.missing(export)));
            }
        }
        return reasons;
    }
}
