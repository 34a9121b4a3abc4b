package io.github.fixationheatmap.store;

import java.util.Optional;

/** How a conditional write ended. */
public sealed interface PutResult {

    /**
     * The object is there.
     *
     * @param object its state
     * @param versionId the version that it is, where the store keeps versions
     */
    record Written(StoredObject object, Optional<String> versionId) implements PutResult {}

    /** The condition did not hold, or another writer was at it at the same time: nothing was written. */
    record Refused() implements PutResult {}
}
