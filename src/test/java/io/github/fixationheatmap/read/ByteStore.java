package io.github.fixationheatmap.read;

import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import io.github.fixationheatmap.store.ObjectStore.FolderListing;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.ObjectStore.PutResult;
import io.github.fixationheatmap.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A store of one object that counts requests and bytes. Any number of zeros between head and tail makes it as large as needed. */
public final class ByteStore implements ObjectStore {

    private final byte[] head;
    private final byte[] tail;
    public final StoredObject object;
    public long requests;
    public long bytesAskedFor;

    public ByteStore(String key, byte[] head, long zeros, byte[] tail) {
        this.head = head;
        this.tail = tail;
        this.object = new StoredObject("drops", key, head.length + zeros + tail.length, "\"tag\"");
    }

    @Override
    public FolderListing level(String bucket, String prefix) {
        return new FolderListing(List.of(object), Set.of());
    }

    @Override
    public List<StoredObject> below(String bucket, String prefix) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InputStream open(StoredObject o) {
        return open(o, 0, object.size());
    }

    @Override
    public InputStream open(StoredObject o, long offset, long length) {
        return new ByteArrayInputStream(read(o, offset, Math.toIntExact(length)));
    }

    @Override
    public byte[] read(StoredObject o, long offset, int length) {
        requests++;
        bytesAskedFor += length;
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            long at = offset + i;
            if (at < head.length) {
                bytes[i] = head[(int) at];
            } else if (at >= object.size() - tail.length) {
                bytes[i] = tail[(int) (at - (object.size() - tail.length))];
            }
        }
        return bytes;
    }

    @Override
    public Optional<FetchedObject> fetch(String bucket, String key, int maxBytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PutResult put(String bucket, String key, String contentType, PutBody body, PutCondition condition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String bucket, String key) {
        throw new UnsupportedOperationException();
    }
}
