package io.github.fixationheatmap.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The operations of S3 that a run needs. Every exception is either temporary (throttling, a time-out, a replaced object) or for the
 * operator to fix (a missing permission). The run is repeated later; the failure is never reported as bad input.
 */
public interface ObjectStore {

    /** The maximum number of objects and folders of a listing, which takes ten requests then. */
    int MAX_LISTED = 10_000;

    /**
     * The objects whose key is {@code prefix} and a name without a slash, and the folders whose key is that and a slash: the first
     * {@value #MAX_LISTED} of them.
     */
    FolderListing level(String bucket, String prefix);

    /** The objects of {@link #level}, without the folders. */
    default List<StoredObject> list(String bucket, String prefix) {
        return level(bucket, prefix).objects();
    }

    /** The objects whose key begins with {@code prefix}, on all levels: the first {@value #MAX_LISTED} of them. */
    List<StoredObject> below(String bucket, String prefix);

    /**
     * The objects of {@link #level}; of a level that is too large for a listing only those with these keys, at a request for each. And all
     * objects below those of these folders that are there, at one more request for each.
     */
    default List<StoredObject> list(String bucket, String prefix, Collection<String> keys, Collection<String> folders) {
        FolderListing level = level(bucket, prefix);
        List<StoredObject> objects = new ArrayList<>(level.extent() == FolderListing.Extent.WHOLE ? level.objects() : named(bucket, keys));
        folders.stream().map(prefix::concat)
                .filter(folder -> level.extent() == FolderListing.Extent.CUT || level.folders().contains(folder))
                .forEach(folder -> objects.addAll(below(bucket, folder)));
        return objects;
    }

    /** Objects of a level that is too large for a listing. */
    private List<StoredObject> named(String bucket, Collection<String> keys) {
        // A key is listed before all other keys that begin with it.
        return keys.stream().flatMap(key -> list(bucket, key).stream().filter(object -> object.key().equals(key))).toList();
    }

    /**
     * All bytes of exactly this state of the object. The caller closes the stream.
     *
     * @throws ObjectChangedException if the object has changed or was deleted; the other two methods that read a state throw it too
     */
    InputStream open(StoredObject object);

    /** {@code length} bytes of exactly this state of the object, from {@code offset} on. */
    byte[] read(StoredObject object, long offset, int length);

    /** The bytes of exactly this state of the object from {@code offset} on, {@code length} of them. The caller closes the stream. */
    InputStream open(StoredObject object, long offset, long length);

    /**
     * The current state of a small object, or nothing where there is none.
     *
     * @throws TooLongException if it is longer than {@code maxBytes}
     */
    Optional<FetchedObject> fetch(String bucket, String key, int maxBytes);

    /** Writes an object in one request, if the condition holds at that moment. Readers see the whole object or none. */
    PutResult put(String bucket, String key, String contentType, PutBody body, PutCondition condition);

    /** Writes an object in one request, over any object that was there. */
    default void put(String bucket, String key, String contentType, PutBody body) {
        put(bucket, key, contentType, body, new PutCondition.Always());
    }

    /** Deletes an object. Does nothing where there is none. */
    void delete(String bucket, String key);

    /**
     * One level of a listing: the objects there, and the folders.
     *
     * @param objects in the order of their keys, without folder markers
     * @param folders the keys of the folders there, each with a slash at its end
     * @param extent whether these are all
     */
    record FolderListing(List<StoredObject> objects, Set<String> folders, Extent extent) {
        public FolderListing {
            objects = List.copyOf(objects);
            folders = Set.copyOf(folders);
        }

        /** A listing of all objects and folders. */
        public FolderListing(List<StoredObject> objects, Set<String> folders) {
            this(objects, folders, Extent.WHOLE);
        }

        /** How much of a level a listing has. */
        public enum Extent {
            WHOLE,
            /** There are more than {@value ObjectStore#MAX_LISTED} objects and folders. */
            CUT
        }
    }

    /**
     * A small object that was read whole.
     *
     * @param object the state that was read
     * @param bytes its bytes, owned by the caller
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

        /** The condition did not hold, or another writer wrote at the same time. Nothing was written. */
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

    /** An object is longer than its reader takes. */
    final class TooLongException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        /** An object of so many bytes. */
        public TooLongException(String key, long bytes, int maxBytes) {
            super(key + " has " + bytes + " bytes, at most " + maxBytes + " are read");
        }
    }

    /** The state of an object that was to be read is no longer there: it was replaced or removed meanwhile. */
    final class ObjectChangedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** The message is logged, so that it holds no key: that of a mask has the name of an area. */
        public ObjectChangedException(Throwable cause) {
            super("an object is no longer what it was when it was listed", cause);
        }
    }

    /**
     * The bytes of an object to write. They are in memory and may be read several times, as retried requests do.
     *
     * @param length how many bytes there are
     * @param stream opens a stream from the first byte on
     */
    record PutBody(long length, Supplier<InputStream> stream) {
        public PutBody {
            if (length < 0) {
                throw new IllegalArgumentException("a length in bytes, not " + length);
            }
        }

        /** A body of these bytes, which are not copied. */
        public static PutBody of(byte[] bytes) {
            return new PutBody(bytes.length, () -> new ByteArrayInputStream(bytes));
        }
    }

    /** Writes objects of any length. It throws what {@link ObjectStore} throws. */
    interface ObjectStreams {

        /**
         * Writes all bytes of a stream, over any object that was there, with some megabytes in memory. Readers see the whole object or
         * none. The caller closes the stream.
         *
         * @throws java.io.UncheckedIOException if the stream cannot be read; nothing is written then
         */
        void put(String bucket, String key, String contentType, InputStream bytes);
    }

    /** Lists any number of objects of a bucket, page by page. It throws what {@link ObjectStore} throws. */
    interface ObjectPages {

        /**
         * The next objects whose key begins with {@code prefix}, on all levels, in the order of their keys: one page of the store. A page
         * of S3 has at most a thousand objects.
         *
         * @param after only keys after this one; empty for the first page
         */
        Page page(String bucket, String prefix, String after);

        /**
         * Visits all objects whose key begins with {@code prefix}, in the order of their keys.
         *
         * @param visitor returns whether to go on
         */
        default void visit(String bucket, String prefix, Predicate<StoredObject> visitor) {
            Page page = page(bucket, prefix, "");
            while (page.objects().stream().allMatch(visitor) && page.more()) {
                page = page(bucket, prefix, page.objects().getLast().key());
            }
        }

        /**
         * One page of a listing.
         *
         * @param objects in the order of their keys
         * @param more whether others follow
         */
        record Page(List<StoredObject> objects, boolean more) {
            public Page {
                objects = List.copyOf(objects);
            }
        }
    }
}
