package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiIndex;
import io.github.fixationheatmap.analysis.aoi.Labels;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.FixationListener;
import io.github.fixationheatmap.model.LimitExceededException;
import io.github.fixationheatmap.options.Background;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects which AOIs are hit while fixations stream by. Only a counted fixation can hit; it hits every AOI that contains it, and every
 * label of these once. Memory grows with the hits and not with the fixations, and is bounded: {@value #MAX_HITS} hits, of which each
 * fixation takes 32 bytes and each label 4, {@value #MAX_SECTIONS} sections, and 128 MB for ids that are no numbers. Filled by one thread.
 */
public final class AoiHitRecorder implements FixationListener {

    /**
     * The most hits, each a fixation in an AOI with a label: memory, the work for each fixation, and the rows of the table. It is 100
     * fixations a minute for 1,666 hours.
     */
    public static final int MAX_HITS = 10_000_000;

    /** The most sections: without a file of sections each row may name one of its own. */
    static final int MAX_SECTIONS = 100_000;

    private final List<Aoi> aois;
    private final AoiIndex index;
    private final Labels labels;
    private final int[][] labelsOfAoi;
    private final int[] found;
    private final Map<String, RecordingLog> recordings = new HashMap<>();
    private final List<SectionLog> sections = new ArrayList<>();
    private final HitTable hits = new HitTable();
    private final List<IntColumn> hitsOfLabel = new ArrayList<>();
    private final long[] countOfAoi;
    private long countOfBackground;
    private long hitsSoFar;
    private boolean inOrder = true;
    private @Nullable SectionLog current;

    /**
     * A log of these AOIs; told of too many hits or sections, it throws {@link LimitExceededException}.
     *
     * @param aois the AOIs
     * @param background what becomes of fixations in none of them
     * @param width the reference image's width in px
     * @param height the reference image's height in px
     * @throws IllegalArgumentException if the background is listed and an AOI has its name for a label
     */
    public AoiHitRecorder(List<Aoi> aois, Background background, int width, int height) {
        this.aois = List.copyOf(aois);
        this.index = new AoiIndex(this.aois, width, height);
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
        SectionLog section = see(fixation);
        section.recording.counted++;
        section.recording.countedMs += Rounding.ms(fixation.end() - fixation.start());
        int count = index.find(x, y, found);
        Integer background = labels.ofBackground();
        if (count == 0 && background == null) {
            return;
        }
        checkHits(count);
        int hit = hits.add(section.number, section.seen, fixation.start(), fixation.end(), fixation.id());
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

    /** Counts a fixation's hits in, before memory is taken for them. */
    private void checkHits(int count) {
        hitsSoFar += count == 0 ? 1 : 0;
        for (int i = 0; i < count; i++) {
            hitsSoFar += labelsOfAoi[found[i]].length;
        }
        if (hitsSoFar > MAX_HITS) {
            throw new LimitExceededException(hitsSoFar + " hits of areas up to here",
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
            see(fixation);
        }
    }

    private SectionLog see(Fixation fixation) {
        SectionLog section = current;
        // Rows of a section stand together: two comparisons save two look-ups.
        if (section == null || !section.id.equals(fixation.sectionId()) || !section.recording.id.equals(fixation.recordingId())) {
            RecordingLog recording = recordings.computeIfAbsent(fixation.recordingId(), id -> new RecordingLog(recordings.size(), id));
            section = recording.sections.computeIfAbsent(fixation.sectionId(), id -> begin(id, recording));
            current = section;
        }
        inOrder &= section.see(fixation.start());
        return section;
    }

    private SectionLog begin(String id, RecordingLog recording) {
        if (sections.size() == MAX_SECTIONS) {
            throw new LimitExceededException("more sections up to here", "at most " + MAX_SECTIONS + " sections");
        }
        SectionLog section = new SectionLog(sections.size(), id, recording);
        sections.add(section);
        return section;
    }

    /** The AOIs, the background not among them. */
    public List<Aoi> aois() {
        return aois;
    }

    /** The labels, in the tables' order. */
    public Labels labels() {
        return labels;
    }

    /** How many fixations hit the AOI at this place of the list. */
    public long hitsOfAoi(int aoi) {
        return countOfAoi[aoi];
    }

    /** How many counted fixations hit no AOI, where the background is listed, else 0. */
    public long hitsOfBackground() {
        return countOfBackground;
    }

    /** Whether every section's fixations came in the order of their starts, as visits take for granted. */
    public boolean inOrder() {
        return inOrder;
    }

    public HitTable hits() {
        return hits;
    }

    /** The numbers of a label's hits, in the file's order. */
    public IntColumn hitsOfLabel(int label) {
        return hitsOfLabel.get(label);
    }

    public List<SectionLog> sections() {
        return sections;
    }

    /** The recording of this id, or null where none of its fixations was seen. */
    @Nullable RecordingLog recording(String id) {
        return recordings.get(id);
    }

    int recordings() {
        return recordings.size();
    }
}
