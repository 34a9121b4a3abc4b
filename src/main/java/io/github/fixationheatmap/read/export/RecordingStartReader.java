package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.csv.Privacy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the start times of recordings, which an enrichment export lacks. They come from {@code recordings.csv} (columns
 * {@code recording id} and {@code start timestamp [ns]}), or from the {@code events.csv} of a raw export (columns {@code recording id},
 * {@code timestamp [ns]} and {@code name}), where every recording has an event {@code recording.begin}. If both files have a recording,
 * {@code recordings.csv} takes precedence.
 */
public final class RecordingStartReader {

    private static final String RECORDING_ID = "recording id";
    private static final String BEGIN = "recording.begin";
    private static final String NAME = "name";
    /** Early versions of Neon Player call the column so. */
    private static final String NEON_NAME = "event";
    private static final String TIME = "a time in whole ns";

    private RecordingStartReader() {}

    /** The start times by recording id, in ns since the Unix epoch. */
    public static Map<String, Long> read(Optional<InputFile> events, Optional<InputFile> recordings) {
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
