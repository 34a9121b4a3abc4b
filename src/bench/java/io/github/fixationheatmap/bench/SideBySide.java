package io.github.fixationheatmap.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The project and the scripts to beat on studies of 12 and 2 MP and 10,000 rows: {@code mvn -q -B test-compile exec:exec@side-by-side
 * -Dpeer=FOLDER}, the folder with {@code peer.py} and {@code make_study.py}. Both sides read the same files and write files. The last line
 * is how many times as long the scripts take, by medians, and the peak memory of a process of ours that works on one drop of 12 MP.
 */
public final class SideBySide {

    private static final int ROWS = 10_000;

    private SideBySide() {}

    static void run(BenchmarkOptions options) throws IOException {
        Path scripts = Path.of(options.peer()).toAbsolutePath();
        if (options.peer().isEmpty() || !Files.exists(scripts.resolve("peer.py"))) {
            System.err.println("-Dpeer= must name the folder with peer.py and make_study.py");
            System.exit(1);
        }
        Path target = options.target();
        Path folder = target.resolve("bench");
        PeerScripts peer = new PeerScripts(scripts);
        Match large = new Match("12 MP", new Study(folder.resolve("12mp")), peer);
        Match small = new Match("2 MP", new Study(folder.resolve("2mp")), peer);
        peer.makeStudy(large.study(), ROWS, 4000, 3000);
        peer.makeStudy(small.study(), ROWS, 1632, 1224);

        Jvm warm = new Jvm(List.of(), Match.WARM_OPTIONS, System.getProperty("java.class.path"), Map.of());
        Jvm bare = Jvm.asLambda(FunctionJars.classPath(target)).with("-Xmx192m");
        Jvm archived = ClassArchive.made(bare, folder, small.study());
        System.out.printf(Locale.ROOT, "Cold: java %s; the %s is made beforehand by a drop that is not counted.%n",
                String.join(" ", bare.options()), ClassArchive.kind());
        ObjectNode ratios = JsonNodeFactory.instance.objectNode();
        ratios.set("warm12mp", large.warm(warm));
        ratios.set("cold12mp", large.cold(archived, bare));
        ratios.set("warm2mp", small.warm(warm));
        ratios.set("cold2mp", small.cold(archived, bare));
        PeakMemory peak = PeakMemory.smallest(Jvm.asLambda(FunctionJars.classPath(target)), large.study());
        System.out.printf(Locale.ROOT, "%-34s peak resident memory %.0f MB with %s -Xmx%dm%n", "12 MP, one drop of a process", peak.mb(),
                String.join(" ", Jvm.AS_LAMBDA), peak.heapMb());
        ratios.put("peakMb", Math.round(peak.mb()));
        System.out.println(ratios);
    }
}
