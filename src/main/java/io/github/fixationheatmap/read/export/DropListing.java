package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.store.StoredObject;
import java.util.List;

/**
 * The objects of a drop at the time of a listing. Later reads fail if an object has changed since.
 *
 * @param drop the drop
 * @param objects the objects that belong to the drop: the parts of an export in a folder, or a zip and the options file beside it
 */
public record DropListing(Drop drop, List<StoredObject> objects) {
    public DropListing {
        objects = List.copyOf(objects);
    }
}
