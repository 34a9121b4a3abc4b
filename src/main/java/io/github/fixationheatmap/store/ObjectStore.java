package io.github.fixationheatmap.store;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The little that is asked of S3. What a method throws is passing (throttling, a time-out, an object that was replaced meanwhile) or the
 * operator's to mend (a missing right): the work is to be done again later, never reported as bad input.
 */
public interface ObjectStore {

    /** The objects whose key is {@code prefix} and a name without a slash, and the folders whose key is that and a slash. */
    FolderListing level(String bucket, String prefix);

    /** The objects of that level alone. */
    default List<StoredObject> list(String bucket, String prefix) {
        return level(bucket, prefix).objects();
    }

    /**
     * The bytes of exactly this state of the object, from the first to the last. The caller closes the stream.
     *
     * @throws ObjectChangedException if the object is in another state by now, or gone; so do the other two that read a state
     */
    InputStream open(StoredObject object);

    /** {@code length} bytes of exactly this state of the object, from {@code offset} on. */
    byte[] read(StoredObject object, long offset, int length);

    /** The bytes of exactly this state of the object from {@code offset} on, {@code length} of them. The caller closes the stream. */
    InputStream open(StoredObject object, long offset, long length);

    /**
     * A small object as it is now, or nothing where there is none.
     *
     * @throws IllegalStateException if it is longer than {@code maxBytes}
     */
    Optional<FetchedObject> fetch(String bucket, String key, int maxBytes);

    /** Writes an object in one piece, if the condition holds at that moment: it is there whole or not at all. */
    PutResult put(String bucket, String key, String contentType, PutBody body, PutCondition condition);

    /** Writes an object in one piece, whatever was there. */
    default void put(String bucket, String key, String contentType, PutBody body) {
        put(bucket, key, contentType, body, new PutCondition.Always());
    }

    /** Removes an object; nothing happens where there is none. */
    void delete(String bucket, String key);
}
