package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells rows from their repetitions, which have the recording, the fixation id and the start of an earlier row.
 *
 * <p>While the starts of each recording grow from row to row, as in exports, no row can be a repetition, and nothing is kept. At the first
 * row for which they do not, the rows before it are read once more. From then on a hash of each row is kept.
 */
public final class UniqueFixations implements Consumer<Fixation> {

    /** The maximum number of different rows whose hashes are kept: 134 MB, and 67 MB more while the set grows for the last time. */
    static final int MAX_KEPT = 10_000_000;

    private final Supplier<FixationFiles.Reader> files;
    private final Consumer<Fixation> first;
    private final Consumer<Fixation> repeated;
    private final Scope scope;
    private final Map<String, RecordingRows> recordings = new HashMap<>();
    private RecordingRows current = new RecordingRows("", 0);
    private @Nullable LongHashSet seen;
    /** Keeps anyone from choosing rows whose hashes collide. */
    private final long seed = ThreadLocalRandom.current().nextLong();
    private long rows;

    /** What the ids and the starts of fixations belong to. */
    public enum Scope {
        /** The recording: a fixation that lies in two sections is one. */
        RECORDING,
        /** The section: each counts anew. */
        SECTION
    }

    /** The rows of one recording, or of one section, so far. */
    private static final class RecordingRows {
        private final String id;
        private final int number;
        private long lastStart = Long.MIN_VALUE;

        private RecordingRows(String id, int number) {
            this.id = id;
            this.number = number;
        }
    }

    /**
     * A consumer of all rows of the files, in their order.
     *
     * @param scope whether ids are those of a recording or of a section
     * @param files opens the files that the rows are read from
     * @param first receives each row that does not repeat an earlier one
     * @param repeated receives all other rows
     */
    public UniqueFixations(
            Scope scope, Supplier<FixationFiles.Reader> files, Consumer<Fixation> first, Consumer<Fixation> repeated) {
        this.scope = scope;
        this.files = files;
        this.first = first;
        this.repeated = repeated;
    }

    @Override
    public void accept(Fixation fixation) {
        RecordingRows recording = recording(fixation);
        if (seen == null && fixation.start() <= recording.lastStart) {
            seen = readAgain();
        }
        rows++;
        if (seen == null || isNew(fixation, seen)) {
            recording.lastStart = fixation.start();
            first.accept(fixation);
        } else {
            repeated.accept(fixation);
        }
    }

    private RecordingRows recording(Fixation fixation) {
        String id = switch (scope) {
            case RECORDING -> fixation.recordingId();
            case SECTION -> fixation.recordingId() + '\n' + fixation.sectionId();
        };
        if (!current.id.equals(id)) {
            current = recordings.computeIfAbsent(id, i -> new RecordingRows(i, recordings.size()));
        }
        return current;
    }

    private LongHashSet readAgain() {
        LongHashSet keys = new LongHashSet();
        try (FixationFiles.Reader reader = files.get()) {
            reader.forEach(rows, fixation -> isNew(fixation, keys));
        }
        return keys;
    }

    private boolean isNew(Fixation fixation, LongHashSet keys) {
        boolean added = keys.add(key(fixation, recording(fixation).number));
        if (keys.size() > MAX_KEPT) {
            throw new LimitExceededException("more rows up to here",
                    "at most " + MAX_KEPT + " rows, or in each recording rows in the order of their starts");
        }
        return added;
    }

    /** A hash of 64 bits: that any two of ten million different rows share one has a probability of 1 to 400,000. */
    private long key(Fixation fixation, int recording) {
        long hash = mixed(mixed(fixation.start() ^ seed) + recording);
        String id = fixation.id();
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
        }
        hash = mixed(hash);
        return hash == 0 ? 1 : hash;
    }

    /** The last step of MurmurHash3. */
    private static long mixed(long bits) {
        long hash = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        return hash ^ hash >>> 33;
    }

    /** A set of numbers other than 0 without objects: open addressing, 13 to 27 bytes a number. */
    private static final class LongHashSet {

        /** The numbers, at their own place or the next free one; 0 is free. The length is a power of two. */
        private long[] slots = new long[1 << 10];
        private int size;

        /** Adds a number, whose bits are well mixed. Returns false if it is there already. */
        boolean add(long number) {
            if (!insert(slots, number)) {
                return false;
            }
            size++;
            if (size > slots.length / 5 * 3) {
                long[] larger = new long[2 * slots.length];
                for (long old : slots) {
                    if (old != 0) {
                        insert(larger, old);
                    }
                }
                slots = larger;
            }
            return true;
        }

        private static boolean insert(long[] slots, long number) {
            int at = (int) number & (slots.length - 1);
            while (slots[at] != 0) {
                if (slots[at] == number) {
                    return false;
                }
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = number;
            return true;
        }

        int size() {
            return size;
        }
    }
}
