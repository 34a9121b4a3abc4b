package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.EnrichmentType.CoordinateUnit;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.Fixation.Point;
import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import io.github.fixationheatmap.model.TableReading.Starts;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.csv.CsvRow;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.csv.Privacy;
import io.github.fixationheatmap.read.tracker.FixationTable;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a fixations file of Pupil Cloud or Neon Player, row by row. */
public final class FixationReader implements FixationTable {

    /** The ids for a Neon Player file, which has no ids: it is one recording in one section. */
    static final String ONLY_RECORDING = "recording";

    static final String ONLY_SECTION = "section";

    private static final String END = "end timestamp [ns]";
    private static final String DURATION = "duration [ms]";
    static final String TIME = "a time in whole ns, in digits alone and below 2^63";
    private static final String DURATION_MS = "a duration in whole ms, of at most 100 days";
    private static final String FLAG_OR_FRACTION = "true or false, or a fraction from 0 to 1";
    private static final long MAX_MS = 100L * 24 * 3600 * 1000;
    private static final long NS_PER_MS = 1_000_000;

    private final CsvTable table;
    private final EnrichmentType type;
    private final CoordinateUnit unit;
    private final CsvTable.@Nullable Column section;
    private final CsvTable.@Nullable Column recording;
    private final CsvTable.Column id;
    private final CsvTable.Column start;
    private final CsvTable.@Nullable Column end;
    private final CsvTable.@Nullable Column duration;
    private final CsvTable.Column flag;
    private final CsvTable.Column x;
    private final CsvTable.Column y;
    private final String onlyRecording;
    private final Set<String> recordings;
    private String lastRecording = "";
    private char[] lastRecordingText = {};
    private String lastSection = "";
    private char[] lastSectionText = {};

    private FixationReader(CsvTable table, String file, String onlyRecording, Set<String> recordings) {
        this.table = table;
        this.onlyRecording = onlyRecording;
        this.recordings = recordings;
        this.type = EnrichmentColumns.type(table, file);
        boolean oneRecording = type == EnrichmentType.NEON_PLAYER_SURFACE;
        this.section = oneRecording ? null : table.column(EnrichmentColumns.SECTION_ID);
        this.recording = oneRecording ? null : table.column(EnrichmentColumns.RECORDING_ID);
        this.id = table.column("fixation id");
        this.start = table.column("start timestamp [ns]");
        this.end = table.has(END) ? table.column(END) : null;
        this.duration = table.has(DURATION) || end == null ? table.column(DURATION) : null;
        this.flag = table.column(switch (type) {
            case REFERENCE_IMAGE_MAPPER -> EnrichmentColumns.ON_IMAGE;
            case MANUAL_MAPPER -> EnrichmentColumns.STATUS;
            default -> EnrichmentColumns.ON_SURFACE;
        });
        this.unit = switch (type) {
            case MARKER_MAPPER, NEON_PLAYER_SURFACE -> CoordinateUnit.NORMALIZED;
            default -> CoordinateUnit.PX;
        };
        String unitOfColumns = unit == CoordinateUnit.PX ? "[px]" : "[normalized]";
        this.x = table.column("fixation x " + unitOfColumns);
        this.y = table.column("fixation y " + unitOfColumns);
    }

