package io.github.fixationheatmap.store;

/**
 * One state of an object, as a listing or an event reported it. Reads return exactly these bytes, or fail.
 *
 * @param bucket the bucket's name
 * @param key the object's key
 * @param size its length in bytes
 * @param eTag the store's tag of its content, quotes included as S3 gives it
 */
public record StoredObject(String bucket, String key, long size, String eTag) {
    public StoredObject {
        if (bucket.isEmpty() || key.isEmpty() || eTag.isEmpty() || size < 0) {
            throw new IllegalArgumentException("no object: " + bucket + "/" + key + ", " + size + " bytes, tag " + eTag);
        }
    }

    /** The part of the key after its last slash. */
    public String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
