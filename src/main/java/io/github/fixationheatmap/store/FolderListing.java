package io.github.fixationheatmap.store;

import java.util.List;
import java.util.Set;

/**
 * What one listing shows of a place: the objects there, and that there is something below.
 *
 * @param objects in the order of their keys; a folder's marker is none
 * @param folders the keys of the folders there, each with a slash at its end
 */
public record FolderListing(List<StoredObject> objects, Set<String> folders) {
    public FolderListing {
        objects = List.copyOf(objects);
        folders = Set.copyOf(folders);
    }
}
