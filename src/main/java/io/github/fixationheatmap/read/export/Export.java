package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.read.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a place in a drop holds. */
public sealed interface Export {

    /** The export's folder inside a zip that holds several, without a slash at its end; empty where there is only one. */
    String folder();

    /**
     * An export that has what is needed.
     *
     * @param folder see {@link Export#folder()}
     * @param fixations the fixations file
     * @param referenceImage the picture under the heatmap
     * @param sections the sections file, where there is one
     * @param options the options files, each later one overriding the ones before
     * @param aois the one file with areas of interest, or the mask pictures in the order of their names; none where there are no areas
     * @param strays files among the masks that are none, and are passed over
     * @param events a raw recording's events, where they are there
     * @param recordings the table of recordings, where there is one
     */
    record Complete(
            String folder, InputFile fixations, InputFile referenceImage, Optional<InputFile> sections, List<InputFile> options,
            List<InputFile> aois, List<InputFile> strays, Optional<InputFile> events, Optional<InputFile> recordings)
            implements Export {
        public Complete {
            options = List.copyOf(options);
            aois = List.copyOf(aois);
            strays = List.copyOf(strays);
        }

        /** All its files that are read. */
        public List<InputFile> files() {
            List<InputFile> files = new ArrayList<>(List.of(fixations, referenceImage));
            sections.ifPresent(files::add);
            files.addAll(options);
            files.addAll(aois);
            events.ifPresent(files::add);
            recordings.ifPresent(files::add);
            return files;
        }
    }

    /**
     * An export that lacks what is needed, and may still get it.
     *
     * @param folder see {@link Export#folder()}
     * @param missing what it waits for
     */
    record Incomplete(String folder, List<String> missing) implements Export {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /**
     * An export that can never be worked on as it is.
     *
     * @param folder see {@link Export#folder()}
     * @param problem why
     */
    record Refused(String folder, Problem problem) implements Export {}
}
