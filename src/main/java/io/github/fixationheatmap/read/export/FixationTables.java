package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.tracker.FixationTable;
import io.github.fixationheatmap.read.tracker.TableRun;
import io.github.fixationheatmap.read.tracker.TableSetup;
import io.github.fixationheatmap.read.tracker.TrackerTables;
import java.util.HashSet;

/** Opens tables of fixations: those of Pupil Labs by their own reader, those of other programs by a layout. */
final class FixationTables {

    private FixationTables() {}

    /**
     * Looks at the header of a table alone, without what options may say of it.
     *
     * @throws ProblemException if the program is not known, a column is missing, or the program's fixations are on no image
     */
    static void check(InputFile file) {
        try (CsvTable table = TrackerTables.text(file, TableSetup.HEADER_ONLY)) {
            if (EnrichmentColumns.isOf(table)) {
                FixationReader.of(table, file.name(), FixationReader.ONLY_RECORDING, new HashSet<>());
            } else {
                TrackerTables.check(table, file);
            }
        }
    }

    /**
     * Opens a table of any program.
     *
     * @param onlyRecording the recording of a table that names none
     * @throws ProblemException if its layout is not known, a column is missing, or the program's fixations are on no image
     */
    static FixationTable open(InputFile file, TableRun run, String onlyRecording) {
        TableSetup setup = run.setup();
        CsvTable table = TrackerTables.text(file, setup);
        try {
            if (setup.options().layout().isEmpty() && EnrichmentColumns.isOf(table)) {
                FixationTable reader = FixationReader.of(table, file.name(), onlyRecording, run.recordings());
                if (setup.options().placement().isPresent()) {
                    throw new Problem(ProblemType.BAD_OPTION, setup.option().apply("/placement"), null,
                            "null, because the export tells places on the image and not on a screen").asException();
                }
                return reader;
            }
            return TrackerTables.open(table, file, run, onlyRecording);
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }
}
