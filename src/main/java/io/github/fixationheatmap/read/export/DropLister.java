package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.drop.ExportPart.FileRole;
import io.github.fixationheatmap.drop.Misnamed;
import io.github.fixationheatmap.read.export.ExportFinder.DropListing;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.FolderListing;
import io.github.fixationheatmap.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists a drop: the objects that are read, and those with wrong names, which the results tell of. */
final class DropLister {

    private final ObjectStore store;

    DropLister(ObjectStore store) {
        this.store = store;
    }

    /** See {@link ExportFinder#list}. */
    DropListing list(Drop drop) {
        return switch (drop) {
            case Drop.Folder folder -> inFolder(folder);
            case Drop.Zip named -> {
                FolderListing siblings = store.level(named.bucket(), named.stem());
                List<String> keys = siblings.objects().stream().map(StoredObject::key).toList();
                // The name comes from the options file if that was uploaded, and the extension of the zip may be in upper case.
                Drop.Zip zip = DropKeys.findZip(named, keys).orElse(named);
                String options = DropKeys.siblingOptions(zip);
                yield new DropListing(zip, siblings.objects().stream()
                        .filter(o -> o.key().equals(zip.key()) || o.key().equals(options)
                                || (!keys.contains(options) && isMeant(options, o.key())))
                        .toList(), cut(siblings, named.stem()));
            }
        };
    }

    /** Whether a key of the same folder was probably meant to be the key of the options beside a zip. */
    private static boolean isMeant(String options, String key) {
        return Misnamed.besideZip(key).filter(m -> options.endsWith("/" + m.meant())).isPresent();
    }

    private DropListing inFolder(Drop.Folder folder) {
        FolderListing level = store.level(folder.bucket(), folder.key());
        Optional<String> cut = cut(level, folder.key());
        List<StoredObject> objects = new ArrayList<>(level.objects());
        for (String subfolder : level.folders().stream().filter(key -> isPartOfExport(folder, key)).sorted().toList()) {
            if (cut.isEmpty()) {
                FolderListing inside = store.level(folder.bucket(), subfolder);
                cut = cut(inside, subfolder);
                // A folder fixations/ with a file of its own right is another export, and not the recordings of this one.
                boolean isOther = !subfolder.endsWith("/" + ExportPart.MASKS) && inside.objects().stream()
                        .flatMap(o -> part(folder, o).stream()).anyMatch(p -> !p.folder().isEmpty() && p.isRequired());
                objects.addAll(isOther ? List.of() : inside.objects());
            }
        }
        Set<FileRole> roles = objects.stream().flatMap(o -> part(folder, o).stream()).filter(p -> p.folder().isEmpty())
                .map(ExportPart::role).collect(Collectors.toSet());
        objects.removeIf(o -> part(folder, o).filter(p -> p.folder().isEmpty()).isEmpty()
                && misnamed(folder, o).filter(m -> m.folder().isEmpty() && !roles.contains(m.role())).isEmpty());
        return new DropListing(folder, objects, cut);
    }

    private static boolean isPartOfExport(Drop.Folder folder, String key) {
        String name = key.substring(folder.key().length());
        return ExportPart.SUBFOLDERS.contains(name) || Misnamed.isFolder(name);
    }

    private static Optional<String> cut(FolderListing level, String prefix) {
        return level.extent() == FolderListing.Extent.CUT ? Optional.of(prefix) : Optional.empty();
    }

    static Optional<ExportPart> part(Drop.Folder folder, StoredObject object) {
        return ExportPart.of(object.key().substring(folder.key().length()));
    }

    static Optional<Misnamed> misnamed(Drop.Folder folder, StoredObject object) {
        return Misnamed.of(object.key().substring(folder.key().length()));
    }
}
