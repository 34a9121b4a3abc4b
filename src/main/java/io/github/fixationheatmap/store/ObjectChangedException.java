package io.github.fixationheatmap.store;

/** The state of an object that was to be read is no longer there: it was replaced or removed meanwhile. */
public final class ObjectChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ObjectChangedException(StoredObject object, Throwable cause) {
        super(object.key() + " is no longer what it was when it was listed", cause);
    }
}
