package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.store.StoredObject;
import java.util.List;

/**
 * What lies in a drop, in the state that a listing saw. Whatever is read later is read in that state or not at all.
 *
 * @param drop the drop
 * @param objects the objects that are read or might be: a folder's parts of an export, or the zip and the options beside it
 */
public record DropListing(Drop drop, List<StoredObject> objects) {
    public DropListing {
        objects = List.copyOf(objects);
    }
}
