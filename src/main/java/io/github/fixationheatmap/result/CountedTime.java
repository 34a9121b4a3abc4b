package io.github.fixationheatmap.result;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.options.TimeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The time in which fixations count, in words. */
public final class CountedTime {

    private CountedTime() {}

    /** Which fixations count by their time, as a sentence; empty where all do. */
    public static Optional<String> sentence(Analysis analysis) {
        TimeWindow window = analysis.setup().options().window();
        List<String> bounds = new ArrayList<>();
        window.from().ifPresent(ms -> bounds.add("from" + NumberText.SPACE + NumberText.shortened(ms) + NumberText.SPACE + "ms"));
        window.to().ifPresent(ms -> bounds.add("before" + NumberText.SPACE + NumberText.shortened(ms) + NumberText.SPACE + "ms"));
        return window.isAll() ? Optional.empty()
                : Optional.of("Fixations count that start " + String.join(" and ", bounds) + " after the start of their "
                        + analysis.timeOrigin().option().orElseThrow().id() + ".");
    }
}
