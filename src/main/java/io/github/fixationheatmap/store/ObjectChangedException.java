package io.github.fixationheatmap.store;

/** The state of an object that was to be read is no longer there: it was replaced or removed meanwhile. */
public final class ObjectChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message is logged, so that it holds no key: that of a mask has the name of an area. */
    public ObjectChangedException(Throwable cause) {
        super("an object is no longer what it was when it was listed", cause);
    }
}
