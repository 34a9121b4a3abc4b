package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.pipeline.publish.Outcome;
import io.github.fixationheatmap.pipeline.publish.Publisher;
import io.github.fixationheatmap.pipeline.publish.Work;
import io.github.fixationheatmap.pipeline.timing.Deadline;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.export.DropListing;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.read.export.ExportFinder;
import io.github.fixationheatmap.result.Fingerprint;
import io.github.fixationheatmap.result.Tool;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Works on what was asked for. Results lie under the name of all that they depend on, so that it does not matter who makes them, and a drop
 * that changes meanwhile does not make them wrong.
 */
final class OnDemandProcessor {

    /** Others make the same, so that the second attempt finds it made. */
    private static final int ATTEMPTS = 5;

    private final ExportFinder finder;
    private final BiFunction<DropListing, String, Fingerprint> fingerprints;
    private final ExportWork.Maker maker;
    private final Publisher publisher;
    private final Tool tool;

    OnDemandProcessor(
            ExportFinder finder, BiFunction<DropListing, String, Fingerprint> fingerprints, ExportWork.Maker maker, Publisher publisher,
            Tool tool) {
        this.finder = finder;
        this.fingerprints = fingerprints;
        this.maker = maker;
        this.publisher = publisher;
        this.tool = tool;
    }

    Plan plan(Ask ask) {
        DropListing listing = finder.list(ask.drop());
        List<Export> exports;
        try {
            exports = finder.find(listing);
        } catch (ProblemException unreadable) {
            return new Plan.Refused(unreadable.problem());
        }
        HeatmapRequest request = new HeatmapRequest(ask, fingerprints.apply(listing, ask.canonical()));
        return exports.stream().filter(e -> e.folder().equals(ask.folder())).findFirst().map(e -> plan(request, e))
                .orElseGet(() -> new Plan.Elsewhere(exports.stream().map(Export::folder).toList()));
    }

    private static Plan plan(HeatmapRequest request, Export export) {
        return switch (export) {
            case Export.Incomplete incomplete -> new Plan.Waiting(incomplete.missing());
            case Export.Refused refused -> new Plan.Refused(refused.problem());
            case Export.Complete complete -> new Plan.Ready(request, complete);
        };
    }

    Outcome run(Plan.Ready plan, Deadline clock) {
        HeatmapRequest request = plan.request();
        HeatmapJob job = new HeatmapJob(request.ask().drop(), request.ask().overrides(), clock);
        return publish(request, clock,
                keys -> new ExportWork.Whole(maker.make(job, plan.export(), keys), keys, request.fingerprint(), tool));
    }

    Outcome run(HeatmapRequest request, Deadline clock) {
        if (plan(request.ask()) instanceof Plan.Ready ready && ready.request().equals(request)) {
            return run(ready, clock);
        }
        Problem changed = new Problem(ProblemType.DROP_CHANGED, new Location.WholeFile(request.ask().drop().key()), null,
                "the files that were there when results were asked for; ask again");
        return publish(request, clock, keys -> {
            throw changed.asException();
        });
    }

    /** The inputs never count as changed: those that are read are the ones that the name stands for, or reading fails. */
    private Outcome publish(HeatmapRequest request, Deadline clock, Function<ResultKeys, Work.Made> make) {
        Work work = new ExportWork(request.keys(), request.fingerprint(), clock, request::fingerprint, make);
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<Outcome> outcome = publisher.publish(work);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new IllegalStateException(request.keys().prefix() + " was written over " + ATTEMPTS + " times");
    }
}
