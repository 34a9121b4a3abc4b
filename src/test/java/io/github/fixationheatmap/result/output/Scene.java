package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.Sections.Section;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import io.github.fixationheatmap.options.AoiOptions.Background;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.result.format.CsvFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** An image, its AOIs, and fixations with their places in px; those outside the image or without a place are left out. */
record Scene(int width, int height, List<Aoi> aois, List<Fixation> fixations, List<Recording> recordings, Map<String, Section> sections) {

    static boolean isCounted(Fixation fixation, int width, int height) {
        Fixation.Point at = fixation.position();
        return at != null && at.x() >= 0 && at.x() <= width && at.y() >= 0 && at.y() <= height;
    }

    AoiHitRecorder log(Background background) {
        AoiHitRecorder log = new AoiHitRecorder(aois, background, width, height, TimeCheck.NONE);
        for (Fixation fixation : fixations) {
            Fixation.Point at = fixation.position();
            if (at != null && isCounted(fixation, width, height)) {
                log.counted(fixation, at.x(), at.y());
            } else {
                log.leftOut(fixation);
            }
        }
        return log;
    }

    AoiTables tables(Background background, MetricSet set) {
        AoiHitRecorder log = log(background);
        return new AoiTables(log, new AoiMetrics(log, SectionTimeOrigin.ofSections(sections), recordings), AoiColumns.LABEL, set);
    }

    static String text(CsvFile table) {
        try {
            String text = new String(table.open().readAllBytes(), StandardCharsets.UTF_8);
            if (text.getBytes(StandardCharsets.UTF_8).length != table.length()) {
                throw new AssertionError("a length of " + table.length() + " for " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
