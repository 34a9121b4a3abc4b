package io.github.fixationheatmap.read;

import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A file of an export, in one version that does not change while it is read. */
public interface InputFile {

    /** Its name as the user knows it, for a zip entry with its path. */
    String name();

    /** The stored object that is, or contains, this file. */
    StoredObject object();

    /** Its path within the zip, or null if it is a separate object. */
    @Nullable String entry();

    /** Its length in bytes, as listed. No more than this is read. */
    long size();

    /** A stream of its bytes, which the caller closes. */
    InputStream open();

    /** Refuses a file longer than {@code maxBytes}, before any of it is read. */
    default void checkSize(long maxBytes) {
        if (size() > maxBytes) {
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(name()), size() + " bytes", "at most " + maxBytes + " bytes")
                    .asException();
        }
    }

    /** All its bytes. Refuses a file longer than {@code maxBytes}. */
    default byte[] readAll(long maxBytes) {
        checkSize(Math.min(maxBytes, Integer.MAX_VALUE - 64L));
        try (InputStream in = open()) {
            byte[] bytes = in.readNBytes((int) size());
            // A zip entry verifies its checksum at the end of its stream.
            if (bytes.length != size() || in.read() >= 0) {
                // The message is logged, so that it holds no name.
                throw new IOException("a file has not the " + size() + " bytes that it was listed with");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is a stored object. Its name is its path within the drop's folder. */
    record StoredFile(ObjectStore store, StoredObject object, String name) implements InputFile {
        public StoredFile(ObjectStore store, StoredObject object) {
            this(store, object, object.name());
        }

        @Override
        public @Nullable String entry() {
            return null;
        }

        @Override
        public long size() {
            return object.size();
        }

        @Override
        public InputStream open() {
            return store.open(object);
        }
    }
}
