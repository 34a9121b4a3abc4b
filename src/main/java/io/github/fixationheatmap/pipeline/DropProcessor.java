package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.pipeline.publish.Outcome;
import io.github.fixationheatmap.pipeline.publish.Publisher;
import io.github.fixationheatmap.pipeline.publish.Work;
import io.github.fixationheatmap.pipeline.timing.Stage;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.export.DropListing;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.read.export.ExportFinder;
import io.github.fixationheatmap.result.Fingerprint;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.store.ObjectChangedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Works on the exports of a drop until nobody comes between. */
final class DropProcessor {

    /** Whoever is overtaken that often lets the queue try again later. */
    private static final int ATTEMPTS = 5;

    private final ExportFinder finder;
    private final Function<DropListing, Fingerprint> fingerprints;
    private final ExportWork.Maker maker;
    private final Publisher publisher;
    private final Tool tool;

    DropProcessor(
            ExportFinder finder, Function<DropListing, Fingerprint> fingerprints, ExportWork.Maker maker, Publisher publisher, Tool tool) {
        this.finder = finder;
        this.fingerprints = fingerprints;
        this.maker = maker;
        this.publisher = publisher;
        this.tool = tool;
    }

    /** Tells how it ended for each export. */
    List<Outcome> run(HeatmapJob job) {
        Map<ResultKeys, Outcome> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < ATTEMPTS; i++) {
            job.clock().enter(Stage.FIND);
            if (attempt(job, outcomes)) {
                return List.copyOf(outcomes.values());
            }
        }
        throw new IllegalStateException(job.drop().key() + " was overtaken by uploads or other runs " + ATTEMPTS + " times");
    }

    /** What a job saw at first. */
    private record Seen(HeatmapJob job, DropListing listing, Fingerprint fingerprint) {}

    private boolean attempt(HeatmapJob job, Map<ResultKeys, Outcome> outcomes) {
        DropListing listing = finder.list(job.drop());
        Seen seen = new Seen(job.of(listing.drop()), listing, fingerprints.apply(listing));
        try {
            List<Export> exports = exports(listing);
            for (Export export : exports) {
                Optional<Outcome> outcome = run(seen, export);
                if (outcome.isEmpty()) {
                    return false;
                }
                outcomes.merge(outcome.get().keys(), outcome.get(), DropProcessor::told);
            }
            return exports.stream().anyMatch(e -> e.folder().isEmpty()) || publisher.clear(work(seen, "", DropProcessor::nothing));
        } catch (ObjectChangedException replaced) {
            return false;
        }
    }

    /** What was done before starting over stays done. */
    private static Outcome told(Outcome before, Outcome now) {
        return now instanceof Outcome.Unchanged ? before : now;
    }

    /** A zip that nobody can read is refused as a whole, as is a drop whose results would lie among those that were asked for. */
    private List<Export> exports(DropListing listing) {
        if (DropKeys.isReserved(listing.drop())) {
            return List.of(new Export.Refused("", new Problem(ProblemType.RESERVED_NAME, new Location.WholeFile(listing.drop().key()),
                    DropKeys.ON_DEMAND, "another name for what lies at the top of " + DropKeys.INBOX)));
        }
        try {
            return finder.find(listing);
        } catch (ProblemException unreadable) {
            return List.of(new Export.Refused("", unreadable.problem()));
        }
    }

    private Optional<Outcome> run(Seen seen, Export export) {
        return switch (export) {
            // An error that is there is of files that were replaced: who finds it would mend what is mended.
            case Export.Incomplete i -> publisher.clear(work(seen, i.folder(), DropProcessor::nothing)) ? Optional.of(
                    new Outcome.Waiting(DropKeys.results(seen.job.drop(), i.folder()), i.missing(), seen.job.clock().lap()))
                    : Optional.empty();
            case Export.Refused refused -> publisher.publish(work(seen, refused.folder(), keys -> {
                throw refused.problem().asException();
            }));
            case Export.Complete complete -> publisher.publish(work(seen, complete.folder(),
                    keys -> new ExportWork.Whole(maker.make(seen.job, complete, keys), keys, seen.fingerprint, tool)));
        };
    }

    private static Work.Made nothing(ResultKeys keys) {
        throw new IllegalStateException("no export at " + keys.prefix());
    }

    private Work work(Seen seen, String folder, Function<ResultKeys, Work.Made> make) {
        ResultKeys keys = DropKeys.results(seen.job.drop(), folder);
        return new ExportWork(keys, seen.fingerprint, seen.job.clock(), () -> fingerprints.apply(finder.list(seen.job.drop())), make);
    }
}
