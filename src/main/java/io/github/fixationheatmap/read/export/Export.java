package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.drop.Misnamed;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.read.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One export of a drop: complete, incomplete or refused. */
public sealed interface Export {

    /** The export's folder within a zip of several exports, without a slash at its end; empty if there is only one export. */
    String folder();

    /**
     * An export with all required files.
     *
     * @param folder see {@link Export#folder()}
     * @param fixations the fixations
     * @param referenceImage the reference image
     * @param sections the sections file, if there is one
     * @param options the options files; later ones override earlier ones
     * @param aois one file with areas of interest, or the mask images in the order of their names; empty if there are none
     * @param warnings files that are ignored
     * @param events the events of raw recordings, if there are any
     * @param recordings the table of recordings, if there is one
     * @param groups the table of groups, if there is one
     */
    record Complete(
            String folder, FixationFiles fixations, InputFile referenceImage, Optional<InputFile> sections, List<InputFile> options,
            List<InputFile> aois, List<Warning> warnings, Optional<InputFile> events, Optional<InputFile> recordings,
            Optional<InputFile> groups)
            implements Export {
        public Complete {
            options = List.copyOf(options);
            aois = List.copyOf(aois);
            warnings = List.copyOf(warnings);
        }

        /** The same export with other fixations. */
        public Complete withFixations(FixationFiles value) {
            return new Complete(folder, value, referenceImage, sections, options, aois, warnings, events, recordings, groups);
        }

        /** All files of the export that are read. */
        public List<InputFile> files() {
            List<InputFile> files = new ArrayList<>(fixations.files());
            files.add(referenceImage);
            sections.ifPresent(files::add);
            files.addAll(options);
            files.addAll(aois);
            events.ifPresent(files::add);
            recordings.ifPresent(files::add);
            groups.ifPresent(files::add);
            return files;
        }
    }

    /**
     * An export that waits for required files.
     *
     * @param folder see {@link Export#folder()}
     * @param missing the names of the missing files
     * @param misnamed files that are perhaps meant as missing ones
     */
    record Incomplete(String folder, List<String> missing, List<Misnamed> misnamed) implements Export {
        public Incomplete {
            missing = List.copyOf(missing);
            misnamed = List.copyOf(misnamed);
        }
    }

    /**
     * Probably no export at all, though one may still arrive: a folder without a file of any role, and without one that certainly should
     * have one, or options beside a zip that is not there. Results of that name are perhaps those of another drop, a zip or a folder.
     *
     * @param folder see {@link Export#folder()}
     * @param missing the names of the missing files
     */
    record Absent(String folder, List<String> missing) implements Export {
        public Absent {
            missing = List.copyOf(missing);
        }
    }

    /**
     * An export that cannot be processed, whatever is added.
     *
     * @param folder see {@link Export#folder()}
     * @param problem the reason
     */
    record Refused(String folder, Problem problem) implements Export {}
}
