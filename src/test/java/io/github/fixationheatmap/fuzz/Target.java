package io.github.fixationheatmap.fuzz;

import io.github.fixationheatmap.lambda.EventFuzz;
import io.github.fixationheatmap.options.OptionsFuzz;
import io.github.fixationheatmap.read.aoi.AoiFuzz;
import io.github.fixationheatmap.read.export.ExportFuzz;
import io.github.fixationheatmap.read.tracker.TrackerFuzz;
import java.util.Locale;

/** The readers that take bytes from outside. */
public enum Target {
    FIXATIONS, TABLES, SECTIONS, OPTIONS, EVENT, AOIS, MASK, ZIP, PICTURE;

    /** The folder of test resources with good inputs, and with what fuzzing found. */
    String corpus() {
        return switch (this) {
            case ZIP -> "zips";
            case PICTURE -> "pictures";
            case FIXATIONS, TABLES, SECTIONS, OPTIONS, EVENT, AOIS, MASK -> "fuzz/" + name().toLowerCase(Locale.ROOT);
        };
    }

    /** Reads, and fails by an {@link AssertionError} where the reader breaks its promise. */
    public void read(byte[] data) {
        switch (this) {
            case FIXATIONS -> ExportFuzz.fixations(data);
            case TABLES -> TrackerFuzz.table(data);
            case SECTIONS -> ExportFuzz.sections(data);
            case OPTIONS -> OptionsFuzz.options(data);
            case EVENT -> EventFuzz.event(data);
            case AOIS -> AoiFuzz.areas(data);
            case MASK -> AoiFuzz.mask(data);
            case ZIP -> ExportFuzz.zip(data);
            case PICTURE -> ExportFuzz.picture(data);
        }
    }
}
