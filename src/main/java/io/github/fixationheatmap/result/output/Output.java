package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.result.DescribedRun;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.format.CsvFile;
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
     * @param name its name below the prefix of the results; at most {@value ResultKeys#MAX_NAME_BYTES} bytes. A part in angle brackets,
     *     such as {@code groups/<group>/heatmap.png}, stands for a folder that a drop or its options name: a run may make any number of
     *     such files, and a run that makes others deletes them
     * @param contentType its media type
     * @param description what it is, for the table of results in the documentation
     */
    record FileType(String name, String contentType, String description) {

        /** Whether a drop or its options name a part of it. */
        boolean isNamedByDrops() {
            return name.indexOf('<') >= 0;
        }

        /** The folder in which all files of this type lie, ending in a slash. */
        String folder() {
            return name.substring(0, name.lastIndexOf('/', name.indexOf('<')) + 1);
        }

        /** The file whose part in angle brackets has this name. */
        FileType named(String part) {
            return new FileType(before() + part + after(), contentType, description);
        }

        /** Whether a file of this name may be of this type. */
        boolean isNameOf(String file) {
            if (!isNamedByDrops()) {
                return file.equals(name);
            }
            return file.length() > before().length() + after().length() && file.startsWith(before()) && file.endsWith(after())
                    && file.indexOf('/', before().length()) == file.length() - after().length();
        }

        private String before() {
            return name.substring(0, name.indexOf('<'));
        }

        private String after() {
            return name.substring(name.lastIndexOf('>') + 1);
        }
    }

    /** The media type of tables. */
    String CSV = CsvFile.CONTENT_TYPE;

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
