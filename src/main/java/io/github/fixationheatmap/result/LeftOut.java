package io.github.fixationheatmap.result;

import io.github.fixationheatmap.analysis.CountedFixations.Rows;
import io.github.fixationheatmap.draw.figure.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Rows that were left out, as figures and the report write them. */
public final class LeftOut {

    private LeftOut() {}

    /** The numbers of rows by reason, such as "12 not mapped"; reasons without rows are left away. */
    public static List<String> byReason(Rows rows) {
        List<String> parts = new ArrayList<>();
        add(parts, rows.notMapped(), "not mapped");
        add(parts, rows.outsideImage(), "outside the image");
        add(parts, rows.outsideTime(), "outside the chosen time");
        add(parts, rows.otherStimulus(), "on another stimulus");
        add(parts, rows.notSelected(), "of recordings not selected");
        add(parts, rows.repeated(), "repeated");
        return parts;
    }

    private static void add(List<String> parts, long count, String reason) {
        if (count > 0) {
            parts.add(NumberText.grouped(count) + NumberText.SPACE + reason);
        }
    }
}
