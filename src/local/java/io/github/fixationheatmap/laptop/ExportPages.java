package io.github.fixationheatmap.laptop;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.store.ObjectStore.ObjectPages;
import io.github.fixationheatmap.store.StoredObject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists the files of all exports of a folder, as they are now: no hidden folder, link or earlier result is among them.
 *
 * @param store the store that has them
 * @param exports the exports as they were found first
 */
record ExportPages(FolderStore store, LocalExports exports) implements ObjectPages {

    /** All of them are one page, and so is a folder of results. */
    @Override
    public Page page(String bucket, String prefix, String after) {
        try {
            Stream<StoredObject> files = bucket.equals(LocalExport.DROPS)
                    ? exports.now().exports().stream().flatMap(export -> files(export.drop())) : below(bucket, prefix).stream();
            return new Page(files.filter(file -> file.key().startsWith(prefix) && file.key().compareTo(after) > 0)
                    .sorted(Comparator.comparing(StoredObject::key)).toList(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<StoredObject> below(String bucket, String folder) throws IOException {
        Path root = store.path(bucket, folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
                    .flatMap(name -> store.find(bucket, folder + name).stream()).toList();
        }
    }

    private Stream<StoredObject> files(Drop drop) {
        Stream<StoredObject> files = switch (drop) {
            case Drop.Zip zip -> Stream.of(zip.key(), DropKeys.siblingOptions(zip)).flatMap(key -> store.find(zip.bucket(), key).stream());
            case Drop.Folder folder -> store.list(folder.bucket(), folder.key(), List.of(), ExportPart.SUBFOLDERS).stream();
        };
        return files.filter(file -> DropKeys.dropOf(file.bucket(), file.key()).equals(Optional.of(drop)));
    }
}
