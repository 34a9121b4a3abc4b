package io.github.fixationheatmap.store;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /**
     * What one listing shows of a place: the objects there, and that there is something below.
     *
     * @param objects in the order of their keys; a folder's marker is none
     * @param folders the keys of the folders there, each with a slash at its end
     */
    record FolderListing(List<StoredObject> objects, Set<String> folders) {
        public FolderListing {
            objects = List.copyOf(objects);
            folders = Set.copyOf(folders);
        }
    }

    /**
     * A small object that was read whole.
     *
     * @param object the state that was read
     * @param bytes its bytes, which belong to whoever asked
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record FetchedObject(StoredObject object, byte[] bytes) {}

    /** How a conditional write ended. */
    sealed interface PutResult {

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

    /** What must hold of an object for it to be written. */
    sealed interface PutCondition {

        /** Nothing: the last writer wins. */
        record Always() implements PutCondition {}

        /** There is no such object. */
        record IfAbsent() implements PutCondition {}

        /**
         * The object is in this state.
         *
         * @param eTag its tag, as the store gave it
         */
        record IfMatch(String eTag) implements PutCondition {
            public IfMatch {
                if (eTag.isEmpty()) {
                    throw new IllegalArgumentException("a state has a tag");
                }
            }
        }
    }
}
