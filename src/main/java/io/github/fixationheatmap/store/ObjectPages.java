package io.github.fixationheatmap.store;

import java.util.List;

/** Lists any number of objects of a bucket, page by page. It throws what {@link ObjectStore} throws. */
public interface ObjectPages {

    /**
     * The next objects whose key begins with {@code prefix}, on all levels, in the order of their keys: one page of the store, at most a
     * thousand objects.
     *
     * @param after only keys after this one; empty for the first page
     */
    Page page(String bucket, String prefix, String after);

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
