package io.github.fixationheatmap.store;

import java.util.List;

/** The objects of a bucket, page by page, however many there are. It fails as {@link ObjectStore} does. */
public interface ObjectPages {

    /**
     * The next objects whose key begins with {@code prefix}, folders in between or not, in the order of their keys: as many as the store
     * hands out at a time, at most a thousand.
     *
     * @param after only keys behind this one; empty for the first page
     */
    Page page(String bucket, String prefix, String after);

    /**
     * Some objects of a listing.
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
