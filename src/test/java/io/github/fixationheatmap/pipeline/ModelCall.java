package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import java.util.Optional;

/** What a worker does next: one request to the store, or its end. Objects are named by their tags, which stand for their bytes. */
sealed interface ModelCall {

    record ListInputs() implements ModelCall {}

    record ListResults() implements ModelCall {}

    record Fetch(String key) implements ModelCall {}

    record Put(String key, String eTag, PutCondition condition) implements ModelCall {}

    record Delete(String key) implements ModelCall {}

    /**
     * Nothing more; an empty outcome means to start over. Whether it computed, and whether at last it saw its own outputs under their
     * names.
     */
    record End(Optional<Outcome> outcome, boolean computed, boolean sawItsOutputs) implements ModelCall {}
}
