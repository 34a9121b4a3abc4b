package io.github.fixationheatmap.store;

/**
 * A small object that was read whole.
 *
 * @param object the state that was read
 * @param bytes its bytes, which belong to whoever asked
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FetchedObject(StoredObject object, byte[] bytes) {}
