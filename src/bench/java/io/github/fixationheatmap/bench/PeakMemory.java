package io.github.fixationheatmap.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * The largest resident memory of a process that works on one drop.
 *
 * @param mb that memory
 * @param heapMb the heap's limit that it had
 */
record PeakMemory(double mb, int heapMb) {

    private static final int MIN_MB = 64;
    private static final int MAX_MB = 4096;

    /** With the smallest heap, tried in steps of a tenth, that the drop gets by with. */
    static PeakMemory smallest(Jvm jvm, Study study) throws IOException {
        for (int heap = MIN_MB; heap <= MAX_MB; heap += heap / 10) {
            study.forget();
            Jvm.Ended ended = jvm.with("-Xmx" + heap + "m", "-XX:+ExitOnOutOfMemoryError")
                    .run(Redirect.DISCARD, OneDrop.class, study.root().toString(), OneDrop.PEAK);
            if (ended.status() == 0) {
                return new PeakMemory(Double.parseDouble(ended.lines().getLast()) / 1000, heap);
            }
        }
        throw new IllegalStateException("one drop of " + study.root() + " needs more than " + MAX_MB + " MB");
    }
}
