package io.github.fixationheatmap.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Misnamed;
import io.github.fixationheatmap.pipeline.Deadline.Stage;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.result.ProblemJson;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.ResultFile.WrittenFile;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.result.WaitingJson;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.ObjectStore.PutResult;
import io.github.fixationheatmap.store.StoredObject;
import io.github.fixationheatmap.store.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Publishes results so that a reader who sees a manifest can fetch every file that it names, and the newest inputs win, whatever the order
 * of events, the number of workers and the moments at which they fail. There is no lock and no waiting: a worker that finds a concurrent
 * change starts over. At worst it finds the work done.
 *
 * <p>A late run that began earlier may overwrite an output. Its manifest is then refused, so that it starts over and repairs its change;
 * if it died, its event comes again and another worker repairs it.
 *
 * <p>Each step is a method of its own, so that a test can leave one out and show what the step is for.
 */
public class Publisher {

    private static final String FINGERPRINT = "fingerprint";

    private final ObjectStore store;
    private final String bucket;
    private final Tool tool;
    private final Supplier<Tasks> tasks;

    /** A publisher into a bucket that writes outputs by these tasks. It may be used by several threads at a time. */
    public Publisher(ObjectStore store, String bucket, Tool tool, Supplier<Tasks> tasks) {
        this.store = store;
        this.bucket = bucket;
        this.tool = tool;
        this.tasks = tasks;
    }

    /**
     * Makes and publishes results, unless they are there. Bad input is written down as an error.
     *
     * @param make reads the inputs and makes the results; throws {@link ProblemException} if the input is bad
     * @return the outcome; empty if an upload or another run changed inputs or results, and the caller must list the inputs again
     * @throws Deadline.DeadlineExceededException if too little time is left for the next stage
     */
    public final Optional<Outcome> publish(Target target, Supplier<Results> make) {
        // (a) The inputs were listed: are their results there?
        ExistingResults before = ExistingResults.of(store, bucket, target.keys());
        if (isSettled(before, target)) {
            return settled(before, target);
        }
        // (b) Compute.
        Results results;
        try {
            results = make.get();
        } catch (ProblemException bad) {
            return writeError(target, before, bad.problem());
        }
        return write(target, before, results);
    }

    /** Writes down why an export is refused, unless that or its results are there. The answer is as for {@link #publish}. */
    public final Optional<Outcome> refuse(Target target, Problem problem) {
        ExistingResults before = ExistingResults.of(store, bucket, target.keys());
        return isSettled(before, target) ? settled(before, target) : writeError(target, before, problem);
    }

    /**
     * Deletes an error of earlier files, and what was waited for, of a whole drop whose exports have results or errors of their own.
     *
     * @return whether the inputs are still the same; otherwise all has to start over
     */
    public final boolean clear(Target target) {
        Map<String, String> present = ExistingResults.list(store, bucket, target.keys());
        return isClean(target, present, without(present, target.keys().error(), target.keys().waiting()));
    }

    /**
     * Ends the run of an export that lacks files: deletes an error of earlier files. If files have perhaps the wrong names, writes down
     * which ones, unless that is there. Earlier results stay. The answer is as for {@link #publish}.
     */
    public final Optional<Outcome> await(Target target, List<String> missing, List<Misnamed> misnamed) {
        Optional<Outcome> waiting = Optional.of(new Outcome.Waiting(target.keys(), missing, target.deadline().lap()));
        if (misnamed.isEmpty()) {
            return clear(target) ? waiting : Optional.empty();
        }
        List<StoredObject> objects = ExistingResults.objects(store, bucket, target.keys());
        Optional<ExistingResults.Document> before = ExistingResults.document(store, target.keys().waiting(), objects);
        Map<String, String> present = ExistingResults.eTags(objects);
        boolean clean = isClean(target, present, without(present, target.keys().error()));
        if (!clean || before.filter(d -> d.hasFingerprint(target.fingerprint())).isPresent()) {
            return clean ? waiting : Optional.empty();
        }
        ObjectNode json = WaitingJson.of(missing, misnamed, tool).put(FINGERPRINT, target.fingerprint().hex());
        boolean put = inputsUnchanged(target)
                && putDocument(target.keys().waiting(), JsonDocument.MEDIA_TYPE, PutBody.of(JsonDocument.bytes(json)), before);
        return put && inputsUnchangedAfterWrite(target) ? waiting : Optional.empty();
    }

    private static Set<String> without(Map<String, String> present, String... keys) {
        return present.keySet().stream().filter(key -> !List.of(keys).contains(key)).collect(Collectors.toSet());
    }

    private boolean isSettled(ExistingResults before, Target target) {
        return isDone(before, target) || before.errorMatches(target.fingerprint());
    }

    private Optional<Outcome> settled(ExistingResults before, Target target) {
        boolean done = isDone(before, target);
        if (!isClean(target, before.eTags(), done ? before.outputKeys() : without(before.eTags(), target.keys().waiting()))) {
            return Optional.empty();
        }
        return Optional.of(new Outcome.Unchanged(
                target.keys(), done ? Outcome.Before.DONE : Outcome.Before.REFUSED, target.deadline().lap()));
    }

