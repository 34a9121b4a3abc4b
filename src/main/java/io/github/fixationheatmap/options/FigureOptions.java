package io.github.fixationheatmap.options;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * What may be chosen for pictures and figures.
 *
 * @param colormap the colours
 * @param opacity the most that a colour covers, {@value #MIN_OPACITY} to 1
 * @param threshold values below it, a share of the maximum, are transparent; 0 to {@value #MAX_THRESHOLD}
 * @param title the text above figures, at most {@value #MAX_TITLE} characters
 * @param outputs which outputs are made beside those that always are, in their order
 * @param scanpath what is chosen for scanpaths
 */
public record FigureOptions(
        Colormap colormap, double opacity, double threshold, Optional<String> title, List<ChosenOutput> outputs, ScanpathOptions scanpath) {

    public static final double MIN_OPACITY = 0.05;
    public static final double MAX_THRESHOLD = 0.95;
    public static final int MAX_TITLE = 120;

    /** The defaults: the published recipe, the figure and the report. */
    public static final FigureOptions PUBLISHED = new FigureOptions(Colormap.TURBO, 0.8, 0, Optional.empty(),
            List.of(ChosenOutput.FIGURE, ChosenOutput.REPORT), ScanpathOptions.PUBLISHED);

    /** @throws IllegalArgumentException if a value is out of its range */
    public FigureOptions {
        outputs = outputs.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(outputs));
        if (!(opacity >= MIN_OPACITY && opacity <= 1 && threshold >= 0 && threshold <= MAX_THRESHOLD)) {
            throw new IllegalArgumentException("an opacity of " + opacity + ", a threshold of " + threshold);
        }
        if (title.isPresent() && title.get().codePointCount(0, title.get().length()) > MAX_TITLE) {
            throw new IllegalArgumentException("a title has at most " + MAX_TITLE + " characters");
        }
    }

    /** These options with another colour map. */
    public FigureOptions withColormap(Colormap value) {
        return new FigureOptions(value, opacity, threshold, title, outputs, scanpath);
    }

    /** These options with another opacity. */
    public FigureOptions withOpacity(double value) {
        return new FigureOptions(colormap, value, threshold, title, outputs, scanpath);
    }

    /** These options with another threshold. */
    public FigureOptions withThreshold(double value) {
        return new FigureOptions(colormap, opacity, value, title, outputs, scanpath);
    }

    /** These options with another title. */
    public FigureOptions withTitle(Optional<String> value) {
        return new FigureOptions(colormap, opacity, threshold, value, outputs, scanpath);
    }

    /** These options with other outputs. */
    public FigureOptions withOutputs(Collection<ChosenOutput> value) {
        return new FigureOptions(colormap, opacity, threshold, title, List.copyOf(value), scanpath);
    }

    /** These options with others for scanpaths. */
    public FigureOptions withScanpath(ScanpathOptions value) {
        return new FigureOptions(colormap, opacity, threshold, title, outputs, value);
    }
}
