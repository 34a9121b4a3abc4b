package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.CountedFixations.Counts;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.EnrichmentType.CoordinateUnit;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.FixationListener;
import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.HeatmapOptions;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Counts each fixation once: in the histogram, or as left out for one reason. All numbers are kept for each recording. */
public final class FixationCounter implements Consumer<Fixation> {

    /** The maximum number of fixations kept if recordings are normalized, 24 to 30 bytes each. */
    private static final int MAX_KEPT = 10_000_000;

    private static final double NS_PER_MS = 1_000_000;

    private static final int NAMES_SHOWN = 20;

    private final Grid grid;
    private final CoordinateUnit unit;
    private final HeatmapOptions options;
    private final Optional<Set<String>> selection;
    private final Predicate<Fixation> isInTime;
    private final FixationListener listener;
    private final UnaryOperator<String> names;
    private final Map<String, RecordingCounter> recordings = new LinkedHashMap<>();
    private final Histogram all;
    private final ImageFit fit;
    private int kept;

    /**
     * A counter that has seen no fixation.
     *
     * @param isInTime whether a fixation of a selected recording starts when fixations count; the listener hears of no other
     * @param names the names of recordings that are not among the sections, by their ids
     */
    public FixationCounter(Grid grid, CoordinateUnit unit, HeatmapOptions options, Sections sections, Predicate<Fixation> isInTime,
            FixationListener listener, UnaryOperator<String> names) {
        this.names = names;
        this.grid = grid;
        this.unit = unit;
        this.options = options;
        this.selection = options.recordings().map(Set::copyOf);
        this.isInTime = isInTime;
        this.listener = listener;
        this.all = new Histogram(grid);
        this.fit = new ImageFit(grid);
        sections.recordings().values().forEach(this::add);
    }

    private RecordingCounter add(Recording recording) {
        boolean selected = selection.map(s -> s.contains(recording.id()) || s.contains(recording.name())).orElse(true);
        RecordingCounter counter = new RecordingCounter(recording, selected, options.normalization());
        recordings.put(recording.id(), counter);
        return counter;
    }

    @Override
    public void accept(Fixation fixation) {
        RecordingCounter recording = recording(fixation);
        Fixation.Point position = fixation.position();
        if (!recording.selected) {
            recording.notSelected++;
        } else if (!isInTime.test(fixation)) {
            recording.outsideTime++;
        } else if (position != null) {
            add(recording, fixation, unit.toPx(position.x(), grid.width()), unit.toPx(position.y(), grid.height()));
        } else if (fixation.mapping() == Mapping.OTHER_STIMULUS) {
            // No listener hears of it: what was seen of another picture is no part of the time that this one was looked at.
            recording.otherStimulus++;
        } else {
            if (fixation.mapping() == Mapping.OUTSIDE) {
                recording.outsideImage++;
            } else {
                recording.notMapped++;
            }
            listener.leftOut(fixation);
        }
    }

    /** Counts a row that repeats an earlier one, and is no fixation of its own. */
    public void repeated(Fixation fixation) {
        recording(fixation).repeated++;
    }

    private RecordingCounter recording(Fixation fixation) {
        RecordingCounter recording = recordings.get(fixation.recordingId());
        return recording == null ? add(new Recording(fixation.recordingId(), names.apply(fixation.recordingId()))) : recording;
    }

    private void add(RecordingCounter recording, Fixation fixation, double x, double y) {
        double weight = weight(fixation);
        if (all.add(x, y, weight)) {
            checkKept(recording);
            recording.count(grid, x, y, weight);
            fit.counted(fixation.mapping(), x, y);
            listener.counted(fixation, x, y);
        } else {
            recording.outsideImage++;
            fit.outside(fixation.mapping(), x, y);
            listener.outside(fixation, x, y);
        }
    }

    private void checkKept(RecordingCounter recording) {
        if (!recording.keepsNext()) {
            return;
        }
        if (kept == MAX_KEPT) {
            throw new LimitExceededException("more fixations up to here", "at most " + MAX_KEPT
                    + " where recordings are normalized, of each the first " + RecordingCounter.MAX_KEPT + " counting");
        }
        kept++;
    }

    /** Durations are added up in whole ns, because a sum of fractions depends on the order of the rows. */
    private double weight(Fixation fixation) {
        return switch (options.weight()) {
            case COUNT -> 1;
            case DURATION -> fixation.duration();
        };
    }

    /** The histogram that the heatmap shows; durations are in ms. Adding up recordings takes 1 to 2 ms for each. */
    public Histogram histogram(TimeCheck time) {
        return switch (options.normalization()) {
            case NONE -> switch (options.weight()) {
                case COUNT -> all;
                case DURATION -> all.dividedBy(NS_PER_MS);
            };
            // In the order of the ids: a sum of doubles depends on its order, and the order of the rows must not change the result.
            case RECORDING -> recordings.values().stream()
                    .sorted((a, b) -> a.recording.id().compareTo(b.recording.id()))
                    .filter(r -> r.counted > 0)
                    .peek(r -> time.check())
                    .map(r -> r.histogram(grid).dividedBySum())
                    .reduce(new Histogram(grid), Histogram::plus);
        };
    }

    /** The numbers of fixations that were counted or left out. */
    public Counts counts() {
        return new Counts(recordings.values().stream().map(r -> new Counts.OfRecording(r.recording, r.rows(), r.weight)).toList());
    }

    /** How the positions of the selected recordings fit the image. A surface's flag is no bounds check, and its fractions fit any image. */
    public Optional<ImageFit> fit() {
        return unit == CoordinateUnit.PX ? Optional.of(fit) : Optional.empty();
    }

    /** The selected recordings, in the order of {@link #counts()}. */
    public List<Recording> selected() {
        return recordings.values().stream().filter(r -> r.selected).map(r -> r.recording).toList();
    }

    /** A selected recording that is not in the export, and its index in the selection. */
    public record Unknown(int index, String recording) {}

    /** The first selected recording that is not in the export. */
    public Optional<Unknown> unknownSelection() {
        List<String> selected = options.recordings().orElse(List.of());
        Set<String> known = new HashSet<>(recordings.keySet());
        recordings.values().forEach(r -> known.add(r.recording.name()));
        for (int i = 0; i < selected.size(); i++) {
            String name = selected.get(i);
            if (!known.contains(name)) {
                return Optional.of(new Unknown(i, name));
            }
        }
        return Optional.empty();
    }

    /** The names of the first recordings, for messages. */
    public List<String> recordingNames() {
        return recordings.values().stream().limit(NAMES_SHOWN).map(r -> r.recording.name()).toList();
    }
}
