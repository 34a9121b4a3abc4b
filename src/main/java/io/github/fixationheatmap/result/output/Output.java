package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.result.DescribedRun;
import io.github.fixationheatmap.result.ResultFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One output of a run: its files, when it is made, which fixations it listens to, and how it is made. Object keys, publishing, the deletion
 * of outputs that are no longer asked for, the API's links and the manifest follow from the list in {@link Outputs}.
 */
public interface Output {

    /**
     * One file of an output.
     *
     * @param name its name below the prefix of the results; at most {@value ResultKeys#MAX_NAME_BYTES} bytes
     * @param contentType its media type
     * @param description what it is, for the table of results in the documentation
     */
    record FileType(String name, String contentType, String description) {}

    /** The media type of tables. */
    String CSV = "text/csv; charset=utf-8";

    /** The media type of PNG images. */
    String PNG = "image/png";

    /** The media type of SVG images. */
    String SVG = "image/svg+xml";

    /** The media type of pages: browsers show them. */
    String HTML = "text/html; charset=utf-8";

    /** The media type of numpy's arrays, which are zips. */
    String NPZ = "application/zip";

    /** Its files, in the order in which the manifest lists them. */
    List<FileType> files();

    /** Whether a run with these options makes it. */
    default boolean isMade(HeatmapOptions options) {
        return true;
    }

    /** The listeners that it needs. */
    default Set<FixationListeners.Kind<?>> listeners() {
        return Set.of();
    }

    /**
     * Checks that the output is within its bounds, before any output is made.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if it would be too large
     */
    default void check(Analysis analysis) {}

    /** An upper bound of the bytes of all rows of its table, found without making their text; 0 for images, whose pixels are bounded. */
    default long maxBytes(Analysis analysis) {
        return 0;
    }

    /**
     * Why it cannot be made of this analysis, although the options ask for it: it is left out, with this warning.
     *
     * @param pictures the same as for {@link #make}, which keeps what has to be drawn to find this out
     */
    default Optional<Warning> obstacle(Analysis analysis, Pictures pictures) {
        return Optional.empty();
    }

    /**
     * Makes its files of the analysis.
     *
     * @param analysis the numbers
     * @param pictures the reference image, and the pictures that several outputs show
     * @param keys where the files will be stored
     */
    default List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        return List.of();
    }

    /** Whether it is about the run itself: {@link #describe} then makes its files. */
    default boolean describesRun() {
        return false;
    }

    /**
     * Makes its files about the run itself, once the files of all outputs are made.
     *
     * @param run the run, and the files of all other outputs
     * @param pictures the same as for {@link #make}
     * @param keys where the files will be stored
     */
    default List<ResultFile> describe(DescribedRun run, Pictures pictures, ResultKeys keys) {
        return List.of();
    }
}
