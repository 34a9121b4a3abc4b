package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.AoiOptions.LabelMetric;
import io.github.fixationheatmap.options.ChosenOutput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the figures about AOIs say of a metric. */
final class LabelFigure {

    /** What stands in place of the value of a label that no fixation hit. */
    static final String NOT_FIXATED = "not fixated";

    private LabelFigure() {}

    /** What a metric is, with its unit. */
    static String axis(LabelMetric metric) {
        return switch (metric) {
            case COUNT -> "Fixations per recording";
            case TOTAL -> "Fixation time per recording [ms]";
            case AVERAGE -> "Average fixation duration [ms]";
            case FIRST -> "Time to first fixation [ms]";
            case REACH -> "Recordings that fixated it [%]";
        };
    }

    /** What figures multiply a value with: they show shares in percent. */
    static double factor(LabelMetric metric) {
        return metric == LabelMetric.REACH ? 100 : 1;
    }

    /** A value as figures show it. */
    static String text(LabelMetric metric, @Nullable BigDecimal value) {
        if (value == null) {
            return NOT_FIXATED;
        }
        double shown = factor(metric) * value.doubleValue();
        String number = String.format(Locale.ROOT, "%,." + decimals(metric, shown) + "f", shown);
        return switch (metric) {
            case COUNT -> number;
            case TOTAL, AVERAGE, FIRST -> number + NumberText.SPACE + "ms";
            case REACH -> number + NumberText.SPACE + "%";
        };
    }

    /** A small number keeps what its table has of it, so that it does not read as 0. */
    private static int decimals(LabelMetric metric, double shown) {
        if (shown == 0 || shown >= 100) {
            return 0;
        }
        return metric == LabelMetric.REACH ? shown >= 1 ? 0 : 2 : shown >= 10 ? 1 : shown >= 0.1 ? 2 : 4;
    }

    /** How many fixations and recordings the numbers are made of. */
    static List<String> notes(Analysis analysis) {
        return switch (analysis.setup().options().aoi().shown()) {
            case COUNT, TOTAL, REACH -> List.of(FigureOutput.counted(analysis));
            case AVERAGE -> List.of("Mean of all fixations on a label.", FigureOutput.counted(analysis));
            case FIRST -> List.of("Mean of the recordings that fixated a label.", FigureOutput.counted(analysis));
        };
    }

    /** Without AOIs an output about them is left out. */
    static Optional<Warning> obstacle(Analysis analysis, ChosenOutput output) {
        return analysis.setup().aois().aois().isEmpty()
                ? Optional.of(new Warning("output-without-aois", "The output \"" + output.id() + "\" is left out: there is no AOI."))
                : Optional.empty();
    }
}