    /**
     * Opens a fixations file and detects its kind by its columns.
     *
     * @throws ProblemException if its kind has no reference image, or a column is missing
     */
    public static FixationReader open(InputFile file) {
        CsvTable table = CsvTable.open(file, Limits.MAX_FIXATION_BYTES, Privacy.PLAIN);
        try {
            return new FixationReader(table, file.name(), ONLY_RECORDING, new HashSet<>());
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /**
     * A table of Pupil Cloud or Neon Player, of which only the header was read.
     *
     * @param table the table, closed by what is returned
     * @param file the name of its file
     * @param onlyRecording the recording of a file that names none
     * @param recordings the recordings so far, which all files together may have {@value Limits#MAX_RECORDINGS} of
     */
    static FixationReader of(CsvTable table, String file, String onlyRecording, Set<String> recordings) {
        table.checkPlain();
        return new FixationReader(table, file, onlyRecording, recordings);
    }

    @Override
    public EnrichmentType type() {
        return type;
    }

    @Override
    public CoordinateUnit unit() {
        return unit;
    }

    @Override
    public String durations() {
        return end == null ? DURATION : "end - start";
    }

    @Override
    public Starts starts() {
        return Starts.KNOWN;
    }

    /**
     * Passes every fixation to {@code consumer}, in the order of the file.
     *
     * @throws ProblemException if a row is invalid, or the consumer throws a {@link LimitExceededException}
     */
    public void forEach(Consumer<Fixation> consumer) {
        forEach(Long.MAX_VALUE, consumer);
    }

    @Override
    public long forEach(long most, Consumer<Fixation> consumer) {
        return table.forEach(most, row -> {
            Fixation fixation = fixation(row);
            try {
                consumer.accept(fixation);
            } catch (LimitExceededException e) {
                throw row.tooMany(e);
            }
        });
    }

    private Fixation fixation(CsvRow row) {
        long from = row.whole(start, TIME);
        long ms = duration == null ? 0 : row.whole(duration, DURATION_MS);
        if (duration != null && ms > MAX_MS) {
            throw row.bad(duration, DURATION_MS);
        }
        long to = end == null ? from + ms * NS_PER_MS : row.whole(end, TIME);
        if (to < from || to - from > MAX_MS * NS_PER_MS) {
            throw row.bad(end == null ? start : end, "an end that is not before its start, and at most 100 days behind it");
        }
        String sectionId = section == null ? ONLY_SECTION : sectionId(row, section);
        String recordingId = recording == null ? onlyRecording : recordingId(row, recording);
        return new Fixation(sectionId, recordingId, row.id(id), from, to, position(row), mapping(row));
    }

    private String sectionId(CsvRow row, CsvTable.Column column) {
        if (lastSection.isEmpty() || !row.is(column, lastSectionText)) {
            lastSection = row.id(column);
            lastSectionText = lastSection.toCharArray();
        }
        return lastSection;
    }

    /** The id of the row's recording. The number of recordings is limited, because consumers keep totals per recording. */
    private String recordingId(CsvRow row, CsvTable.Column column) {
        if (lastRecording.isEmpty() || !row.is(column, lastRecordingText)) {
            lastRecording = row.id(column);
            lastRecordingText = lastRecording.toCharArray();
            recordings.add(lastRecording);
            row.checkRecordings(column, recordings.size());
        }
        return lastRecording;
    }

    private @Nullable Point position(CsvRow row) {
        double px = row.decimal(x, "a number with a decimal point, or nothing");
        double py = row.decimal(y, "a number with a decimal point, or nothing");
        if (Double.isNaN(px) != Double.isNaN(py)) {
            throw row.bad(Double.isNaN(px) ? x : y, "a number, as the other coordinate has one");
        }
        return Double.isNaN(px) ? null : new Point(px, py);
    }

    private Mapping mapping(CsvRow row) {
        if (row.isInAnyCase(flag, "true")) {
            return Mapping.INSIDE;
        }
        if (row.isInAnyCase(flag, "false")) {
            return type == EnrichmentType.MANUAL_MAPPER ? Mapping.OUTSIDE : Mapping.NOT_MAPPED;
        }
        return switch (type) {
            case MANUAL_MAPPER -> {
                if (!row.isInAnyCase(flag, "not mapped")) {
                    throw row.bad(flag, "True, False or Not mapped");
                }
                yield Mapping.NOT_MAPPED;
            }
            case NEON_PLAYER_SURFACE -> fraction(row);
            default -> throw row.bad(flag, "true or false");
        };
    }

    /** Neon Player 6.0.0 to 6.0.7 writes the fraction of gaze samples that lie on the surface. */
    private Mapping fraction(CsvRow row) {
        double fraction = row.decimal(flag, FLAG_OR_FRACTION);
        if (!(fraction >= 0 && fraction <= 1)) {
            throw row.bad(flag, FLAG_OR_FRACTION);
        }
        return fraction > 0 ? Mapping.INSIDE : Mapping.NOT_MAPPED;
    }

    @Override
    public void close() {
        table.close();
    }
}
