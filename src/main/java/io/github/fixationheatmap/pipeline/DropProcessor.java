package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.Deadline.Stage;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.read.export.ExportFinder.DropListing;
import io.github.fixationheatmap.result.Fingerprinter.Fingerprint;
import io.github.fixationheatmap.result.output.Outputs;
import io.github.fixationheatmap.store.ObjectStore.ObjectChangedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Processes a drop, export by export, and retries when a concurrent writer interferes. */
public final class DropProcessor {

    private final HeatmapPipeline pipeline;
    private final Overrides overrides;

    /** A processor of drops by their own options. */
    public DropProcessor(HeatmapPipeline pipeline) {
        this(pipeline, Overrides.none());
    }

    /** A processor of drops whose options these options override. */
    public DropProcessor(HeatmapPipeline pipeline, Overrides overrides) {
        this.pipeline = pipeline;
        this.overrides = overrides;
    }

    /**
     * Processes a drop.
     *
     * @return how it ended for each export in the drop
     * @throws Attempts.OvertakenException if uploads or other runs interfere again and again
     * @throws Deadline.DeadlineExceededException if too little time is left for the next stage
     */
    public List<Outcome> process(Drop drop, Deadline deadline) {
        Map<ResultKeys, Outcome> outcomes = new LinkedHashMap<>();
        return Attempts.retry(drop.key(), () -> {
            deadline.enter(Stage.FIND);
            return attempt(drop, deadline, outcomes) ? Optional.of(List.copyOf(outcomes.values())) : Optional.empty();
        });
    }

    /** What one attempt listed. */
    private record Attempt(DropListing listing, Fingerprint fingerprint, Deadline deadline) {
        Drop drop() {
            return listing.drop();
        }
    }

    private boolean attempt(Drop named, Deadline deadline, Map<ResultKeys, Outcome> outcomes) {
        DropListing listing = pipeline.list(named);
        Attempt attempt = new Attempt(listing, fingerprint(listing), deadline);
        try {
            List<Export> exports = exports(listing, deadline);
            for (Export export : exports) {
                Optional<Outcome> outcome = process(attempt, export);
                if (outcome.isEmpty()) {
                    return false;
                }
                outcomes.merge(outcome.get().keys(), outcome.get(), DropProcessor::merged);
            }
            return exports.stream().anyMatch(e -> e.folder().isEmpty()) || pipeline.clear(target(attempt, ""));
        } catch (ObjectChangedException changed) {
            return false;
        }
    }

    /** Keeps the outcome of an earlier attempt if this attempt found the work done. */
    private static Outcome merged(Outcome before, Outcome now) {
        return now instanceof Outcome.Unchanged ? before : now;
    }

    /** Refuses as a whole: an unreadable zip, a drop whose results would lie among those of requests or have keys too long for S3. */
    private List<Export> exports(DropListing listing, Deadline deadline) {
        if (DropKeys.isReserved(listing.drop())) {
            return List.of(new Export.Refused("", new Problem(ProblemType.RESERVED_NAME, new Location.WholeFile(listing.drop().key()),
                    DropKeys.ON_DEMAND, "another name for what lies at the top of " + DropKeys.INBOX)));
        }
        if (!DropKeys.results(listing.drop(), "").fitInS3(Outputs.fileNames())) {
            return List.of(new Export.Refused("", new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(listing.drop().key()), null,
                    "a key so short that no key of its results has more than " + ResultKeys.MAX_KEY_BYTES + " bytes")));
        }
        try {
            return pipeline.find(listing, deadline);
        } catch (ProblemException unreadable) {
            return List.of(new Export.Refused("", unreadable.problem()));
        }
    }

    private Optional<Outcome> process(Attempt attempt, Export export) {
        Target target = target(attempt, export.folder());
        return switch (export) {
            // Results of this name are not those of such a folder: they stay.
            case Export.Absent absent ->
                Optional.of(new Outcome.Waiting(target.keys(), absent.missing(), attempt.deadline().lap()));
            // An existing error is about files that were replaced. The user would fix what is already fixed.
            case Export.Incomplete incomplete -> pipeline.await(target, incomplete);
            case Export.Refused refused -> pipeline.refuse(target, refused.problem());
            case Export.Complete complete ->
                pipeline.run(new HeatmapRequest(attempt.drop(), complete.folder(), overrides), complete, target);
        };
    }

    /** A drop's own run has the same fingerprint wherever it runs. */
    private Fingerprint fingerprint(DropListing listing) {
        return overrides.equals(Overrides.none()) ? pipeline.fingerprint(listing)
                : pipeline.fingerprint(listing, new HeatmapRequest(listing.drop(), "", overrides));
    }

    private Target target(Attempt attempt, String folder) {
        return new Target(DropKeys.results(attempt.drop(), folder), attempt.fingerprint,
                () -> fingerprint(pipeline.list(attempt.drop())), attempt.deadline);
    }
}
