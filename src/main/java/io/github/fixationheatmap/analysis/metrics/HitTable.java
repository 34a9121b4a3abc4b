package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.model.LimitExceededException;
import java.util.ArrayList;
import java.util.List;

/** The fixations that hit an AOI, in the file's order, held by column: 36 bytes each where ids are numbers. */
public final class HitTable {

    private static final int MAX_NUMBER = 18;

    /** The most that ids take which are no numbers. */
    private static final long MAX_ID_BYTES = 128L << 20;

    /** What a text takes beside its characters. */
    private static final int BYTES_OF_TEXT = 64;

    private final IntColumn section = new IntColumn();
    private final IntColumn place = new IntColumn();
    private final LongColumn start = new LongColumn();
    private final LongColumn end = new LongColumn();
    private final LongColumn id = new LongColumn();
    private final List<String> otherIds = new ArrayList<>();
    private long idBytes;

    /** Adds a fixation that is the {@code placeInSection}th row of its section, and returns its number. */
    int add(int sectionNumber, int placeInSection, long startNs, long endNs, String fixationId) {
        section.add(sectionNumber);
        place.add(placeInSection);
        start.add(startNs);
        end.add(endNs);
        id.add(pack(fixationId));
        return section.size() - 1;
    }

    public int section(int hit) {
        return section.get(hit);
    }

    int place(int hit) {
        return place.get(hit);
    }

    long start(int hit) {
        return start.get(hit);
    }

    long end(int hit) {
        return end.get(hit);
    }

    /** Its duration in ms. */
    public long ms(int hit) {
        return Rounding.ms(end(hit) - start(hit));
    }

    public String id(int hit) {
        long packed = id.get(hit);
        return packed >= 0 ? Long.toString(packed) : otherIds.get((int) -(packed + 1));
    }

    /** Ids are small numbers as a rule: such a one is its own packing, any other text stands in a list. */
    private long pack(String text) {
        if (text.length() <= MAX_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0')) {
            return Long.parseLong(text);
        }
        idBytes += BYTES_OF_TEXT + text.length();
        if (idBytes > MAX_ID_BYTES) {
            throw new LimitExceededException(otherIds.size() + " ids up to here that are no whole numbers",
                    "ids of fixations in areas that take at most " + (MAX_ID_BYTES >> 20) + " MB, " + BYTES_OF_TEXT
                            + " bytes and the characters of each, or whole numbers");
        }
        otherIds.add(text);
        return -otherIds.size();
    }
}
