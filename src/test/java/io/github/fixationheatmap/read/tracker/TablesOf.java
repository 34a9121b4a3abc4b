package io.github.fixationheatmap.read.tracker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.TableReading;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.OptionsParser;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.read.MemoryFile;
import io.github.fixationheatmap.read.csv.CsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads small tables for tests. */
final class TablesOf {

    static final int WIDTH = 200;
    static final int HEIGHT = 100;

    /** What a table gave: each fixation as a text, and what it told beside them. */
    record Read(String type, String durations, List<String> fixations, TableReading reading) {}

    private TablesOf() {}

    static TableSetup setup(String options) {
        return setup(options, "heatmap.json");
    }

    static TableSetup setup(String options, String file) {
        try {
            HeatmapOptions parsed =
                    new OptionsParser(file, "").parse(
                            new ObjectMapper().readTree(options), HeatmapOptions.PUBLISHED, HeatmapOptions.PUBLISHED);
            return new TableSetup(parsed.tracker(), WIDTH, HEIGHT, "reference_image.png", p -> new Location.Pointer(file, p));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Reads a table with these options: recording|section|id|start ms+duration ms|x,y or why not. */
    static Read read(String options, String table) {
        return read(options, table.getBytes(UTF_8));
    }

    static Read read(String options, byte[] bytes) {
        MemoryFile file = new MemoryFile("fixations.csv", bytes);
        TableSetup setup = setup(options);
        TableRun run = new TableRun(setup);
        List<String> all = new ArrayList<>();
        try (CsvTable text = TrackerTables.text(file, setup); FixationTable reader = TrackerTables.open(text, file, run, "file")) {
            long passed = reader.forEach(Long.MAX_VALUE, f -> all.add(text(f)));
            if (passed != all.size()) {
                throw new AssertionError(passed + " fixations, not " + all.size());
            }
            return new Read(reader.type().id(), reader.durations(), all, run.reading("fixations.csv", reader.starts()));
        }
    }

    private static String text(Fixation f) {
        Fixation.Point at = f.position();
        return f.recordingId() + "|" + f.sectionId() + "|" + f.id() + "|" + ms(f.start()) + "+" + ms(f.duration()) + "|"
                + (at == null ? f.mapping().name() : number(at.x()) + "," + number(at.y()));
    }

    private static String ms(long ns) {
        return ns % 1_000_000 == 0 ? String.valueOf(ns / 1_000_000) : String.format(Locale.ROOT, "%.3f", ns / 1e6);
    }

    private static String number(double value) {
        return TableRun.number(Math.rint(value * 1e6) / 1e6);
    }
}