    private Optional<Outcome> write(Target target, ExistingResults before, Results results) {
        // (c) Are the inputs still the same? Then write the outputs.
        target.deadline().enter(Stage.WRITE);
        if (!inputsUnchanged(target)) {
            return Optional.empty();
        }
        List<WrittenFile> written = putOutputs(results);
        // (d) Write the manifest over the one that step (a) read, or start over.
        PutBody manifest = PutBody.of(JsonDocument.bytes(results.manifest(written)));
        if (!putDocument(target.keys().manifest(), JsonDocument.MEDIA_TYPE, manifest, before.manifest())) {
            return Optional.empty();
        }
        // (e) Are the outputs still the ones that were written?
        Map<String, String> after = ExistingResults.list(store, bucket, target.keys());
        if (!outputsUnchanged(written, after)) {
            return Optional.empty();
        }
        // (f) Delete what is of other inputs, and look at the inputs a last time.
        deleteStale(target, after, written.stream().map(w -> w.file().key()).collect(Collectors.toSet()));
        return inputsUnchangedAfterWrite(target)
                ? Optional.of(new Outcome.Done(target.keys(), results.rowsRead(), results.rowsCounted(), target.deadline().lap()))
                : Optional.empty();
    }

    private Optional<Outcome> writeError(Target target, ExistingResults before, Problem problem) {
        if (!inputsUnchanged(target)) {
            return Optional.empty();
        }
        ObjectNode error = ProblemJson.of(problem, tool);
        error.put(FINGERPRINT, target.fingerprint().hex()).put("earlierResults", before.manifest().isPresent());
        if (!putDocument(target.keys().error(), ProblemJson.MEDIA_TYPE, PutBody.of(JsonDocument.bytes(error)), before.error())) {
            return Optional.empty();
        }
        deleteStale(target, before.eTags(), without(before.eTags(), target.keys().waiting()));
        return inputsUnchangedAfterWrite(target)
                ? Optional.of(new Outcome.Refused(target.keys(), problem, target.deadline().lap())) : Optional.empty();
    }

    private boolean isClean(Target target, Map<String, String> present, Set<String> kept) {
        return !deleteStale(target, present, kept) || inputsUnchangedAfterWrite(target);
    }

    /**
     * Deletes stale objects: an error, what was waited for, and outputs that these options do not ask for. A stale object may be newer than
     * these results. Then the inputs have changed, the last look at them shows it, and the object is written again.
     *
     * @param kept the keys of the outputs that do belong there
     * @return whether there was anything to delete
     */
    boolean deleteStale(Target target, Map<String, String> present, Set<String> kept) {
        List<String> stale = ExistingResults.deletable(target.keys(), present.keySet()).stream()
                .filter(key -> !kept.contains(key)).toList();
        stale.forEach(key -> store.delete(bucket, key));
        return !stale.isEmpty();
    }

    /** Whether the results of these inputs are there, and have not been overwritten since. */
    boolean isDone(ExistingResults before, Target target) {
        return before.resultsMatch(target.fingerprint());
    }

    /** Whether the inputs are still those that were processed: a late run does not begin to write. */
    boolean inputsUnchanged(Target target) {
        return target.inputsUnchanged();
    }

    /**
     * Whether the inputs are still the same once all is written. They may have changed after the first look, and even changed back: the run
     * of that change then found its work done, and ended, before this run overwrote it.
     */
    boolean inputsUnchangedAfterWrite(Target target) {
        return target.inputsUnchanged();
    }

    /** Writes the outputs. The last writer wins; the manifest and the last look tell which one that was. */
    List<WrittenFile> putOutputs(Results results) {
        try (Tasks all = tasks.get()) {
            List<Supplier<WrittenFile>> written = results.files().stream().map(file -> submit(all, file)).toList();
            return written.stream().map(Supplier::get).toList();
        }
    }

    private Supplier<WrittenFile> submit(Tasks all, ResultFile file) {
        CompletableFuture<PutResult.Written> put = all.submit(() -> put(file));
        CompletableFuture<String> sha256 = all.submit(file::sha256);
        return () -> new WrittenFile(file, Tasks.await(sha256), Tasks.await(put).object().eTag(), Tasks.await(put).versionId());
    }

    private PutResult.Written put(ResultFile file) {
        return switch (store.put(bucket, file.key(), file.contentType(), file.body(), new PutCondition.Always())) {
            case PutResult.Written written -> written;
            case PutResult.Refused r -> throw new IllegalStateException("refused without a condition: " + file.key());
        };
    }

    /** Writes manifest or error, but only over the state that was read at first. */
    boolean putDocument(String key, String contentType, PutBody body, Optional<ExistingResults.Document> before) {
        return store.put(bucket, key, contentType, body, ExistingResults.Document.unchanged(before)) instanceof PutResult.Written;
    }

    /** Whether the outputs under their names are the ones that the manifest names. */
    boolean outputsUnchanged(List<WrittenFile> written, Map<String, String> after) {
        return written.stream().allMatch(w -> w.eTag().equals(after.get(w.file().key())));
    }
}
