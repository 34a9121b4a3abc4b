package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.options.LayoutOption.Field;
import io.github.fixationheatmap.options.LayoutOption.Origin;
import io.github.fixationheatmap.options.LayoutOption.PlaceUnit;
import io.github.fixationheatmap.options.LayoutOption.Take;
import io.github.fixationheatmap.options.LayoutOption.TimeUnit;
import io.github.fixationheatmap.read.tracker.Layout.Media;
import io.github.fixationheatmap.read.tracker.Layout.Place;
import io.github.fixationheatmap.read.tracker.Layout.Relation;
import io.github.fixationheatmap.read.tracker.Layout.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The layouts of known programs. Column names are verbatim from their exports. */
final class Layouts {

    static final String DURATION_OF_RECORDING = "Recording duration";
    static final String SACCADE = "SACCADE_MAG";

    private static final String MAPPED_TYPE = "Mapped eye movement type [";
    private static final Set<Field> NEEDED = Set.of(Field.X, Field.Y, Field.DURATION);
    private static final List<String> PARTICIPANT = List.of("Participant name", "Recording name");
    private static final List<String> EVENT_DURATION = List.of("Gaze event duration", "Eye movement event duration");

    static final Layout TOBII_STUDIO = new Layout(EnrichmentType.TOBII_STUDIO, Map.of(
            Field.X, List.of("FixationPointX (MCSpx)"), Field.Y, List.of("FixationPointY (MCSpx)"),
            Field.START, List.of("RecordingTimestamp"), Field.DURATION, List.of("GazeEventDuration"),
            Field.STIMULUS, List.of("MediaName")),
            List.of("ParticipantName", "RecordingName"), NEEDED,
            new Place(PlaceUnit.PX, Origin.TOP_LEFT, Relation.STIMULUS,
                    Optional.of(new Media(List.of("MediaWidth"), List.of("MediaHeight"), List.of(), List.of()))),
            Map.of(Field.START, TimeUnit.MS, Field.DURATION, TimeUnit.MS),
            new Rows(Map.of("GazeEventType", "Fixation"), List.of("FixationIndex"), Take.FIRST));

    private static final Media PRESENTED = new Media(
            List.of("Presented Media width"), List.of("Presented Media height"), List.of(), List.of());

    /** With places on the stimulus, as fractions. */
    static final Layout TOBII_PRO_LAB = new Layout(EnrichmentType.TOBII_PRO_LAB, Map.of(
            Field.X, List.of("Fixation point X (MCSnorm)"), Field.Y, List.of("Fixation point Y (MCSnorm)"),
            Field.START, List.of("Recording timestamp"), Field.DURATION, EVENT_DURATION,
            Field.STIMULUS, List.of("Presented Stimulus name", "Presented Media name")),
            PARTICIPANT, NEEDED,
            new Place(PlaceUnit.NORMALIZED, Origin.TOP_LEFT, Relation.STIMULUS, Optional.of(PRESENTED)),
            Map.of(Field.DURATION, TimeUnit.MS),
            new Rows(Map.of("Eye movement type", "Fixation"), List.of("Eye movement type index"), Take.FIRST));

    /** With places on the screen, in px. */
    static final Layout TOBII_PRO_LAB_SCREEN = new Layout(EnrichmentType.TOBII_PRO_LAB, Map.of(
            Field.X, List.of("Fixation point X"), Field.Y, List.of("Fixation point Y"),
            Field.START, List.of("Recording timestamp"), Field.DURATION, EVENT_DURATION,
            Field.STIMULUS, List.of("Presented Stimulus name", "Presented Media name")),
            PARTICIPANT, NEEDED,
            new Place(PlaceUnit.PX, Origin.TOP_LEFT, Relation.STIMULUS, Optional.of(new Media(PRESENTED.width(), PRESENTED.height(),
                    List.of("Presented Media position X (DACSpx)"), List.of("Presented Media position Y (DACSpx)")))),
            Map.of(Field.DURATION, TimeUnit.MS), TOBII_PRO_LAB.rows());

    static final Layout GAZEPOINT = new Layout(EnrichmentType.GAZEPOINT, Map.of(
            Field.X, List.of("FPOGX"), Field.Y, List.of("FPOGY"), Field.START, List.of("FPOGS"), Field.DURATION, List.of("FPOGD"),
            Field.SECTION, List.of("MEDIA_ID"), Field.STIMULUS, List.of("MEDIA_NAME")),
            List.of("USER"), NEEDED, new Place(PlaceUnit.NORMALIZED, Origin.TOP_LEFT, Relation.SCREEN, Optional.empty()),
            Map.of(Field.START, TimeUnit.S, Field.DURATION, TimeUnit.S),
            new Rows(Map.of("FPOGV", "1"), List.of("FPOGID"), Take.LAST));

    static final Layout EYELINK = new Layout(EnrichmentType.EYELINK, Map.of(
            Field.X, List.of("CURRENT_FIX_X"), Field.Y, List.of("CURRENT_FIX_Y"), Field.START, List.of("CURRENT_FIX_START"),
            Field.DURATION, List.of("CURRENT_FIX_DURATION"), Field.SECTION, List.of("TRIAL_INDEX"),
            Field.ID, List.of("CURRENT_FIX_INDEX")),
            List.of("RECORDING_SESSION_LABEL"), NEEDED,
            new Place(PlaceUnit.PX, Origin.TOP_LEFT, Relation.SCREEN_OR_IMAGE, Optional.empty()),
            Map.of(Field.START, TimeUnit.MS, Field.DURATION, TimeUnit.MS), Rows.EACH);

