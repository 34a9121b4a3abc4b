package io.github.fixationheatmap.lambda;

import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import io.github.fixationheatmap.store.ObjectStore.FolderListing;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.ObjectStore.PutResult;
import io.github.fixationheatmap.store.StoredObject;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A store that tells which object is read, before it is. */
record InterceptingStore(ObjectStore store, Consumer<String> listener) implements ObjectStore {

    @Override
    public InputStream open(StoredObject object) {
        listener.accept(object.key());
        return store.open(object);
    }

    @Override
    public FolderListing level(String bucket, String keyPrefix) {
        return store.level(bucket, keyPrefix);
    }

    @Override
    public List<StoredObject> below(String bucket, String keyPrefix) {
        return store.below(bucket, keyPrefix);
    }

    @Override
    public byte[] read(StoredObject object, long offset, int length) {
        return store.read(object, offset, length);
    }

    @Override
    public InputStream open(StoredObject object, long offset, long length) {
        return store.open(object, offset, length);
    }

    @Override
    public Optional<FetchedObject> fetch(String bucket, String key, int maxBytes) {
        return store.fetch(bucket, key, maxBytes);
    }

    @Override
    public PutResult put(String bucket, String key, String contentType, PutBody body, PutCondition condition) {
        return store.put(bucket, key, contentType, body, condition);
    }

    @Override
    public void delete(String bucket, String key) {
        store.delete(bucket, key);
    }
}
