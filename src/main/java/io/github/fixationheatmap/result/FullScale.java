package io.github.fixationheatmap.result;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.options.HeatmapOptions;

/** What 100 % of a heatmap stands for, in words. */
public final class FullScale {

    private FullScale() {}

    /** A number of a unit, or a sum of shares, which has none. */
    public static String of(Analysis analysis) {
        HeatmapOptions options = analysis.setup().options();
        return NumberText.shortened(analysis.field().peak()) + switch (options.normalization()) {
            case NONE -> NumberText.SPACE;
            case RECORDING -> ", the ";
        } + Manifest.unit(options);
    }

    /** The same, and words that go on with the sentence. */
    public static String of(Analysis analysis, String words) {
        return of(analysis) + switch (analysis.setup().options().normalization()) {
            case NONE -> " ";
            case RECORDING -> ", ";
        } + words;
    }
}
