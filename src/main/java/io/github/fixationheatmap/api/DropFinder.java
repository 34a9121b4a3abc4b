package io.github.fixationheatmap.api;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.DropName;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.FolderListing;
import io.github.fixationheatmap.store.StoredObject;
import java.util.List;
import java.util.Optional;

/** Finds a drop by its name. */
final class DropFinder {

    private final ObjectStore store;
    private final String bucket;

    DropFinder(ObjectStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    /**
     * The drop of a name.
     *
     * @throws ApiProblem.ApiException if there is none, or both a folder and a zip
     */
    Drop find(DropName name) {
        Optional<Drop> folder = name.kind() == DropName.Kind.ZIP ? Optional.empty() : folder(name);
        Optional<Drop> zip = name.kind() == DropName.Kind.FOLDER ? Optional.empty() : zip(name);
        if (folder.isPresent() && zip.isPresent()) {
            String key = zip.get().key();
            throw new ApiProblem(ApiProblem.Kind.AMBIGUOUS_DROP, "Say which one is meant: \"" + name.text() + "/\" is the folder, \""
                    + key.substring(DropKeys.INBOX.length()) + "\" the zip.").asException();
        }
        return folder.or(() -> zip).orElseThrow(() -> new ApiProblem(ApiProblem.Kind.UNKNOWN_DROP,
                "Neither a folder nor a zip of this name lies in the inbox.").asException());
    }

    private Optional<Drop> folder(DropName name) {
        Drop.Folder folder = DropKeys.folder(bucket, name);
        FolderListing level = store.level(bucket, folder.key());
        // A folder with too many files for a listing is there: it is refused when it is read.
        return level.objects().isEmpty() && level.extent() == FolderListing.Extent.WHOLE ? Optional.empty() : Optional.of(folder);
    }

    private Optional<Drop> zip(DropName name) {
        Drop.Zip zip = DropKeys.zip(bucket, name);
        List<String> keys = store.list(bucket, zip.stem()).stream().map(StoredObject::key).toList();
        return DropKeys.findZip(zip, keys).map(Drop.class::cast);
    }
}
