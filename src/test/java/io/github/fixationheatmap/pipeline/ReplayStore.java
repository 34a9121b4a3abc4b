package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import io.github.fixationheatmap.store.ObjectStore.FolderListing;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.ObjectStore.PutResult;
import io.github.fixationheatmap.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A store that gives the answers it was given; asked for one more, it stops the program and tells what was asked. */
final class ReplayStore implements ObjectStore {

    static final String DROPS = "drops";
    static final String RESULTS = "results";

    private final List<Object> answers;
    private final Blobs blobs;
    private final Map<String, String> outputs = new HashMap<>();
    private Map<String, String> seen = new HashMap<>();
    private int next;

    ReplayStore(List<Object> answers, Blobs blobs) {
        this.answers = answers;
        this.blobs = blobs;
    }

    /** The program stops here, until there is an answer to its call. */
    static final class Suspended extends Error {

        private static final long serialVersionUID = 1L;
        final transient ModelCall call;

        Suspended(ModelCall call) {
            super("suspended", null, false, false);
            this.call = call;
        }
    }

    private Object answer(ModelCall call) {
        if (next == answers.size()) {
            throw new Suspended(call);
        }
        return answers.get(next++);
    }

    /** Whether the last listing showed every output as it was put. */
    boolean sawItsOutputs() {
        return seen.entrySet().containsAll(outputs.entrySet());
    }

    @Override
    public FolderListing level(String bucket, String prefix) {
        if (bucket.equals(DROPS)) {
            String eTag = answer(new ModelCall.ListInputs()).toString();
            return new FolderListing(List.of(new StoredObject(bucket, prefix + "fixations.csv", 1, eTag)), Set.of());
        }
        Map<?, ?> all = (Map<?, ?>) answer(new ModelCall.ListResults());
        Map<Boolean, List<StoredObject>> inFolder = objects(all).collect(Collectors.partitioningBy(o -> isInFolder(prefix, o)));
        seen = new HashMap<>();
        List<StoredObject> level = inFolder.getOrDefault(false, List.of());
        level.forEach(o -> seen.put(o.key(), o.eTag()));
        return new FolderListing(level, inFolder.getOrDefault(true, List.of()).stream()
                .map(o -> o.key().substring(0, o.key().indexOf('/', prefix.length()) + 1)).collect(Collectors.toSet()));
    }

    private static boolean isInFolder(String prefix, StoredObject object) {
        return object.key().indexOf('/', prefix.length()) >= 0;
    }

    private Stream<StoredObject> objects(Map<?, ?> all) {
        return all.entrySet().stream().map(e -> object(e.getKey().toString(), e.getValue().toString()));
    }

    /** Another request: objects may change between the two. */
    @Override
    public List<StoredObject> below(String bucket, String prefix) {
        List<StoredObject> below = objects((Map<?, ?>) answer(new ModelCall.ListResults()))
                .filter(o -> o.key().startsWith(prefix)).toList();
        below.forEach(o -> seen.put(o.key(), o.eTag()));
        return below;
    }

    private StoredObject object(String key, String eTag) {
        return new StoredObject(RESULTS, key, blobs.bytes(eTag).length, eTag);
    }

    @Override
    public Optional<FetchedObject> fetch(String bucket, String key, int maxBytes) {
        return ((Optional<?>) answer(new ModelCall.Fetch(key)))
                .map(tag -> new FetchedObject(object(key, tag.toString()), blobs.bytes(tag.toString())));
    }

    @Override
    public PutResult put(String bucket, String key, String contentType, PutBody body, PutCondition condition) {
        try (InputStream in = body.stream().get()) {
            String eTag = blobs.tag(in.readAllBytes());
            if (condition instanceof PutCondition.Always) {
                outputs.put(key, eTag);
            }
            return answer(new ModelCall.Put(key, eTag, condition)).equals(true)
                    ? new PutResult.Written(object(key, eTag), Optional.of(ModelStore.version(key, eTag)))
                    : new PutResult.Refused();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String bucket, String key) {
        Objects.requireNonNull(answer(new ModelCall.Delete(key)));
    }

    @Override
    public InputStream open(StoredObject object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] read(StoredObject object, long offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InputStream open(StoredObject object, long offset, long length) {
        throw new UnsupportedOperationException();
    }
}
