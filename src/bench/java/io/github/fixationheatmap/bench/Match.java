package io.github.fixationheatmap.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.bench.PeerScripts.Cold;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The project and the scripts on one study, in turn, so that whatever else the machine does falls on all. Prints each side's times; gives
 * how many times as long the scripts take, by medians.
 *
 * @param name the study's, as in "12 MP"
 */
record Match(String name, Study study, PeerScripts peer) {

    /** As for Lambda, with a heap as of some 1,769 MB; with SnapStart the optimising compiler works there too. */
    static final List<String> WARM_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx1400m");

    private static final String EXPERT = "--expert";
    /** Until compilers are through and the heap has grown: after 15 drops, one of 12 MP took a tenth more, one of 2 MP a third. */
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 5;
    private static final int BLOCK = 3;

    /**
     * Both sides warm: a script's first run in its process is not counted, nor are the first {@value #WARM_UP} of the project's JVM, which
     * stays alive.
     */
    ObjectNode warm(Jvm jvm) throws IOException {
        Timings ours = new Timings(name + " warm, ours");
        Timings plain = new Timings(name + " warm, plain script");
        Timings expert = new Timings(name + " warm, expert script");
        try (OurProcess process = new OurProcess(jvm, study)) {
            process.runs(WARM_UP);
            for (int round = 0; round < ROUNDS; round++) {
                plain.add(peer.runs(study, BLOCK));
                ours.add(process.runs(BLOCK));
                expert.add(peer.runs(study, BLOCK, EXPERT));
                ours.add(process.runs(BLOCK));
            }
            print(ours, plain, expert);
            System.out.printf(Locale.ROOT, "%-34s peak resident memory %.0f MB with %s%n", "", process.peakMb(),
                    String.join(" ", jvm.options()));
        }
        return JsonNodeFactory.instance.objectNode().put("plain", plain.times(ours)).put("expert", expert.times(ours));
    }

    /** A process for each run, from its start to its end; ours once with its classes parsed ahead, as Python's are, and once without. */
    ObjectNode cold(Jvm archived, Jvm bare) throws IOException {
        Timings ours = new Timings(name + " cold, ours, " + ClassArchive.kind());
        Timings without = new Timings(name + " cold, ours, without");
        Timings plain = new Timings(name + " cold, plain script");
        Timings expert = new Timings(name + " cold, expert script");
        Timings imports = new Timings(name + " cold, the scripts' imports");
        for (int round = 0; round < ROUNDS + 2; round++) {
            Cold p = peer.cold(study);
            ours.add(archived.drop(study));
            Cold e = peer.cold(study, EXPERT);
            without.add(bare.drop(study));
            plain.add(p.ms());
            expert.add(e.ms());
            imports.add(p.importsMs(), e.importsMs());
        }
        print(ours, without, plain, expert, imports);
        System.out.printf(Locale.ROOT, "%-34s without: plain %.1f, expert %.1f, imports %.1f%n", "", plain.times(without),
                expert.times(without), imports.times(without));
        return JsonNodeFactory.instance.objectNode()
                .put("plain", plain.times(ours)).put("expert", expert.times(ours)).put("imports", imports.times(ours));
    }

    private static void print(Timings... rows) {
        List.of(rows).forEach(System.out::println);
    }
}
