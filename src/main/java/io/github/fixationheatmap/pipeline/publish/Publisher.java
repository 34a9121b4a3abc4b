package io.github.fixationheatmap.pipeline.publish;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.pipeline.timing.Deadline;
import io.github.fixationheatmap.pipeline.timing.Stage;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.result.Output;
import io.github.fixationheatmap.result.ProblemJson;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.store.Errands;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.PutBody;
import io.github.fixationheatmap.store.PutCondition;
import io.github.fixationheatmap.store.PutResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Publishes results so that whoever sees a manifest can fetch what it names, and the newest inputs win, whatever the order of events, the
 * number of workers and the moments at which they die. Nothing is locked and nobody waits: whoever finds that somebody came between starts
 * over, and finds at worst that all is done.
 *
 * <p>An output may be overwritten by a run that began earlier and is late. Its manifest then no longer gets in, so that it starts over and
 * mends what it did; or, if it died, its event comes again and somebody else does.
 *
 * <p>Each step is a method of its own, for a test that leaves one out to see what it was good for.
 */
public class Publisher {

    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";

    private final ObjectStore store;
    private final String bucket;
    private final Tool tool;
    private final Supplier<Errands> errands;
    private final JsonDocument documents = new JsonDocument(new JsonMapper());

    /** Puts its outputs by these errands, at the same time as far as those allow. */
    public Publisher(ObjectStore store, String bucket, Tool tool, Supplier<Errands> errands) {
        this.store = store;
        this.bucket = bucket;
        this.tool = tool;
        this.errands = errands;
    }

    /**
     * Goes through the steps once.
     *
     * @return how it ended; nothing where an upload or another run came between, and all has to start over with listing the inputs
     * @throws Deadline.DeadlineExceededException if too little time is left for the next stage
     */
    public final Optional<Outcome> publish(Work work) {
        // (a) The inputs were listed: what is there of them?
        ExistingResults before = ExistingResults.of(store, bucket, work.keys());
        if (isDone(before, work)) {
            return unchanged(work, before.eTags(), before.outputKeys());
        }
        if (before.areRefusalOf(work.fingerprint())) {
            return Optional.of(new Outcome.Unchanged(work.keys(), Outcome.Before.REFUSED, work.clock().lap()));
        }
        // (b) Compute.
        Work.Made made;
        try {
            made = work.make();
        } catch (ProblemException bad) {
            return refuse(work, before, bad.problem());
        }
        return publish(work, before, made);
    }

    private Optional<Outcome> publish(Work work, ExistingResults before, Work.Made made) {
        // (c) Still of the same inputs? Then put the outputs.
        work.clock().enter(Stage.WRITE);
        if (!isCurrent(work)) {
            return Optional.empty();
        }
        List<Published> written = putOutputs(made);
        // (d) Put the manifest over the one that was seen, or start over.
        PutBody manifest = PutBody.of(documents.bytes(made.manifest(written)));
        if (!putDocument(work.keys().manifest(), JSON, manifest, before.manifest())) {
            return Optional.empty();
        }
        // (e) Are the names still ours?
        Map<String, String> after = ExistingResults.listed(store, bucket, work.keys());
        if (!areHeld(written, after)) {
            return Optional.empty();
        }
        // (f) What is of other inputs goes, and the inputs are asked a last time.
        removeStrays(work, after, written.stream().map(w -> w.output().key()).collect(Collectors.toSet()));
        return isCurrentAtLast(work) ? Optional.of(made.done(work.clock().lap())) : Optional.empty();
    }

    private Optional<Outcome> refuse(Work work, ExistingResults before, Problem problem) {
        if (!isCurrent(work)) {
            return Optional.empty();
        }
        ObjectNode error = ProblemJson.of(problem, tool);
        error.put("fingerprint", work.fingerprint().hex()).put("earlierResults", before.manifest().isPresent());
        boolean put = putDocument(work.keys().error(), PROBLEM_JSON, PutBody.of(documents.bytes(error)), before.error());
        return put && isCurrentAtLast(work)
                ? Optional.of(new Outcome.Refused(work.keys(), problem, work.clock().lap())) : Optional.empty();
    }

    /** Takes away an error of other files: of all of a drop whose exports have results or errors of their own, or of one that now waits. */
    public final boolean clear(Work work) {
        Map<String, String> present = ExistingResults.listed(store, bucket, work.keys());
        return isLeftClear(work, present, present.keySet().stream().filter(key -> !key.equals(work.keys().error()))
                .collect(Collectors.toSet()));
    }

    private Optional<Outcome> unchanged(Work work, Map<String, String> present, Set<String> named) {
        return isLeftClear(work, present, named)
                ? Optional.of(new Outcome.Unchanged(work.keys(), Outcome.Before.DONE, work.clock().lap())) : Optional.empty();
    }

    private boolean isLeftClear(Work work, Map<String, String> present, Set<String> named) {
        return !removeStrays(work, present, named) || isCurrentAtLast(work);
    }

    /**
     * Takes away what does not belong beside these results: an error, and a summary that an earlier run was asked for and this one was
     * not. It may be newer than the results, but never newer than the inputs that it is of: the last look at them tells, and it is
     * written anew.
     *
     * @param named the keys of the outputs that do belong there
     * @return whether there was anything
     */
    boolean removeStrays(Work work, Map<String, String> present, Set<String> named) {
        List<String> strays = Stream.of(work.keys().error(), work.keys().aoiSummary())
                .filter(key -> present.containsKey(key) && !named.contains(key))
                .toList();
        strays.forEach(key -> store.delete(bucket, key));
        return !strays.isEmpty();
    }

    /** Whether somebody has done the work, and nobody has written over it since. */
    boolean isDone(ExistingResults before, Work work) {
        return before.areOf(work.fingerprint());
    }

    /** Whether the inputs are still those that were worked on: a late run does not even begin to write. */
    boolean isCurrent(Work work) {
        return work.fingerprintNow().equals(work.fingerprint());
    }

    /**
     * Whether they still are, once all is written. Inputs may have been changed after the first such question, and even changed back to
     * what they had been before: their run then found its work done, and ended, before this one wrote over it.
     */
    boolean isCurrentAtLast(Work work) {
        return work.fingerprintNow().equals(work.fingerprint());
    }

    /** The last writer wins; which one that was, the manifest and the last look tell. */
    List<Published> putOutputs(Work.Made made) {
        try (Errands all = errands.get()) {
            List<Supplier<Published>> written = made.outputs().stream().map(output -> begin(all, output)).toList();
            return written.stream().map(Supplier::get).toList();
        }
    }

    private Supplier<Published> begin(Errands all, Output output) {
        Supplier<PutResult.Written> written = all.begin(() -> put(output));
        Supplier<String> sha256 = all.begin(output::sha256);
        return () -> new Published(output, sha256.get(), written.get().object().eTag(), written.get().versionId());
    }

    private PutResult.Written put(Output output) {
        return switch (store.put(bucket, output.key(), output.contentType(), output.body(), new PutCondition.Always())) {
            case PutResult.Written written -> written;
            case PutResult.Refused r -> throw new IllegalStateException("refused without a condition: " + output.key());
        };
    }

    /** Writes manifest or error, but only over what was seen at first. */
    boolean putDocument(String key, String contentType, PutBody body, Optional<ExistingResults.Document> seen) {
        return store.put(bucket, key, contentType, body, ExistingResults.Document.unchanged(seen)) instanceof PutResult.Written;
    }

    /** Whether the outputs under their plain names are the ones that the manifest names. */
    boolean areHeld(List<Published> written, Map<String, String> after) {
        return ExistingResults.hold(after, written);
    }
}
