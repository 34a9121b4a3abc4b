package io.github.fixationheatmap.laptop;

import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.result.Tool;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command of the runnable jar: {@code java -jar fixation-heatmap.jar kitchen.zip results/}. Its exit status is {@value #WELL} when all
 * exports have their results, {@value #NOT_ALL} when one has not, {@value #MISUSED} when the command line is wrong.
 */
public final class Laptop {

    /** All exports have their results. */
    public static final int WELL = 0;

    /** At least one export has not. */
    public static final int NOT_ALL = 1;

    /** The command line is wrong. */
    public static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    /** A command that writes to these streams, and draws a bar on the second if that is a terminal. */
    public Laptop(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Runs the command, and ends the process with its exit status. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(new Laptop(System.out, System.err, Ansi.AUTO.enabled()).run(List.of(args)));
    }

    /** Runs the command, and gives its exit status. */
    public int run(List<String> args) {
        CommandLine command = new CommandLine(spec()).setOut(new PrintWriter(out, true, out.charset()))
                .setErr(new PrintWriter(err, true, err.charset())).setExecutionStrategy(this::execute)
                .setExpandAtFiles(false); // a folder may be named @home
        return command.execute(args.toArray(String[]::new));
    }

    private static CommandSpec spec() {
        Tool tool = Tool.read();
        CommandSpec spec = CommandSpec.create().name("fixation-heatmap").mixinStandardHelpOptions(true)
                .version(tool.name() + " " + tool.version(), "build " + tool.build())
                .addPositional(PositionalParamSpec.builder().index("0").type(String.class).required(true).paramLabel("EXPORT")
                        .description("a folder with an export, a .zip, or a folder of many of these").build())
                .addPositional(PositionalParamSpec.builder().index("1").type(String.class).required(true).paramLabel("RESULTS")
                        .description("the folder for the results; of many exports each has a folder in it").build());
        OptionFlags.addTo(spec);
        spec.usageMessage().width(100).abbreviateSynopsis(true).sortOptions(false)
                .description("Makes heatmaps and tables of areas of interest from eye-tracking exports.")
                .footer("", "Values are those of heatmap.json, whose options the flags override; a list has commas between its parts.",
                        "Exports whose files and options are the same as in the folder's earlier run are not made anew.",
                        "Exit status: 0 all exports have results, 1 not all have, 2 the command line is wrong.");
        return spec;
    }

    private int execute(ParseResult typed) {
        Integer asked = CommandLine.executeHelpRequest(typed);
        if (asked != null) {
            return asked;
        }
        Overrides flags;
        try {
            flags = OptionFlags.read(typed);
        } catch (Refusal wrong) {
            err.println(wrong.getMessage());
            return MISUSED;
        }
        try {
            Path results = Path.of(typed.matchedPositionalValue(1, ""));
            LocalExports found = LocalExports.find(Path.of(typed.matchedPositionalValue(0, "")), results);
            ExportRun run = new ExportRun(found.store(), flags);
            return found.single() ? one(found.exports().getFirst(), run) : many(found.exports(), run, results);
        } catch (Refusal refusal) {
            err.println(refusal.getMessage());
        } catch (InvalidPathException unknown) {
            err.println("a name with letters that this terminal's locale does not have, try LC_ALL=C.UTF-8: " + unknown.getInput());
        } catch (IOException | UncheckedIOException e) {
            err.println("a file or folder cannot be read: " + e);
        }
        return NOT_ALL;
    }

    /** Reasons go to stderr, before anything else; then whatever was counted to stdout, the folder last. */
    private int one(LocalExport export, ExportRun run) throws IOException {
        Progress progress = new Progress(err, terminal, 1, System::nanoTime);
        progress.draw(export.name());
        ExportRun.Report report = run.run(export);
        progress.erase();
        report.reasons().forEach(err::println);
        String unread = report.lines().isEmpty() ? "" : export.unread();
        if (!unread.isEmpty()) {
            out.println("not read      " + unread);
        }
        report.lines().forEach(out::println);
        return report.isWell() ? WELL : NOT_ALL;
    }

    private int many(List<LocalExport> exports, ExportRun run, Path results) {
        Progress progress = new Progress(err, terminal, exports.size(), System::nanoTime);
        int same = 0;
        for (LocalExport export : exports) {
            progress.draw(export.name());
            ExportRun.Report report = run.run(export);
            progress.ended(report.isWell());
            progress.erase();
            report.reasons().forEach(reason -> err.println(export.name() + ": " + reason));
            same += report.isWell() && !report.news() ? 1 : 0;
            out.println((report.isWell() ? report.news() ? "done          " : "not made anew " : "failed        ") + export.name());
        }
        out.println(progress.done() + " of " + exports.size() + " exports done, of which " + same + " were there before; "
                + progress.failed() + " failed");
        out.println("results in    " + results.toAbsolutePath().normalize());
        return progress.failed() == 0 ? WELL : NOT_ALL;
    }
}
