package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.analysis.CountedFixations;
import io.github.fixationheatmap.analysis.CountedFixations.Counts;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin.OfSections;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.Sections.Section;
import io.github.fixationheatmap.model.TableReading.Starts;
import io.github.fixationheatmap.options.AoiOptions.TimeOrigin;
import io.github.fixationheatmap.options.TimeWindow;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.csv.Privacy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the origin of times, and says what to add where one was chosen that the drop does not tell. The files of recordings' starts are
 * read once, when they are first needed. Not thread-safe.
 */
public final class TimeOrigins {

    private static final String RECORDING_ID = "recording id";
    private static final String BEGIN = "recording.begin";
    private static final String NAME = "name";
    /** Early versions of Neon Player call the column so. */
    private static final String NEON_NAME = "event";
    private static final String TIME = "a time in whole ns";

    private final Optional<TimeOrigin> chosen;
    private final Export.Complete export;
    private final Sections sections;
    private final Location option;
    private @Nullable Map<String, Long> ofFiles;

    /**
     * The origins of an export, whose fixations are only those that are read.
     *
     * @param option where the choice stands
     */
    public TimeOrigins(Optional<TimeOrigin> chosen, Export.Complete export, Sections sections, Location option) {
        this.chosen = chosen;
        this.export = export;
        this.sections = sections;
        this.option = option;
    }

    private boolean areSections() {
        boolean isFile = export.events().isPresent() || export.recordings().isPresent();
        if (!isFile && chosen.equals(Optional.of(TimeOrigin.RECORDING))) {
            throw missing("beside the fixations");
        }
        return !isFile || chosen.equals(Optional.of(TimeOrigin.SECTION));
    }

    /**
     * The origin for what was counted: the chosen one, or else the recordings' starts if there is a file of them that lacks none.
     *
     * @throws ProblemException if recordings' starts are asked for and one with a counted fixation has none, or their file is bad
     */
    public SectionTimeOrigin of(CountedFixations fixations) {
        if (areSections()) {
            return SectionTimeOrigin.ofSections(sections.sections());
        }
        Map<String, Long> starts = starts(fixations);
        Optional<Recording> withoutStart = fixations.counts().recordings().stream()
                .filter(each -> each.rows().counted() > 0 && !starts.containsKey(each.recording().id()))
                .map(Counts.OfRecording::recording).findFirst();
        if (withoutStart.isPresent() && chosen.isPresent()) {
            throw missing("for the recording " + withoutStart.get().described());
        }
        return withoutStart.isPresent() ? new OfSections(sections.sections(), withoutStart) : SectionTimeOrigin.ofRecordings(starts);
    }

    /**
     * Whether a fixation starts in a window.
     *
     * @param known whether the fixations tell when they start
     * @param place where the window stands
     * @throws ProblemException here or from the answer, if the origin of a fixation's time is not known, or a file is bad
     */
    public Predicate<Fixation> isIn(TimeWindow window, EnrichmentType type, Starts known, Location place) {
        if (window.isAll()) {
            return fixation -> true;
        }
        if (known == Starts.BY_ORDER) {
            throw unknown(window, place, "a table that tells when fixations start");
        }
        if (areSections()) {
            return fixation -> {
                Section section = sections.sections().get(fixation.sectionId());
                if (section == null) {
                    throw unknown(window, place, "a sections.csv with the start of the section " + fixation.sectionId());
                }
                return window.contains(fixation.start() - section.start());
            };
        }
        Map<String, Long> starts = starts();
        boolean isOnly = type == EnrichmentType.NEON_PLAYER_SURFACE && starts.size() == 1 && export.fixations().named().size() == 1;
        return fixation -> {
            Long start = isOnly ? starts.values().iterator().next() : starts.get(fixation.recordingId());
            if (start == null) {
                throw unknown(window, place, "the start of the recording " + fixation.recordingId()
                        + " in events.csv or recordings.csv, or \"timeOrigin\": \"section\"");
            }
            return window.contains(fixation.start() - start);
        };
    }

    private static ProblemException unknown(TimeWindow window, Location place, String expected) {
        String ms = String.valueOf(window.from().or(window::to).orElseThrow());
        return new Problem(ProblemType.BAD_OPTION, place, ms, "null, or " + expected).asException();
    }

    private Map<String, Long> starts() {
        Map<String, Long> starts = ofFiles;
        if (starts == null) {
            starts = starts(export.events(), export.recordings());
            ofFiles = starts;
        }
        return starts;
    }

    /** The starts of the files. Neon Player's files have no ids of recordings: the only start is that of the only recording. */
    private Map<String, Long> starts(CountedFixations fixations) {
        Map<String, Long> starts = starts();
        List<Counts.OfRecording> recordings = fixations.counts().recordings();
        return fixations.type() == EnrichmentType.NEON_PLAYER_SURFACE && starts.size() == 1 && recordings.size() == 1
                ? Map.of(recordings.getFirst().recording().id(), starts.values().iterator().next()) : starts;
    }

    private ProblemException missing(String where) {
        return new Problem(ProblemType.BAD_OPTION, option, TimeOrigin.RECORDING.id(), "\"" + TimeOrigin.SECTION.id() + "\", or " + where
                + " an events.csv with a row recording.begin (columns recording id, timestamp [ns], name)"
                + " or a recordings.csv (columns recording id, start timestamp [ns])").asException();
    }

    /**
     * The start times by recording id, in ns since the Unix epoch. An enrichment export lacks them. They come from {@code recordings.csv}
     * (columns {@code recording id} and {@code start timestamp [ns]}), or from the {@code events.csv} of a raw export (columns
     * {@code recording id}, {@code timestamp [ns]} and {@code name}), where every recording has an event {@code recording.begin}. If both
     * files have a recording, {@code recordings.csv} takes precedence.
     */
    static Map<String, Long> starts(Optional<InputFile> events, Optional<InputFile> recordings) {
        Map<String, Long> starts = new HashMap<>();
        events.ifPresent(file -> starts.putAll(events(file)));
        recordings.ifPresent(file -> starts.putAll(recordings(file)));
        return Map.copyOf(starts);
    }

    private static Map<String, Long> events(InputFile file) {
        try (CsvTable table = CsvTable.open(file, Limits.MAX_SECTION_BYTES, Privacy.NAMES_PEOPLE)) {
            CsvTable.Column id = table.column(RECORDING_ID);
            CsvTable.Column time = table.column("timestamp [ns]");
            CsvTable.Column name = table.column(table.has(NAME) || !table.has(NEON_NAME) ? NAME : NEON_NAME);
            Map<String, Long> starts = new HashMap<>();
            table.forEach(row -> {
                if (row.text(name).equals(BEGIN) && starts.putIfAbsent(row.id(id), row.whole(time, TIME)) != null) {
                    throw row.bad(id, "the event " + BEGIN + " of each recording once");
                }
                row.checkRecordings(id, starts.size());
            });
            return starts;
        }
    }

    private static Map<String, Long> recordings(InputFile file) {
        try (CsvTable table = CsvTable.open(file, Limits.MAX_SECTION_BYTES, Privacy.NAMES_PEOPLE)) {
            CsvTable.Column id = table.column(RECORDING_ID);
            CsvTable.Column start = table.column("start timestamp [ns]");
            Map<String, Long> starts = new HashMap<>();
            table.forEach(row -> {
                if (starts.putIfAbsent(row.id(id), row.whole(start, TIME)) != null) {
                    throw row.bad(id, "each recording once");
                }
                row.checkRecordings(id, starts.size());
            });
            return starts;
        }
    }
}
