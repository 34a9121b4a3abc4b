package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.analysis.CountedFixations.Counts;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.model.Recording;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.options.AoiOptions.TimeOrigin;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import java.util.Map;
import java.util.Optional;

/** Finds the origin that was chosen for the time to first fixation, and says what to add where the drop does not tell it. */
public final class TimeOrigins {

    private final Sections sections;
    private final Optional<InputFile> events;
    private final Optional<InputFile> recordings;

    public TimeOrigins(Sections sections, Optional<InputFile> events, Optional<InputFile> recordings) {
        this.sections = sections;
        this.events = events;
        this.recordings = recordings;
    }

    /**
     * The chosen origin for what was counted.
     *
     * @param option where the choice stands
     * @throws ProblemException if recordings' starts are asked for and one with a counted fixation has none
     */
    public SectionTimeOrigin of(TimeOrigin chosen, Counts counts, Location option) {
        return switch (chosen) {
            case SECTION -> SectionTimeOrigin.ofSections(sections.sections());
            case RECORDING -> ofRecordings(counts, option);
        };
    }

    private SectionTimeOrigin ofRecordings(Counts counts, Location option) {
        if (events.isEmpty() && recordings.isEmpty()) {
            throw missing(option, "beside the fixations");
        }
        Map<String, Long> starts = RecordingStartReader.read(events, recordings);
        for (Counts.OfRecording each : counts.recordings()) {
            if (each.rows().counted() > 0 && !starts.containsKey(each.recording().id())) {
                throw missing(option, "for " + described(each.recording()));
            }
        }
        return SectionTimeOrigin.ofRecordings(starts);
    }

    private static String described(Recording recording) {
        return "the recording " + recording.id() + (recording.name().equals(recording.id()) ? "" : " (" + recording.name() + ")");
    }

    private static ProblemException missing(Location option, String where) {
        return new Problem(ProblemType.BAD_OPTION, option, TimeOrigin.RECORDING.id(), "\"" + TimeOrigin.SECTION.id() + "\", or " + where
                + " an events.csv with a row recording.begin (columns recording id, timestamp [ns], name)"
                + " or a recordings.csv (columns recording id, start timestamp [ns])").asException();
    }
}
