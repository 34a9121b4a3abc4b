package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiIndex;
import io.github.fixationheatmap.analysis.aoi.Effort;
import io.github.fixationheatmap.analysis.aoi.Labels;
import io.github.fixationheatmap.analysis.metrics.HitTable.IntColumn;
import io.github.fixationheatmap.analysis.metrics.ObservedRecording.ObservedSection;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.FixationListener;
import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.AoiOptions.Background;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records which AOIs are hit while fixations are read. Only counted fixations hit. A fixation hits every AOI that contains it, and every
 * label of these AOIs once. Memory grows with the hits, not with the fixations, and is bounded: {@value #MAX_HITS} hits (32 bytes for each
 * fixation that hits, 4 for each label), {@value #MAX_SECTIONS} sections, and 128 MB for ids that are not numbers. Not thread-safe.
 */
public final class AoiHitRecorder implements FixationListener {

    /**
     * The maximum number of hits, one for each fixation and label: it limits memory, time, and the rows of the table. At 100 fixations a
     * minute it is reached after 1,666 hours.
     */
    public static final int MAX_HITS = 10_000_000;

    /** The maximum number of sections: without a sections file, each row may name a section of its own. */
    static final int MAX_SECTIONS = 100_000;

    private final List<Aoi> aois;
    private final TimeCheck time;
    private final AoiIndex index;
    private final Labels labels;
    private final int[][] labelsOfAoi;
    private final int[] found;
    private final Map<String, ObservedRecording> recordings = new HashMap<>();
    private final List<ObservedSection> sections = new ArrayList<>();
    private final HitTable hits = new HitTable();
    private final List<IntColumn> hitsOfLabel = new ArrayList<>();
    private final long[] countOfAoi;
    private long countOfBackground;
    private long hitCount;
    private boolean inOrder = true;
    private @Nullable ObservedSection current;

    /**
     * A recorder of hits of these AOIs. It throws {@link LimitExceededException} when there are too many hits or sections, or too many
     * comparisons with areas ({@link Effort}).
     *
     * @param aois the AOIs
     * @param background whether fixations outside of all AOIs are listed
     * @param width the reference image's width in px
     * @param height the reference image's height in px
     * @param time is looked at while points are compared with areas, and by loops over the hits
     * @throws IllegalArgumentException if the background is listed and an AOI has a label of the same name
     */
    public AoiHitRecorder(List<Aoi> aois, Background background, int width, int height, TimeCheck time) {
        this.aois = List.copyOf(aois);
        this.time = time;
        this.index = new AoiIndex(this.aois, width, height, new Effort(time));
        this.labels = Labels.of(this.aois, background);
        this.labelsOfAoi = labels.ofAois().stream().map(l -> l.stream().mapToInt(i -> i).toArray()).toArray(int[][]::new);
        this.found = new int[this.aois.size()];
        this.countOfAoi = new long[this.aois.size()];
        labels.all().forEach(label -> hitsOfLabel.add(new IntColumn()));
    }

    @Override
    public void counted(Fixation fixation, double x, double y) {
        if (aois.isEmpty()) {
            return;
        }
        ObservedSection section = observe(fixation);
        section.recording.counted++;
        section.recording.countedMs += Rounding.ms(fixation.duration());
        int count = index.find(x, y, found);
        Integer background = labels.ofBackground();
        if (count == 0 && background == null) {
            return;
        }
        checkHits(count);
        int hit = hits.add(section.number, section.fixations, fixation.start(), fixation.end(), fixation.id());
        for (int i = 0; i < count; i++) {
            countOfAoi[found[i]]++;
            for (int label : labelsOfAoi[found[i]]) {
                addOnce(hitsOfLabel.get(label), hit);
            }
        }
        if (count == 0 && background != null) {
            countOfBackground++;
            hitsOfLabel.get(background).add(hit);
        }
    }

    /** Adds a fixation's hits to the count, before memory is allocated for them. */
    private void checkHits(int count) {
        hitCount += count == 0 ? 1 : 0;
        for (int i = 0; i < count; i++) {
            hitCount += labelsOfAoi[found[i]].length;
        }
        if (hitCount > MAX_HITS) {
            throw new LimitExceededException(hitCount + " hits of areas up to here",
                    "at most " + MAX_HITS + " hits: each fixation counts once for each label of each area that it lies in");
        }
    }

    private static void addOnce(IntColumn column, int hit) {
        if (column.size() == 0 || column.get(column.size() - 1) != hit) {
            column.add(hit);
        }
    }

    @Override
    public void leftOut(Fixation fixation) {
        if (!aois.isEmpty()) {
            observe(fixation);
        }
    }

    private ObservedSection observe(Fixation fixation) {
        ObservedSection section = current;
        // The rows of a section usually follow each other: two comparisons save two lookups.
        if (section == null || !section.id.equals(fixation.sectionId()) || !section.recording.id.equals(fixation.recordingId())) {
            ObservedRecording recording =
                    recordings.computeIfAbsent(fixation.recordingId(), id -> new ObservedRecording(recordings.size(), id));
            section = recording.sections.computeIfAbsent(fixation.sectionId(), id -> newSection(id, recording));
            current = section;
        }
        inOrder &= section.add(fixation.start());
        return section;
    }

    private ObservedSection newSection(String id, ObservedRecording recording) {
        if (sections.size() == MAX_SECTIONS) {
            throw new LimitExceededException("more sections up to here", "at most " + MAX_SECTIONS + " sections");
        }
        ObservedSection section = new ObservedSection(sections.size(), id, recording);
        sections.add(section);
        return section;
    }

    /** Is looked at by every long loop over hits. */
    public TimeCheck time() {
        return time;
    }

    /** The labels, in the tables' order. */
    public Labels labels() {
        return labels;
    }

    /** The number of fixations that hit an AOI, given by its index. */
    public long hitsOfAoi(int aoi) {
        return countOfAoi[aoi];
    }

    /** The number of counted fixations that hit no AOI, or 0 if the background is not listed. */
    public long hitsOfBackground() {
        return countOfBackground;
    }

    /** Whether every section's fixations were in the order of their starts, as visits require. */
    public boolean inOrder() {
        return inOrder;
    }

    /** The fixations that hit an AOI. */
    public HitTable hits() {
        return hits;
    }

    /** A label's hits as numbers in {@link #hits()}, in the file's order. */
    public IntColumn hitsOfLabel(int label) {
        return hitsOfLabel.get(label);
    }

    /** The id of a hit's section. */
    public String sectionId(int hit) {
        return sections.get(hits.section(hit)).id;
    }

    /** The ids of the sections that have a hit. */
    public Stream<String> sectionIdsOfHits() {
        return hits.sections().mapToObj(number -> sections.get(number).id);
    }

    /** The id of a hit's recording. */
    public String recordingId(int hit) {
        return sections.get(hits.section(hit)).recording.id;
    }

    List<ObservedSection> sections() {
        return sections;
    }

    /** The recording of this id, or null if none of its fixations was read. */
    @Nullable ObservedRecording recording(String id) {
        return recordings.get(id);
    }

    int recordings() {
        return recordings.size();
    }
}