    static final Layout PUPIL_PLAYER = new Layout(EnrichmentType.PUPIL_PLAYER, Map.of(
            Field.X, List.of("norm_pos_x"), Field.Y, List.of("norm_pos_y"), Field.START, List.of("start_timestamp"),
            Field.DURATION, List.of("duration")),
            List.of(), NEEDED, new Place(PlaceUnit.NORMALIZED, Origin.BOTTOM_LEFT, Relation.STIMULUS, Optional.empty()),
            Map.of(Field.START, TimeUnit.S, Field.DURATION, TimeUnit.MS),
            new Rows(Map.of(), List.of("fixation_id"), Take.MEAN));

    private static final Layout PUPIL_CLOUD = pupilLabs(EnrichmentType.REFERENCE_IMAGE_MAPPER, "px", PlaceUnit.PX);
    private static final Layout NEON_PLAYER = pupilLabs(EnrichmentType.NEON_PLAYER_SURFACE, "normalized", PlaceUnit.NORMALIZED);

    private Layouts() {}

    /** That of Pupil Cloud and Neon Player, where a user names other columns than those that they have. */
    private static Layout pupilLabs(EnrichmentType type, String unit, PlaceUnit places) {
        return new Layout(type, Map.of(
                Field.X, List.of("fixation x [" + unit + "]"), Field.Y, List.of("fixation y [" + unit + "]"),
                Field.START, List.of("start timestamp [ns]"), Field.END, List.of("end timestamp [ns]"),
                Field.DURATION, List.of("duration [ms]"), Field.SECTION, List.of("section id"), Field.ID, List.of("fixation id")),
                List.of("recording id"), Set.of(Field.X, Field.Y),
                new Place(places, Origin.TOP_LEFT, Relation.STIMULUS, Optional.empty()), Map.of(), Rows.EACH);
    }

    /** The layout that a header tells; empty if it is of no known program. */
    static Optional<Layout> of(ColumnNames names, Stimuli stimuli) {
        List<String> snapshots = snapshots(names);
        if (!snapshots.isEmpty()) {
            return Optional.of(glasses(stimuli.choose(snapshots)));
        }
        return withoutSnapshots(names);
    }

    /** Whether a header is of a known program. */
    static boolean isKnown(ColumnNames names) {
        return !snapshots(names).isEmpty() || withoutSnapshots(names).isPresent();
    }

    /** The names of the snapshots to which Tobii Pro Lab mapped fixations. */
    private static List<String> snapshots(ColumnNames names) {
        return names.has("Recording timestamp") ? names.all().stream().filter(n -> n.startsWith(MAPPED_TYPE) && n.endsWith("]"))
                .map(n -> n.substring(MAPPED_TYPE.length(), n.length() - 1)).distinct().toList() : List.of();
    }

    private static Optional<Layout> withoutSnapshots(ColumnNames names) {
        if (names.has("RecordingTimestamp") || names.has("FixationPointX (MCSpx)")) {
            return Optional.of(TOBII_STUDIO);
        }
        if (names.has("Recording timestamp") && names.has("Eye movement type")) {
            return Optional.of(names.has("Fixation point X (MCSnorm)") ? TOBII_PRO_LAB : TOBII_PRO_LAB_SCREEN);
        }
        if (names.has("FPOGX") && names.has("FPOGY") && names.has("FPOGID")) {
            return Optional.of(GAZEPOINT);
        }
        if (names.has("CURRENT_FIX_X") && names.has("CURRENT_FIX_Y")) {
            return Optional.of(EYELINK);
        }
        if (names.all().containsAll(List.of("world_index", "fixation_id", "norm_pos_x", "norm_pos_y", "on_surf"))) {
            return Optional.of(PUPIL_PLAYER);
        }
        return names.all().contains("fixation detected on surface") ? Optional.of(NEON_PLAYER)
                : names.all().contains("fixation detected in reference image") ? Optional.of(PUPIL_CLOUD) : Optional.empty();
    }

    /** With places on a snapshot, to which the program mapped them, in px of it. */
    private static Layout glasses(String snapshot) {
        return new Layout(EnrichmentType.TOBII_PRO_LAB, Map.of(
                Field.X, List.of("Mapped fixation X [" + snapshot + "]"), Field.Y, List.of("Mapped fixation Y [" + snapshot + "]"),
                Field.START, List.of("Recording timestamp"), Field.DURATION, EVENT_DURATION),
                PARTICIPANT, NEEDED, new Place(PlaceUnit.PX, Origin.TOP_LEFT, Relation.STIMULUS, Optional.empty()),
                Map.of(Field.DURATION, TimeUnit.MS),
                new Rows(Map.of(MAPPED_TYPE + snapshot + "]", "Fixation"), List.of("Mapped eye movement type index [" + snapshot + "]"),
                        Take.FIRST));
    }
}
