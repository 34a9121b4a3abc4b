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

/** A file of an export, in a state that does not change while it is read. */
public interface InputFile {

    /** Its name as its owner knows it, inside a zip with the path of the entry. */
    String name();

    /** The stored object that it is, or that holds it. */
    StoredObject object();

    /** Its path inside the zip, or null where it is an object of its own. */
    @Nullable String entry();

    /** Its length in bytes, as claimed: what is read is bounded by it, whatever follows. */
    long size();

    /** Its bytes. The caller closes the stream. */
    InputStream open();

    /** Refuses a file that is longer than {@code maxBytes}, before anything of it is read. */
    default void checkSize(long maxBytes) {
        if (size() > maxBytes) {
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(name()), size() + " bytes", "at most " + maxBytes + " bytes")
                    .asException();
        }
    }

    /** All its bytes, if there are no more than {@code maxBytes} of them. */
    default byte[] readAll(long maxBytes) {
        checkSize(Math.min(maxBytes, Integer.MAX_VALUE - 64L));
        try (InputStream in = open()) {
            byte[] bytes = in.readNBytes((int) size());
            // Reading on to the end lets a zip's entry check itself.
            if (bytes.length != size() || in.read() >= 0) {
                throw new IOException(name() + " has not the " + size() + " bytes that it was listed with");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is an object of its own; its name is its path inside of the drop's folder. */
    record Plain(ObjectStore store, StoredObject object, String name) implements InputFile {
        public Plain(ObjectStore store, StoredObject object) {
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
