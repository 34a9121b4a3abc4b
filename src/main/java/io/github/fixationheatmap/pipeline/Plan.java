package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.read.export.Export;
import java.util.List;

/** What a request comes to, as the drop is now. */
public sealed interface Plan {

    /**
     * All files are there.
     *
     * @param request what is asked for, and the fingerprint of its results
     * @param export the files, in the state that the fingerprint names
     */
    record Ready(OnDemandRequest request, Export.Complete export) implements Plan {}

    /** Files are missing that may still arrive. */
    record Waiting(List<String> missing) implements Plan {
        public Waiting {
            missing = List.copyOf(missing);
        }
    }

    /** The drop holds no export of that folder; these are its folders. */
    record UnknownFolder(List<String> folders) implements Plan {
        public UnknownFolder {
            folders = List.copyOf(folders);
        }
    }

    /** The drop is refused as it is. */
    record Refused(Problem problem) implements Plan {}
}
