package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.Misnamed;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.read.export.ExportFinder.DropListing;
import io.github.fixationheatmap.result.Fingerprinter.Fingerprint;
import java.util.List;

/**
 * Processes requests. The key of the results is their fingerprint, so any worker may make them, and a later change of the drop does not
 * make them wrong.
 */
public final class OnDemandProcessor {

    private final HeatmapPipeline pipeline;

    public OnDemandProcessor(HeatmapPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * What to do for a request, given the current state of the drop: which files would be read, and the name of the results.
     *
     * @param time is looked at while a zip's directory is read
     * @throws io.github.fixationheatmap.store.ObjectStore.ObjectChangedException if the drop is replaced meanwhile
     */
    public Plan plan(HeatmapRequest request, TimeCheck time) {
        DropListing listing = pipeline.list(request.drop());
        List<Export> exports;
        try {
            exports = pipeline.find(listing, time);
        } catch (ProblemException unreadable) {
            return new Plan.Refused(unreadable.problem());
        }
        OnDemandRequest named = new OnDemandRequest(request, pipeline.fingerprint(listing, request));
        return exports.stream().filter(e -> e.folder().equals(request.folder())).findFirst().map(e -> plan(named, e))
                .orElseGet(() -> new Plan.UnknownFolder(exports.stream().map(Export::folder).toList()));
    }

    private static Plan plan(OnDemandRequest request, Export export) {
        return switch (export) {
            case Export.Absent absent -> new Plan.Waiting(absent.missing(), List.of());
            case Export.Incomplete incomplete -> new Plan.Waiting(incomplete.missing(), incomplete.misnamed());
            case Export.Refused refused -> new Plan.Refused(refused.problem());
            case Export.Complete complete -> new Plan.Ready(request, complete);
        };
    }

    /**
     * Makes the results of a plan.
     *
     * @throws Attempts.OvertakenException if other runs interfere again and again
     * @throws Deadline.DeadlineExceededException if too little time is left for the next stage
     * @throws io.github.fixationheatmap.store.ObjectStore.ObjectChangedException if a file has changed since the plan
     */
    public Outcome run(Plan.Ready plan, Deadline deadline) {
        Target target = target(plan.request(), deadline);
        return Attempts.retry(target.keys().prefix(), () -> pipeline.run(plan.request().request(), plan.export(), target));
    }

    /**
     * Makes the results of an earlier request, if the drop has not changed since; otherwise the answer says that it has.
     *
     * @throws Deadline.DeadlineExceededException if too little time is left for the next stage
     */
    public Outcome run(OnDemandRequest request, Deadline deadline) {
        if (plan(request.request(), deadline) instanceof Plan.Ready ready && ready.request().equals(request)) {
            return run(ready, deadline);
        }
        Target target = target(request, deadline);
        return Attempts.retry(target.keys().prefix(), () -> pipeline.refuse(target, new Problem(ProblemType.DROP_CHANGED,
                new Location.WholeFile(request.request().drop().key()), null,
                "the files that were there when results were asked for; ask again")));
    }

    /** The inputs never count as changed: the files that are read are those that the fingerprint names, or reading fails. */
    private static Target target(OnDemandRequest request, Deadline deadline) {
        return new Target(request.keys(), request.fingerprint(), request::fingerprint, deadline);
    }

    /** What to do for a request, given the current state of the drop. */
    public sealed interface Plan {

        /**
         * All files are there.
         *
         * @param request what is asked for, and the fingerprint of its results
         * @param export the files, in the state that the fingerprint names
         */
        record Ready(OnDemandRequest request, Export.Complete export) implements Plan {}

        /**
         * Files are missing that may still arrive.
         *
         * @param missing their names
         * @param misnamed files that are perhaps meant as missing ones
         */
        record Waiting(List<String> missing, List<Misnamed> misnamed) implements Plan {
            public Waiting {
                missing = List.copyOf(missing);
                misnamed = List.copyOf(misnamed);
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

    /**
     * A request for a drop in one state. Its id never means anything else.
     *
     * @param request what is asked for
     * @param fingerprint names everything that the results depend on, when it was asked
     */
    public record OnDemandRequest(HeatmapRequest request, Fingerprint fingerprint) {

        /** The id of the results. */
        public String id() {
            return fingerprint.id();
        }

        /** Where the results go. */
        public ResultKeys keys() {
            return DropKeys.onDemand(id());
        }
    }
}
