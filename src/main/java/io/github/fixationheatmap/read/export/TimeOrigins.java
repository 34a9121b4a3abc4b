package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.analysis.FixationCounter.CountedFixations.Counts;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics.SectionTimeOrigin;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.options.AoiOptions.TimeOrigin;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.csv.CsvTable.Privacy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the chosen origin of the time to first fixation. If the drop lacks it, the problem names the file to add. */
public final class TimeOrigins {

    private static final String RECORDING_ID = "recording id";
    private static final String BEGIN = "recording.begin";
    private static final String TIME = "a time in whole ns";

    private TimeOrigins() {}

    /**
     * The chosen origin.
     *
     * @param option the location of the option
     * @throws ProblemException if the origin is the recording's start, and the drop lacks it for a recording with a counted fixation
     */
    public static SectionTimeOrigin of(TimeOrigin chosen, Export.Complete export, Sections sections, Counts counts, Location option) {
        return switch (chosen) {
            case SECTION -> SectionTimeOrigin.ofSections(sections.sections());
            case RECORDING -> ofRecordings(export, counts, option);
        };
    }

    private static SectionTimeOrigin ofRecordings(Export.Complete export, Counts counts, Location option) {
        if (export.events().isEmpty() && export.recordings().isEmpty()) {
            throw missing(option, "beside the fixations");
        }
        Map<String, Long> starts = starts(export.events(), export.recordings());
        for (Counts.OfRecording each : counts.recordings()) {
            if (each.counted() > 0 && !starts.containsKey(each.recording().id())) {
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
            CsvTable.Column name = table.column("name");
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
