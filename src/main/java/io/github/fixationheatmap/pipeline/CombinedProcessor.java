package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.result.Fingerprinter.Fingerprint;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws several exports that show the same photo as one, and publishes the results as those of a drop. */
public final class CombinedProcessor {

    private final HeatmapPipeline pipeline;

    /** @param pipeline has the options of the study */
    public CombinedProcessor(HeatmapPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * The photo of an export of a drop, as it is now; empty if there is no such export any more.
     *
     * @param folder the folder of the export in a zip of several exports, otherwise empty
     */
    public Optional<InputFile> photo(Drop drop, String folder, TimeCheck time) {
        try {
            return pipeline.find(pipeline.list(drop), time).stream().filter(export -> export.folder().equals(folder))
                    .flatMap(export -> export instanceof Export.Complete complete
                            ? Optional.of(complete.referenceImage()).stream() : Optional.<InputFile>empty().stream())
                    .findFirst();
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Processes the exports, unless their results are there.
     *
     * @throws Attempts.OvertakenException if other runs interfere again and again
     */
    public Outcome process(CombinedExport export, ResultKeys keys, Deadline deadline) {
        Fingerprint fingerprint = fingerprint(export);
        Target target = new Target(keys, fingerprint, () -> fingerprint, deadline);
        return Attempts.retry(keys.prefix(), () -> pipeline.run(export, target));
    }

    private Fingerprint fingerprint(CombinedExport export) {
        return pipeline.fingerprint(export.files().stream()
                .map(file -> file.object().key() + " " + file.object().eTag() + " " + file.entry())
                .collect(Collectors.joining("\n")) + "\n" + export.groups());
    }
}
