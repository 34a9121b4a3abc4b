package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.fuzz.Promise;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.read.MemoryFile;
import io.github.fixationheatmap.read.csv.CsvTable;

/** A fuzz target: tables of eye trackers. */
public final class TrackerFuzz {

    private static final String FILE = "fixations.csv";
    private static final TableSetup BARE = TablesOf.setup("{}", FILE);
    private static final TableSetup CHOSEN = TablesOf.setup(
            "{\"placement\": \"center\", \"stimulus\": \"a\", \"layout\": {\"time\": \"ms\"}}", FILE);

    private TrackerFuzz() {}

    public static void table(byte[] data) {
        Promise.keptBy(FILE, () -> read(BARE, data));
        Promise.keptBy(FILE, () -> read(CHOSEN, data));
    }

    private static void read(TableSetup setup, byte[] data) {
        MemoryFile file = new MemoryFile(FILE, data);
        TableRun run = new TableRun(setup);
        try (CsvTable text = TrackerTables.text(file, setup); FixationTable table = TrackerTables.open(text, file, run, "file")) {
            table.forEach(Long.MAX_VALUE, TrackerFuzz::check);
            run.reading(FILE, table.starts());
        }
    }

    private static void check(Fixation fixation) {
        Fixation.Point at = fixation.position();
        if (fixation.end() < fixation.start() || fixation.id().isBlank() || fixation.recordingId().isBlank()
                || fixation.sectionId().isBlank() || (at != null && !(Double.isFinite(at.x()) && Double.isFinite(at.y())))) {
            throw new AssertionError(fixation.toString());
        }
    }
}
