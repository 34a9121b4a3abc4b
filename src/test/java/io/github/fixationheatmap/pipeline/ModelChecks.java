package io.github.fixationheatmap.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The promises, asked of every state. */
class ModelChecks {

    /** Asks nothing. */
    static final ModelChecks NONE = new ModelChecks(new Blobs()) {
        @Override
        void state(Model.State state, char letter) {}

        @Override
        void move(String script, ModelStore before, ModelStore after) {}

        @Override
        void end(ModelCall.End end) {}
    };

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Blobs blobs;
    private final Set<Object> good = new HashSet<>();

    ModelChecks(Blobs blobs) {
        this.blobs = blobs;
    }

    /** A promise that does not hold; its message says which, and how to get there. */
    static final class BrokenPromise extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenPromise(String message) {
            super(message);
        }
    }

    private static void promise(boolean holds, String what, Object seen) {
        if (!holds) {
            throw new BrokenPromise(what + ": " + seen);
        }
    }

    /** Whole or absent, at any moment; and the newest inputs' results or error, whenever all messages are done with. */
    void state(Model.State state, char letter) {
        if (good.add(state.store())) {
            document(state.store(), ModelWork.KEYS.manifest()).ifPresent(m -> m.path("outputs").forEach(o -> whole(state.store(), o)));
        }
        if (state.isQuiet()) {
            newest(state.store(), letter);
        }
    }

    /** Once results or an error are there, none of earlier inputs take their place. */
    void move(String script, ModelStore before, ModelStore after) {
        if (script.chars().distinct().count() == script.length()) {
            for (String key : List.of(ModelWork.KEYS.manifest(), ModelWork.KEYS.error(), ModelWork.KEYS.waiting())) {
                int now = age(script, after, key);
                promise(now < 0 || age(script, before, key) <= now, "newest wins: an earlier one came back: " + key, after);
            }
        }
    }

    private int age(String script, ModelStore store, String key) {
        String fingerprint = document(store, key).map(m -> m.path("fingerprint").asText()).orElse("");
        return IntStream.range(0, script.length()).filter(i -> ModelWork.of(script.charAt(i)).hex().equals(fingerprint)).findFirst()
                .orElse(-1);
    }

    /** Another message costs a listing, one more of a folder of groups, and a small read or two: nothing is computed or written. */
    void duplicate(ModelProgram program, ModelStore store, char letter) {
        ModelProgram.Node node = program.start();
        int requests = 0;
        while (!(node.call() instanceof ModelCall.End)) {
            ModelStore.Answered answered = store.answer(node.call(), letter);
            promise(answered.store().equals(store), "cheap duplicates: nothing is written", node.call());
            node = program.after(node, answered.answer());
            requests++;
        }
        int most = store.current().keySet().stream().anyMatch(key -> key.contains("/groups/")) ? 5 : 4;
        promise(requests <= most, "cheap duplicates: a few requests", requests);
        promise(node.call() instanceof ModelCall.End end && isNothing(end) && !end.computed(),
                "cheap duplicates: nothing to do", node.call());
    }

    private static boolean isNothing(ModelCall.End end) {
        return end.outcome().filter(o -> o instanceof Outcome.Unchanged || o instanceof Outcome.Waiting).isPresent();
    }

    private void whole(ModelStore store, JsonNode output) {
        String key = output.path("key").asText();
        String eTag = output.path("eTag").asText();
        boolean there = output.has("versionId") ? store.versions().contains(output.path("versionId").asText())
                : eTag.equals(store.current().get(key));
        promise(there, "whole or absent: nobody can fetch " + output, store);
        String sha256 = new ResultFile(key, "", PutBody.of(blobs.bytes(eTag))).sha256();
        promise(sha256.equals(output.path("sha256").asText()), "other bytes", output);
    }

    private void newest(ModelStore store, char letter) {
        boolean isWaiting = document(store, ModelWork.KEYS.waiting()).isPresent();
        promise(isWaiting == ModelWork.isWaiting(letter), "waiting exactly where the newest inputs do: " + letter, store);
        boolean isError = document(store, ModelWork.KEYS.error()).isPresent();
        promise(isError == (!ModelWork.isGood(letter) && !isWaiting), "an error exactly where the newest inputs are bad: " + letter, store);
        if (isError || isWaiting) {
            names(store, isError ? ModelWork.KEYS.error() : ModelWork.KEYS.waiting(), letter);
            return;
        }
        names(store, ModelWork.KEYS.manifest(), letter);
        promise(store.current().size() == 1 + ModelWork.outputs(letter).size(), "nothing lies there but the results of " + letter, store);
        for (ResultFile output : ModelWork.outputs(letter)) {
            promise(tag(output).equals(store.current().get(output.key())), "newest wins: " + output.key() + " is not of " + letter, store);
        }
    }

    private void names(ModelStore store, String key, char letter) {
        promise(document(store, key).filter(d -> d.path("fingerprint").asText().equals(ModelWork.of(letter).hex())).isPresent(),
                "newest wins: " + key + " is not of " + letter, store);
    }

    private String tag(ResultFile output) {
        try (java.io.InputStream in = output.body().stream().get()) {
            return blobs.tag(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever says that nothing was to be done did nothing; whoever says that all is done saw it under its names. */
    void end(ModelCall.End end) {
        Outcome outcome = end.outcome().orElse(null);
        promise(!(outcome instanceof Outcome.Unchanged) || !end.computed(), "cheap duplicates: nothing is computed", end);
        promise(!(outcome instanceof Outcome.Done) || end.sawItsOutputs(), "done, but another's output lies under the name", end);
    }

    private Optional<JsonNode> document(ModelStore store, String key) {
        return Optional.ofNullable(store.current().get(key)).map(tag -> {
            try {
                return MAPPER.readTree(blobs.bytes(tag));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
