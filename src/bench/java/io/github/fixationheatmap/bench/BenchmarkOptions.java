package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.local.MavenCommandLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a benchmark is given on Maven's command line.
 *
 * @param project the project's folder
 * @param peer the folder with the scripts to compare with; empty where none is named
 * @param against the folder of another packaged function to compare with; empty where none is named
 * @param runs how often each function is started
 */
record BenchmarkOptions(Path project, String peer, String against, int runs) {

    BenchmarkOptions {
        if (runs < 1) {
            throw new IllegalArgumentException("-Dstart.runs= must be at least 1: " + runs);
        }
    }

    /** Reads {@code --name=value}; an option that is missing is empty, as are Maven's properties that were not typed. */
    static BenchmarkOptions parse(List<String> args) throws IOException {
        MavenCommandLine maven = MavenCommandLine.ofParent();
        return new BenchmarkOptions(
                Path.of(value(args, "project", "")).toAbsolutePath(),
                maven.typed("peer", value(args, "peer", "")),
                maven.typed("against", value(args, "against", "")),
                Integer.parseInt(value(args, "runs", "7")));
    }

    private static String value(List<String> args, String name, String unset) {
        String option = "--" + name + "=";
        return args.stream().filter(a -> a.startsWith(option)).map(a -> a.substring(option.length())).findFirst().orElse(unset);
    }

    /** Maven's target folder. */
    Path target() {
        return project.resolve("target");
    }
}
