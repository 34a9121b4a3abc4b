package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.read.export.Export;
import java.util.List;

/** What an ask comes to, as the drop is now. */
public sealed interface Plan {

    /**
     * All is there.
     *
     * @param request what was asked for, and the name of its results
     * @param export the files, in the state that the name stands for
     */
    record Ready(HeatmapRequest request, Export.Complete export) implements Plan {}

    /** Files are missing that may still arrive. */
    record Waiting(List<String> missing) implements Plan {
        public Waiting {
            missing = List.copyOf(missing);
        }
    }

    /** The drop holds no export of that folder but these. */
    record Elsewhere(List<String> folders) implements Plan {
        public Elsewhere {
            folders = List.copyOf(folders);
        }
    }

    /** The drop cannot be worked on as it is. */
    record Refused(Problem problem) implements Plan {}
}
