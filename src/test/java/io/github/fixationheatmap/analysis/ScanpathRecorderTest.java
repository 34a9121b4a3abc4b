package io.github.fixationheatmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.analysis.ScanpathRecorder.Place;
import io.github.fixationheatmap.analysis.ScanpathRecorder.Step;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which fixations are kept for scanpaths, and that memory is bounded. */
class ScanpathRecorderTest {

    private static Fixation fixation(String section, int start) {
        return new Fixation(section, section.substring(0, 2), "f" + start, start, start + 5L, null, Mapping.INSIDE);
    }

    private static ScanpathRecorder recorded(Optional<Integer> first, List<Fixation> fixations) {
        ScanpathRecorder recorder = new ScanpathRecorder(first);
        for (Fixation fixation : fixations) {
            switch ((int) (fixation.start() % 3)) {
                case 0 -> recorder.leftOut(fixation);
                case 1 -> recorder.outside(fixation, -1, 2);
                default -> recorder.counted(fixation, 1, 2);
            }
        }
        return recorder;
    }

    @Test
    void theOrderOfRowsDoesNotMatterAndTheFirstAreThoseThatStartFirst() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            List<Fixation> rows = new ArrayList<>();
            for (int start = 0; start < random.nextInt(60); start++) {
                rows.add(fixation(List.of("r1s1", "r1s2", "r2s1").get(random.nextInt(3)), start));
            }
            Optional<Integer> first = i % 4 == 0 ? Optional.empty() : Optional.of(1 + random.nextInt(12));
            List<Fixation> inOrder = List.copyOf(rows);
            Collections.shuffle(rows, random);
            ScanpathRecorder recorder = recorded(first, rows);
            assertThat(recorder.ofRecordings()).isEqualTo(recorded(first, inOrder).ofRecordings());
            recorder.ofRecordings().forEach((recording, sections) -> {
                assertThat(sections).isSortedAccordingTo(Comparator.comparing((List<Step> s) -> s.getFirst().start()));
                List<List<Long>> expected = List.of("s1", "s2").stream().map(s -> inOrder.stream()
                        .filter(f -> f.sectionId().equals(recording + s)).map(Fixation::start)
                        .limit(first.orElse(Integer.MAX_VALUE)).toList()).filter(s -> !s.isEmpty()).toList();
                assertThat(sections.stream().map(s -> s.stream().map(Step::start).toList()).toList())
                        .containsExactlyInAnyOrderElementsOf(expected);
            });
        }
    }

    @Test
    void aStepKnowsItsPlaceAndAnIdWhereItIsDrawn() {
        ScanpathRecorder recorder = recorded(Optional.empty(), List.of(fixation("r1s1", 0), fixation("r1s1", 1), fixation("r1s1", 2)));
        recorder.outside(fixation("r1s1", 3), Double.POSITIVE_INFINITY, 0);
        assertThat(recorder.ofRecordings()).containsOnlyKeys("r1");
        assertThat(recorder.ofRecordings().get("r1")).containsExactly(List.of(
                new Step("", 0, 5, 0, 0, Place.NOT_MAPPED), new Step("", 1, 5, -1, 2, Place.OUTSIDE),
                new Step("f2", 2, 5, 1, 2, Place.INSIDE), new Step("", 3, 5, 0, 0, Place.NOT_MAPPED)));
    }

    @Test
    void moreThanFiveThousandCirclesAreTooManyAndNotKept() {
        ScanpathRecorder recorder = new ScanpathRecorder(Optional.empty());
        for (int i = 0; i < 5_000; i++) {
            recorder.counted(fixation("r1s1", i), 1, 1);
        }
        assertThat(recorder.isTooLong()).isFalse();
        recorder.counted(fixation("r2s1", 1), 1, 1);
        assertThat(recorder.isTooLong()).isTrue();
        assertThat(recorder.ofRecordings()).isEmpty();
        recorder.counted(fixation("r3s1", 1), 1, 1);
        assertThat(recorder.ofRecordings()).isEmpty();
        assertThat(recorder.sections()).isEqualTo(3);
    }

    @Test
    void theFirstOfEachSectionCountAlone() {
        ScanpathRecorder recorder = new ScanpathRecorder(Optional.of(50));
        for (int section = 0; section < 101; section++) {
            assertThat(recorder.isTooLong()).isFalse();
            for (int i = 80; i > 0; i--) {
                recorder.counted(fixation("r1s" + section, i), 1, 1);
            }
        }
        assertThat(recorder.isTooLong()).isTrue();
    }

    @Test
    void fixationsThatAreNotDrawnAreBoundedToo() {
        ScanpathRecorder recorder = new ScanpathRecorder(Optional.empty());
        for (int i = 0; i < ScanpathRecorder.MAX_KEPT; i++) {
            recorder.leftOut(fixation("r1s1", i));
        }
        assertThat(recorder.isTooLong()).isFalse();
        recorder.leftOut(fixation("r1s1", 7));
        assertThat(recorder.isTooLong()).isTrue();
    }
}
