package io.github.fixationheatmap.laptop;

import io.github.fixationheatmap.store.BoundedInputStream;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.StoredObject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Buckets that are folders: objects are files. One process at a time works on a folder of results. */
public final class FolderStore implements ObjectStore, ObjectStore.ObjectStreams {

    private static final int BUFFER = 1 << 17;

    private final List<Place> places;

    /** A store whose keys lie at these places. The first one whose start a key has holds it. */
    FolderStore(List<Place> places) {
        this.places = List.copyOf(places);
    }

    /** A store whose buckets are the folders of a folder. */
    public FolderStore(Path root) {
        this(List.of(Place.of("", root, Tags.BY_TIME)));
    }

    /**
     * Where keys lie.
     *
     * @param start what begins them: a bucket, a slash and the beginning of keys; empty, or ending in a slash
     * @param folder the folder that holds the rest
     * @param tags what the tags of objects are made of
     * @param names whether a file of this name is listed
     */
    record Place(Pattern start, Path folder, Tags tags, Predicate<String> names) {

        /** A place of all keys with a prefix, where all files are listed. */
        static Place of(String prefix, Path folder, Tags tags) {
            return new Place(Pattern.compile(Pattern.quote(prefix)), folder, tags, name -> true);
        }

        /** The part of a key that the folder holds; empty if the key does not lie here. */
        private Optional<String> rest(String bucket, String key) {
            Matcher matcher = start.matcher(bucket + "/" + key);
            return matcher.lookingAt() ? Optional.of((bucket + "/" + key).substring(matcher.end())) : Optional.empty();
        }
    }

    /** What the tag of an object is made of. */
    enum Tags {
        /** Its file's time and length: files of any length are looked at in no time. */
        BY_TIME,
        /** The MD5 of its bytes, as S3 has it. */
        BY_CONTENT
    }

    @Override
    public FolderListing level(String bucket, String prefix) {
        String parent = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        Place place = place(bucket, parent);
        Path folder = path(bucket, parent);
        if (!Files.isDirectory(folder)) {
            return new FolderListing(List.of(), Set.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> there = files.filter(f -> (parent + name(f)).startsWith(prefix)).limit(MAX_LISTED + 1L)
                    .sorted(Comparator.comparing(FolderStore::name)).toList();
            Set<String> folders = new HashSet<>();
            there.stream().filter(Files::isDirectory).forEach(f -> folders.add(parent + name(f) + "/"));
            List<StoredObject> objects = there.stream().filter(f -> Files.isRegularFile(f) && place.names().test(name(f)))
                    .flatMap(f -> find(bucket, parent + name(f)).stream()).toList();
            return new FolderListing(objects, folders,
                    there.size() > MAX_LISTED ? FolderListing.Extent.CUT : FolderListing.Extent.WHOLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<StoredObject> below(String bucket, String prefix) {
        FolderListing level = level(bucket, prefix);
        return Stream.concat(level.objects().stream(), level.folders().stream().flatMap(folder -> below(bucket, folder).stream())).toList();
    }

    /** The file's present state, if there is one. */
    public Optional<StoredObject> find(String bucket, String key) {
        Path file = path(bucket, key);
        try {
            String tag = switch (place(bucket, key).tags()) {
                case BY_TIME -> Files.getLastModifiedTime(file).toInstant() + " " + Files.size(file);
                case BY_CONTENT -> md5(file);
            };
            return Optional.of(new StoredObject(bucket, key, Files.size(file), "\"" + tag + "\""));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(StoredObject object) {
        try {
            return Files.newInputStream(unchanged(object));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(StoredObject object, long offset, long length) {
        try {
            return new BoundedInputStream(Channels.newInputStream(Files.newByteChannel(unchanged(object)).position(offset)), length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(StoredObject object, long offset, int length) {
        byte[] bytes = new byte[length];
        try (RandomAccessFile file = new RandomAccessFile(unchanged(object).toFile(), "r")) {
            file.seek(offset);
            file.readFully(bytes);
            return bytes;
        } catch (EOFException cut) {
            throw new ObjectChangedException(cut);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, which is still in the state of its listing. */
    private Path unchanged(StoredObject object) throws IOException {
        if (!find(object.bucket(), object.key()).equals(Optional.of(object))) {
            throw new ObjectChangedException(new IOException("another time, length or content than in the listing"));
        }
        return path(object.bucket(), object.key());
    }

    @Override
    public Optional<FetchedObject> fetch(String bucket, String key, int maxBytes) {
        Optional<StoredObject> object = find(bucket, key);
        if (object.isPresent() && object.get().size() > maxBytes) {
            throw new IllegalStateException(key + " is longer than " + maxBytes + " bytes");
        }
        return object.map(o -> new FetchedObject(o, read(o, 0, Math.toIntExact(o.size()))));
    }

    /** One process at a time works here, so looking before writing is enough. */
    @Override
    public PutResult put(String bucket, String key, String contentType, PutBody body, PutCondition condition) {
        boolean holds = switch (condition) {
            case PutCondition.Always a -> true;
            case PutCondition.IfAbsent a -> find(bucket, key).isEmpty();
            case PutCondition.IfMatch match -> find(bucket, key).filter(o -> o.eTag().equals(match.eTag())).isPresent();
        };
        if (!holds) {
            return new PutResult.Refused();
        }
        write(bucket, key, body.stream());
        return new PutResult.Written(find(bucket, key).orElseThrow(), Optional.empty());
    }

    @Override
    public void put(String bucket, String key, String contentType, InputStream bytes) {
        write(bucket, key, () -> bytes);
    }

    /** Readers see the whole file or none. Through one buffer, as the SDK does: {@code transferTo} would copy all of the body anew. */
    private void write(String bucket, String key, Supplier<InputStream> body) {
        Path file = path(bucket, key);
        Path part = file.resolveSibling("." + name(file) + ".part");
        byte[] buffer = new byte[BUFFER];
        try {
            Files.createDirectories(file.resolveSibling("."));
            try (InputStream in = body.get(); OutputStream out = Files.newOutputStream(part)) {
                for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                    out.write(buffer, 0, count);
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private Place place(String bucket, String key) {
        return places.stream().filter(p -> p.rest(bucket, key).isPresent()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no place for " + bucket + "/" + key));
    }

    /** A key that leaves its folder is refused: folders of a zip may have any name. */
    Path path(String bucket, String key) {
        Place place = place(bucket, key);
        Path path = place.folder().resolve(place.rest(bucket, key).orElseThrow()).normalize();
        if (!path.startsWith(place.folder().normalize())) {
            throw new Refusal("a name that leads out of its folder: " + key);
        }
        return path;
    }

    private static String md5(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
