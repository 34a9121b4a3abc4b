package io.github.fixationheatmap.local;

import io.github.fixationheatmap.laptop.Laptop;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The runnable jar's command without the jar, as Maven calls it: {@code --export=} a folder or a .zip (the bundled example), {@code --out=}
 * a folder for the results (below the target folder), {@code --target=} Maven's target folder. An empty value stands for one that was not
 * given: that is how Maven's properties come.
 */
public final class RunLocally {

    private final Laptop laptop;

    RunLocally(PrintStream out, PrintStream err) {
        this.laptop = new Laptop(out, err, false);
    }

    public static void main(String[] args) throws IOException {
        System.exit(new RunLocally(System.out, System.err).run(List.of(args)));
    }

    /** Runs, and gives the exit status. */
    int run(List<String> args) throws IOException {
        MavenCommandLine maven = MavenCommandLine.ofParent();
        String export = atHome(maven.typed("export", value(args, "--export=")));
        String out = atHome(maven.typed("out", value(args, "--out=")));
        Path target = Path.of(value(args, "--target="));
        Path source = export.isEmpty() ? target.resolve("test-classes").resolve("example") : Path.of(export);
        String name = String.valueOf(source.toAbsolutePath().normalize().getFileName()).replaceFirst("(?i)(?<=.)\\.zip$", "");
        Path results = out.isEmpty() ? target.resolve("results").resolve(name) : Path.of(out);
        return laptop.run(List.of("--", source.toString(), results.toString()));
    }

    private static String value(List<String> args, String option) {
        return args.stream().filter(a -> a.startsWith(option)).map(a -> a.substring(option.length())).findFirst().orElse("");
    }

    /** A shell leaves the ~ of {@code -Dexport=~/kitchen} as it is, since it does not begin the word. */
    private static String atHome(String path) {
        return path.startsWith("~/") ? Path.of(System.getProperty("user.home"), path.substring(2)).toString() : path;
    }
}
