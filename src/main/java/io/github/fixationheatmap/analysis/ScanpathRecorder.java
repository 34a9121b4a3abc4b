package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.FixationListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the fixations that scanpaths show, section by section: all, or the first ones of each. It gives up, and keeps nothing, once there
 * are more than {@value #MAX_CIRCLES} circles to draw or {@value #MAX_KEPT} fixations to keep, some 100 bytes each. Not thread-safe.
 */
public final class ScanpathRecorder implements FixationListener {

    /** The maximum number of fixations inside the image. */
    public static final int MAX_CIRCLES = 5_000;

    /** The maximum number of fixations kept, with those that are outside or not mapped. */
    static final int MAX_KEPT = 200_000;

    private final Optional<Integer> first;
    private final Map<SectionKey, SectionSteps> sections = new LinkedHashMap<>();
    private @Nullable SectionSteps current;
    private long inside;
    private int kept;
    private boolean gaveUp;

    /** Where a fixation is. */
    public enum Place { INSIDE, OUTSIDE, NOT_MAPPED }

    /**
     * A fixation of a section.
     *
     * @param id its id, kept only inside the image
     * @param start its start, in ns since the Unix epoch
     * @param duration its duration in ns
     * @param x px from the image's left edge; 0 if it was not mapped
     * @param y px from the image's top edge; 0 if it was not mapped
     * @param place where it is
     */
    public record Step(String id, long start, long duration, double x, double y, Place place) {

        /** Whether its position is known. */
        public boolean isMapped() {
            return place != Place.NOT_MAPPED;
        }
    }

    private record SectionKey(String recordingId, String sectionId) {}

    /** The steps of one section. They are put in order late, because they usually are. */
    private static final class SectionSteps {

        private final SectionKey key;
        private final List<Step> steps = new ArrayList<>();
        private boolean sorted = true;

        SectionSteps(SectionKey key) {
            this.key = key;
        }

        /** Adds a step, unless enough earlier ones are kept, and returns how many more are kept. */
        int add(Step step, int first) {
            boolean later = steps.isEmpty() || step.start() >= steps.getLast().start();
            if (sorted && later && steps.size() >= first) {
                return 0;
            }
            int before = steps.size();
            sorted &= later;
            steps.add(step);
            if (steps.size() >= 2L * first) {
                cut(first);
            }
            return steps.size() - before;
        }

        /** Puts the steps in order, and keeps the first ones. */
        List<Step> cut(int first) {
            if (!sorted) {
                steps.sort(Comparator.comparingLong(Step::start));
                sorted = true;
            }
            if (steps.size() > first) {
                steps.subList(first, steps.size()).clear();
            }
            return steps;
        }
    }

    /** A recorder of all fixations, or of the first ones of each section. */
    public ScanpathRecorder(Optional<Integer> first) {
        this.first = first;
    }

    @Override
    public void counted(Fixation fixation, double x, double y) {
        inside++;
        add(fixation, new Step(fixation.id(), fixation.start(), fixation.duration(), x, y, Place.INSIDE));
    }

    @Override
    public void outside(Fixation fixation, double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            add(fixation, new Step("", fixation.start(), fixation.duration(), x, y, Place.OUTSIDE));
        } else {
            leftOut(fixation);
        }
    }

    @Override
    public void leftOut(Fixation fixation) {
        add(fixation, new Step("", fixation.start(), fixation.duration(), 0, 0, Place.NOT_MAPPED));
    }

    private void add(Fixation fixation, Step step) {
        if (gaveUp && sections.size() > MAX_CIRCLES) {
            return;
        }
        SectionSteps section = current;
        if (section == null || !section.key.sectionId.equals(fixation.sectionId())
                || !section.key.recordingId.equals(fixation.recordingId())) {
            section = sections.computeIfAbsent(new SectionKey(fixation.recordingId(), fixation.sectionId()), SectionSteps::new);
            current = section;
        }
        if (gaveUp) {
            return;
        }
        kept += section.add(step, limit());
        if (kept > MAX_KEPT || (first.isEmpty() && inside > MAX_CIRCLES)) {
            gaveUp = true;
            sections.values().forEach(each -> each.steps.clear());
        }
    }

    private int limit() {
        return first.orElse(Integer.MAX_VALUE);
    }

    /** Whether there are too many fixations to draw. */
    public boolean isTooLong() {
        return gaveUp || sections.values().stream().flatMap(section -> section.cut(limit()).stream())
                .filter(step -> step.place() == Place.INSIDE).count() > MAX_CIRCLES;
    }

    /** The number of sections; after too many fixations it is counted up to one above {@value #MAX_CIRCLES}. */
    public int sections() {
        return sections.size();
    }

    /** The fixations by recording and section. Fixations are in the order of their starts, and sections in that of their first ones. */
    public Map<String, List<List<Step>>> ofRecordings() {
        Map<String, List<List<Step>>> byRecording = new LinkedHashMap<>();
        sections.values().forEach(section -> {
            if (!section.cut(limit()).isEmpty()) {
                byRecording.computeIfAbsent(section.key.recordingId, id -> new ArrayList<>()).add(List.copyOf(section.steps));
            }
        });
        byRecording.values().forEach(all -> all.sort(Comparator.comparingLong(steps -> steps.getFirst().start())));
        return byRecording;
    }
}
