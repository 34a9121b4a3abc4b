package io.github.fixationheatmap.laptop;

import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.DropProcessor;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.result.Tool;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** A run on a laptop has no time limit. */
    private static final Duration NO_END = Duration.ofDays(365);

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
                        .description("the folder for the results; of many exports each has a folder in it, beside study.html").build());
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
            LocalExports found = LocalExports.find(Path.of(typed.matchedPositionalValue(0, "")),
                    Path.of(typed.matchedPositionalValue(1, "")));
            return run(found, flags);
        } catch (Refusal refusal) {
            err.println(refusal.getMessage());
        } catch (InvalidPathException unknown) {
            err.println("a name with letters that this terminal's locale does not have, try LC_ALL=C.UTF-8: " + unknown.getInput());
        } catch (IOException | UncheckedIOException e) {
            err.println("a file or folder cannot be read or written: " + e);
        }
        return NOT_ALL;
    }

    private int run(LocalExports found, Overrides flags) throws IOException {
        Path work = Files.createTempDirectory("fixation-heatmap-");
        try {
            FolderStore store = found.store(work);
            return found.study().isPresent() ? new LocalStudy(found, store, flags, out, err).run(terminal)
                    : one(found.exports().getFirst(), store, flags);
        } finally {
            delete(work);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> below = Files.walk(folder)) {
            paths = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    /** The pipeline of the function, with the options that are published. */
    static HeatmapPipeline pipeline(FolderStore store) {
        return new HeatmapPipeline(store, LocalExports.RESULTS, new Limits(Limits.DEFAULT_MAX_PIXELS), HeatmapOptions.PUBLISHED);
    }

    /** Reasons go to stderr, before anything else; then whatever was counted to stdout, the folder last. */
    private int one(LocalExport export, FolderStore store, Overrides flags) throws IOException {
        Progress progress = new Progress(err, terminal, 1, System::nanoTime);
        progress.draw(export.name());
        ExportReport report = report(export, store, flags);
        progress.erase();
        report.reasons().forEach(err::println);
        String unread = report.lines().isEmpty() ? "" : export.unread();
        if (!unread.isEmpty()) {
            out.println("not read      " + unread);
        }
        report.lines().forEach(out::println);
        return report.isWell() ? WELL : NOT_ALL;
    }

    /** Whatever goes wrong is in the report. */
    private static ExportReport report(LocalExport export, FolderStore store, Overrides flags) {
        try {
            List<Outcome> outcomes = new DropProcessor(pipeline(store), flags).process(export.drop(), new Deadline(() -> NO_END));
            return ExportReport.of(store, export, outcomes, Optional.empty());
        } catch (RuntimeException | OutOfMemoryError failure) {
            return ExportReport.of(store, export, List.of(), Optional.of(failure));
        }
    }
}
