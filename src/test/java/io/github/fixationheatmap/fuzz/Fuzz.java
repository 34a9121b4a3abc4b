package io.github.fixationheatmap.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Starts the coverage-guided fuzzer on one reader; Jazzer must be on the class path, as it is in the profile {@code fuzz}. Arguments: the
 * target's name, seconds, the folder for what is learned and found.
 */
public final class Fuzz {

    private static final String INSTRUMENTED = "io.github.fixationheatmap.**:de.siegmar.**:com.fasterxml.jackson.core.**";

    private Fuzz() {}

    public static void main(String... args) throws IOException, InterruptedException {
        Target target = Target.valueOf(args[0].toUpperCase(Locale.ROOT));
        Path learned = Files.createDirectories(Path.of(args[2], "learned-" + args[0]));
        Path found = Files.createDirectories(Path.of(args[2], "found-" + args[0]));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true", "-Xmx1200m", "-Dfuzz.target=" + args[0], "-cp", System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer", "--target_class=" + AnyBytes.class.getName(),
                "--instrumentation_includes=" + INSTRUMENTED, "--reproducer_path=" + found, "-artifact_prefix=" + found + "/",
                "-max_total_time=" + Integer.parseInt(args[1]), "-timeout=60", "-rss_limit_mb=3000", "-max_len=4096",
                "-print_final_stats=1", learned.toString()));
        command.add(Path.of("src/test/resources").resolve(target.corpus()).toString());
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            System.exit(status);
        }
    }
}
