package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.csv.CsvTable;
import java.util.stream.Stream;

/** Which export a table of fixations of Pupil Cloud or Neon Player is of, by its columns. */
final class EnrichmentColumns {

    static final String SECTION_ID = "section id";
    static final String RECORDING_ID = "recording id";
    static final String ON_IMAGE = "fixation detected in reference image";
    static final String ON_SURFACE = "fixation detected on surface";
    static final String STATUS = "fixation status";
    private static final String X_IN_PX = "fixation x [px]";
    private static final String ON_FACE = "fixation on face";
    private static final String AZIMUTH = "azimuth [deg]";

    private EnrichmentColumns() {}

    /** Whether a table is of Pupil Cloud or Neon Player, by its columns. */
    static boolean isOf(CsvTable table) {
        return Stream.of(ON_FACE, ON_IMAGE, STATUS, ON_SURFACE, AZIMUTH, X_IN_PX).anyMatch(table::has);
    }

    /**
     * The kind of a table of Pupil Cloud or Neon Player.
     *
     * @throws ProblemException if it has no reference image, or is no such table
     */
    static EnrichmentType type(CsvTable table, String file) {
        if (table.has(ON_FACE)) {
            throw unsupported(file, "a Face Mapper export, which has no reference image");
        }
        if (table.has(ON_IMAGE)) {
            return EnrichmentType.REFERENCE_IMAGE_MAPPER;
        }
        if (table.has(STATUS)) {
            return EnrichmentType.MANUAL_MAPPER;
        }
        if (table.has(ON_SURFACE)) {
            boolean ids = table.has(SECTION_ID) || table.has(RECORDING_ID);
            return ids ? EnrichmentType.MARKER_MAPPER : EnrichmentType.NEON_PLAYER_SURFACE;
        }
        if (table.has(AZIMUTH) || table.has(X_IN_PX)) {
            throw unsupported(file, "a raw recording in pixels of the scene camera, which has no reference image");
        }
        throw new Problem(ProblemType.MISSING_COLUMN, new Location.Line(file, 1), table.header(),
                "a column \"" + ON_IMAGE + "\", \"" + ON_SURFACE + "\" or \"" + STATUS + "\"").asException();
    }

    private static ProblemException unsupported(String file, String actual) {
        return new Problem(ProblemType.UNSUPPORTED_EXPORT, new Location.WholeFile(file), actual,
                "an export of the Reference Image Mapper, Auto Image Mapper, Marker Mapper or Manual Mapper, or a Neon Player surface")
                .asException();
    }
}
