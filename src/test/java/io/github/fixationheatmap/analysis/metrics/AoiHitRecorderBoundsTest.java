package io.github.fixationheatmap.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.AoiOptions.Background;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The maximum number of hits fits into memory, and more are rejected. */
@Tag("slow")
class AoiHitRecorderBoundsTest {

    /** A part of the function's default memory, 2048 MB, which also holds the largest image. */
    private static final long MAX_MB = 500;

    private static final Aoi AOI = new Aoi("a", "a", List.of("a"), new Rectangle(0, 0, 10, 10));

    private static Fixation fixation(String id, long start) {
        return new Fixation("s", "r", id, start, start + 1_000_000, new Fixation.Point(5, 5), Mapping.INSIDE);
    }

    private static AoiHitRecorder recorder() {
        return new AoiHitRecorder(List.of(AOI), Background.LEFT_OUT, 100, 100, TimeCheck.NONE);
    }

    private static long usedMb() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    @Test
    void theMaximumOfHitsFitsAndOneMoreIsRejected() {
        long before = usedMb();
        AoiHitRecorder recorder = recorder();
        for (int i = 0; i < AoiHitRecorder.MAX_HITS; i++) {
            recorder.counted(fixation("7", i), 5, 5);
        }
        long taken = usedMb() - before;
        System.out.printf("%,d hits take %d MB%n", AoiHitRecorder.MAX_HITS, taken);
        assertThat(taken).isBetween((AoiHitRecorder.MAX_HITS * 36L) >> 20, MAX_MB);
        recorder.counted(fixation("7", 1), 50, 50);
        assertThatThrownBy(() -> recorder.counted(fixation("7", 1), 5, 5)).isInstanceOf(LimitExceededException.class)
                .hasMessageStartingWith("10000001 hits of areas up to here, expected at most 10000000 hits");
    }

    @Test
    void idsThatAreNotNumbersAreBounded() {
        AoiHitRecorder recorder = recorder();
        String longest = "x".repeat(256);
        int fit = (128 << 20) / (64 + 256);
        for (int i = 0; i < fit; i++) {
            recorder.counted(fixation(longest, i), 5, 5);
        }
        recorder.counted(fixation("8", 1), 5, 5);
        assertThatThrownBy(() -> recorder.counted(fixation(longest, 1), 5, 5)).isInstanceOf(LimitExceededException.class)
                .hasMessageStartingWith(fit + " ids up to here that are no whole numbers, expected ids");
    }
}
