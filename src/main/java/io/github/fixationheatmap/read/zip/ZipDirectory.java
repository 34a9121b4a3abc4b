package io.github.fixationheatmap.read.zip;

import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.StoredObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the directory at the end of a zip file by ranged requests: one for the end of the file, and a second one if the directory is
 * larger. The layout is that of PKWARE's APPNOTE 6.3, sections 4.3.12 to 4.3.16, including zip64.
 *
 * <p>The directory takes at most {@value #MAX_REQUESTS} requests, one for 65,690 bytes and one for at most {@value #MAX_DIRECTORY_BYTES},
 * whatever the file states. Each entry takes one more request, or one for each part of a large entry, and never reads beyond the start of
 * the next entry. In memory are the directory, 8 bytes for each of at most {@value #MAX_ENTRIES} entries, and the headers of the entries
 * that are parts of an export.
 */
public final class ZipDirectory {

    public static final int MAX_REQUESTS = 2;
    static final int MAX_ENTRIES = 100_000;
    static final int MAX_DIRECTORY_BYTES = 32 << 20;

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int ZIP64_END = 0x06064b50;
    private static final int ZIP64_END_BYTES = 56;
    private static final int MAX_COMMENT = 0xFFFF;

    private final TimeCheck time;
    private final ObjectStore store;
    private final StoredObject zip;
    private final long tailStart;
    private final ByteBuffer tail;

    private ZipDirectory(ObjectStore store, StoredObject zip, TimeCheck time) {
        this.time = time;
        this.store = store;
        this.zip = zip;
        int length = (int) Math.min(zip.size(), ZIP64_END_BYTES + LOCATOR_BYTES + END_BYTES + MAX_COMMENT);
        this.tailStart = zip.size() - length;
        this.tail = ByteBuffer.wrap(store.read(zip, tailStart, length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The entries that are parts of an export, in the order of the directory. */
    public static List<ZipEntryFile> read(ObjectStore store, StoredObject zip) {
        return read(store, zip, name -> { }, TimeCheck.NONE);
    }

    /**
     * The entries that are parts of an export, in the order of the directory.
     *
     * @param others receives the path of each other entry, unchecked
     * @param time is looked at at each entry
     */
    public static List<ZipEntryFile> read(ObjectStore store, StoredObject zip, Consumer<String> others, TimeCheck time) {
        if (zip.size() < END_BYTES) {
            throw bad(zip, zip.size() + " bytes", "a zip file with a directory at its end");
        }
        return new ZipDirectory(store, zip, time).entries(others);
    }

    static ProblemException bad(StoredObject zip, String actual, String expected) {
        return new Problem(ProblemType.BAD_ZIP, new Location.WholeFile(zip.name()), actual, expected).asException();
    }

    /** The position of the directory in the file. {@code shift} is the number of bytes before the first byte of the zip. */
    private record Extent(long start, long length, long entries, long shift) {}

    private List<ZipEntryFile> entries(Consumer<String> others) {
        Extent extent = extent(endPosition());
        if (extent.entries > MAX_ENTRIES) {
            throw tooLarge(extent.entries + " entries", "at most " + MAX_ENTRIES + " entries");
        }
        if (extent.length > MAX_DIRECTORY_BYTES) {
            throw tooLarge(extent.length + " bytes of directory", "at most " + MAX_DIRECTORY_BYTES + " bytes of directory");
        }
        if (extent.start < 0 || extent.shift < 0) {
            throw bad(zip, "a directory of " + extent.length + " bytes", "a directory that fits into the file");
        }
        return parse(directory(extent), extent, others);
    }

    private ProblemException tooLarge(String actual, String expected) {
        return new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(zip.name()), actual, expected).asException();
    }

    /** The position of the end record: the one whose comment ends with the file, or the last one if other bytes follow. */
    private int endPosition() {
        int last = -1;
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                int recordEnd = at + END_BYTES + u16(tail, at + 20);
                if (recordEnd == tail.limit()) {
                    return at;
                }
                last = last < 0 && recordEnd < tail.limit() ? at : last;
            }
        }
        if (last < 0) {
            throw bad(zip, "no directory at the end", "a whole zip file");
        }
        return last;
    }

    private Extent extent(int end) {
        long entries = u16(tail, end + 10);
        long length = u32(tail, end + 12);
        long stated = u32(tail, end + 16);
        long directoryEnd = tailStart + end;
        int locator = end - LOCATOR_BYTES;
        if (locator >= ZIP64_END_BYTES && tail.getInt(locator) == LOCATOR) {
            int zip64 = locator - ZIP64_END_BYTES;
            if (tail.getInt(zip64) != ZIP64_END) {
                throw bad(zip, "no zip64 end record before its locator", "a whole zip file");
            }
            entries = tail.getLong(zip64 + 32);
            length = tail.getLong(zip64 + 40);
            stated = tail.getLong(zip64 + 48);
            directoryEnd = tailStart + zip64;
        }
        if (entries < 0 || length < 0 || stated < 0) {
            throw bad(zip, "negative sizes in the end record", "a whole zip file");
        }
        return new Extent(directoryEnd - length, length, entries, directoryEnd - length - stated);
    }

    private ByteBuffer directory(Extent extent) {
        if (extent.length == 0) {
            return ByteBuffer.allocate(0);
        }
        if (extent.start >= tailStart) {
            return tail.slice((int) (extent.start - tailStart), (int) extent.length).order(ByteOrder.LITTLE_ENDIAN);
        }
        return ByteBuffer.wrap(store.read(zip, extent.start, (int) extent.length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private List<ZipEntryFile> parse(ByteBuffer directory, Extent extent, Consumer<String> others) {
        List<ZipHeader> parts = new ArrayList<>();
        long[] offsets = new long[(int) extent.entries + 1];
        for (int i = 0; i < extent.entries; i++) {
            time.check();
            ZipHeader header = ZipHeader.read(directory, extent.shift, zip);
            offsets[i] = header.offset();
            if (ExportPart.of(header.name()).isPresent()) {
                parts.add(header);
            } else {
                others.accept(header.name());
            }
        }
        if (ZipHeader.isNext(directory)) {
            throw bad(zip, "more entries than " + extent.entries, "as many entries as its end record states");
        }
        offsets[offsets.length - 1] = extent.start;
        Arrays.sort(offsets);
        Set<String> names = new HashSet<>();
        List<ZipEntryFile> files = new ArrayList<>();
        for (ZipHeader header : parts) {
            time.check();
            header.check(zip);
            if (!names.add(header.name())) {
                throw new Problem(ProblemType.AMBIGUOUS_FILES, new Location.WholeFile(zip.name()), header.name(), "one entry of a name")
                        .asException();
            }
            files.add(new ZipEntryFile(store, zip, header, limit(offsets, header)));
        }
        return files;
    }

    /** The limit of an entry: the start of the next entry or of the directory. */
    private long limit(long[] offsets, ZipHeader header) {
        int own = Arrays.binarySearch(offsets, header.offset());
        boolean shared = own > 0 && offsets[own - 1] == header.offset();
        if (own < 0 || own + 1 == offsets.length || shared || header.end() > offsets[own + 1]) {
            throw bad(zip, header.name() + " overlaps what follows", "entries one after the other");
        }
        return offsets[own + 1];
    }

    static int u16(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    static long u32(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xFFFFFFFFL;
    }
}
