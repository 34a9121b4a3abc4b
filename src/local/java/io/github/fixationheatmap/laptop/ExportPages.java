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
 * Lists the files of all exports of a folder, as they are now: no hidden folder, link, earlier result or other file is among them. Of
 * results it lists all.
 *
 * @param store the store that has them
 * @param exports the exports as they were found first
 */
record ExportPages(FolderStore store, LocalExports exports) implements ObjectPages {

    /** All of them are one page. */
    @Override
    public Page page(String bucket, String prefix, String after) {
        try {
            Stream<StoredObject> files = !bucket.equals(LocalExport.DROPS) ? results(bucket, prefix)
                    : exports.now().exports().stream().flatMap(export -> files(export.drop()));
            return new Page(files.filter(file -> file.key().startsWith(prefix) && file.key().compareTo(after) > 0)
                    .sorted(Comparator.comparing(StoredObject::key)).toList(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files of a folder of results, however many: a listing of the store has a bound. */
    private Stream<StoredObject> results(String bucket, String folder) throws IOException {
        Path root = store.path(bucket, folder);
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(file -> folder + root.relativize(file).toString().replace(File.separatorChar, '/'))
                    .flatMap(key -> store.find(bucket, key).stream()).toList().stream();
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
