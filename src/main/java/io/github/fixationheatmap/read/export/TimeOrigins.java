package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.analysis.CountedFixations;
import io.github.fixationheatmap.analysis.CountedFixations.Counts;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin.OfSections;
import io.github.fixationheatmap.model.EnrichmentType;
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

/** Finds the origin of the time to first fixation, and says what to add where one was chosen that the drop does not tell. */
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
     * The origin for what was counted: the chosen one, or else the recordings' starts if there is a file of them that lacks none.
     *
     * @param option where the choice stands
     * @throws ProblemException if recordings' starts are asked for and one with a counted fixation has none, or their file is bad
     */
    public SectionTimeOrigin of(Optional<TimeOrigin> chosen, CountedFixations fixations, Location option) {
        boolean isFile = events.isPresent() || recordings.isPresent();
        if (chosen.equals(Optional.of(TimeOrigin.SECTION)) || (chosen.isEmpty() && !isFile)) {
            return SectionTimeOrigin.ofSections(sections.sections());
        }
        if (!isFile) {
            throw missing(option, "beside the fixations");
        }
        Map<String, Long> starts = starts(fixations.type());
        Optional<Recording> withoutStart = fixations.counts().recordings().stream()
                .filter(each -> each.rows().counted() > 0 && !starts.containsKey(each.recording().id()))
                .map(Counts.OfRecording::recording).findFirst();
        if (withoutStart.isPresent() && chosen.isPresent()) {
            throw missing(option, "for the recording " + withoutStart.get().described());
        }
        return withoutStart.isPresent() ? new OfSections(sections.sections(), withoutStart) : SectionTimeOrigin.ofRecordings(starts);
    }

    /** The starts of the files. A surface of Neon Player is one recording without an id: a start is its own if it is the only one. */
    private Map<String, Long> starts(EnrichmentType type) {
        Map<String, Long> starts = RecordingStartReader.read(events, recordings);
        return type == EnrichmentType.NEON_PLAYER_SURFACE && starts.size() == 1
                ? Map.of(FixationReader.ONLY_RECORDING, starts.values().iterator().next()) : starts;
    }

    private static ProblemException missing(Location option, String where) {
        return new Problem(ProblemType.BAD_OPTION, option, TimeOrigin.RECORDING.id(), "\"" + TimeOrigin.SECTION.id() + "\", or " + where
                + " an events.csv with a row recording.begin (columns recording id, timestamp [ns], name)"
                + " or a recordings.csv (columns recording id, start timestamp [ns])").asException();
    }
}
