package io.github.fixationheatmap.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.local.MavenCommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The project and the scripts to beat on one study of 12 MP and 10,000 rows: {@code mvn -q -B test-compile exec:exec@side-by-side
 * -Dpeer=FOLDER}, the folder with {@code peer.py} and {@code make_study.py}.
 *
 * <p>Both sides read the same files and write files. Both are warm: a script's first run in its process is not counted, nor are the first
 * {@value #WARM_UP} of the project's JVM, which stays alive. They take turns in blocks of {@value #BLOCK} runs, {@value #ROUNDS} rounds,
 * so that whatever else the machine does falls on all. The last line is how many times as long the scripts take, by medians.
 */
public final class SideBySide {

    private static final int WARM_UP = 15;
    private static final int ROUNDS = 5;
    private static final int BLOCK = 3;

    /** As Lambda starts a JVM of little memory, except that the optimising compiler may work. */
    private static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx192m");

    private SideBySide() {}

    /** Arguments: the folder with the scripts, and Maven's target folder. */
    public static void main(String[] args) throws IOException {
        Path scripts = Path.of(MavenCommandLine.ofParent().typed("peer", args[0])).toAbsolutePath();
        if (args[0].isEmpty() || !Files.exists(scripts.resolve("peer.py"))) {
            System.err.println("-Dpeer= must name the folder with peer.py and make_study.py");
            System.exit(1);
        }
        Path root = Path.of(args[1]).resolve("bench");
        Path study = root.resolve(OurRuns.DROPS).resolve(OurRuns.STUDY);
        Path out = root.resolve("peer");
        PeerScripts peer = new PeerScripts(scripts);
        peer.makeStudy(study, 10_000, 4000, 3000);
        Timings ours = new Timings("ours");
        Timings plain = new Timings("plain");
        Timings expert = new Timings("expert");
        try (OurProcess process = new OurProcess(root, JVM_OPTIONS)) {
            process.runs(WARM_UP);
            for (int round = 0; round < ROUNDS; round++) {
                plain.add(peer.runs(study, out, BLOCK));
                ours.add(process.runs(BLOCK));
                expert.add(peer.runs(study, out, BLOCK, "--expert"));
                ours.add(process.runs(BLOCK));
            }
            List.of(ours, plain, expert).forEach(System.out::println);
            System.out.println(String.format(Locale.ROOT, "ours     peak resident memory %.0f MB with %s",
                    process.peakMb(), String.join(" ", JVM_OPTIONS)));
        }
        ObjectNode ratios = JsonNodeFactory.instance.objectNode();
        ratios.putObject("warm12mp").put("plain", plain.times(ours)).put("expert", expert.times(ours));
        System.out.println(ratios);
    }
}
