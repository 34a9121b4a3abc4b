package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import io.github.fixationheatmap.store.ObjectStore.FolderListing;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.ObjectStore.PutResult;
import io.github.fixationheatmap.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Buckets that are folders, so that the project reads and writes what a script would: files. */
final class FolderStore implements ObjectStore {

    private final Path root;

    FolderStore(Path root) {
        this.root = root;
    }

    @Override
    public FolderListing level(String bucket, String prefix) {
        int slash = prefix.lastIndexOf('/') + 1;
        Path folder = path(bucket, prefix.substring(0, slash));
        if (!Files.isDirectory(folder)) {
            return new FolderListing(List.of(), Set.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> there = files.filter(f -> f.getFileName().toString().startsWith(prefix.substring(slash))).sorted().toList();
            return new FolderListing(
                    there.stream().filter(Files::isRegularFile).map(f -> find(bucket, key(prefix, slash, f)).orElseThrow()).toList(),
                    there.stream().filter(Files::isDirectory).map(f -> key(prefix, slash, f) + "/").collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<StoredObject> below(String bucket, String prefix) {
        FolderListing level = level(bucket, prefix);
        return Stream.concat(level.objects().stream(), level.folders().stream().flatMap(folder -> below(bucket, folder).stream())).toList();
    }

    private static String key(String prefix, int slash, Path file) {
        return prefix.substring(0, slash) + file.getFileName();
    }

    /** The file's present state, if there is one. */
    Optional<StoredObject> find(String bucket, String key) {
        Path file = path(bucket, key);
        try {
            String tag = Files.exists(file) ? "\"" + Files.getLastModifiedTime(file).toMillis() + "\"" : "";
            return tag.isEmpty() ? Optional.empty() : Optional.of(new StoredObject(bucket, key, Files.size(file), tag));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(StoredObject object) {
        try {
            return Files.newInputStream(path(object.bucket(), object.key()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(StoredObject object, long offset, long length) {
        return new ByteArrayInputStream(read(object, offset, Math.toIntExact(length)));
    }

    @Override
    public byte[] read(StoredObject object, long offset, int length) {
        byte[] bytes = new byte[length];
        try (RandomAccessFile file = new RandomAccessFile(path(object.bucket(), object.key()).toFile(), "r")) {
            file.seek(offset);
            file.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<FetchedObject> fetch(String bucket, String key, int maxBytes) {
        return find(bucket, key).map(object -> new FetchedObject(object, read(object, 0, Math.toIntExact(object.size()))));
    }

    /** One process at a time works here, so looking before writing is enough. */
    @Override
    public PutResult put(String bucket, String key, String contentType, PutBody body, PutCondition condition) {
        Optional<String> present = find(bucket, key).map(StoredObject::eTag);
        boolean holds = switch (condition) {
            case PutCondition.Always a -> true;
            case PutCondition.IfAbsent a -> present.isEmpty();
            case PutCondition.IfMatch match -> present.filter(match.eTag()::equals).isPresent();
        };
        if (!holds) {
            return new PutResult.Refused();
        }
        Path file = path(bucket, key);
        try {
            Files.createDirectories(file.resolveSibling("."));
            write(body, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PutResult.Written(find(bucket, key).orElseThrow(), Optional.empty());
    }

    /** Through one buffer, as the SDK does: {@code transferTo} would copy all of the body anew. */
    private static void write(PutBody body, Path file) throws IOException {
        byte[] buffer = new byte[1 << 17];
        Files.deleteIfExists(file);
        try (InputStream in = body.stream().get(); OutputStream out = Files.newOutputStream(file)) {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }

    @Override
    public void delete(String bucket, String key) {
        try {
            Files.deleteIfExists(path(bucket, key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String bucket, String key) {
        return root.resolve(bucket).resolve(key);
    }
}
