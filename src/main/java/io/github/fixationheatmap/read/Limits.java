package io.github.fixationheatmap.read;

/**
 * How large inputs may be. All are checked before memory is taken.
 *
 * @param pixels the most pixels of a reference image
 */
public record Limits(long pixels) {

    /** The most pixels of a reference image, unless the stack says otherwise. */
    public static final long DEFAULT_PIXELS = 100_000_000;

    /** The longest fixations file: it is streamed, so this bounds time and not memory. */
    public static final long FIXATION_BYTES = 8L << 30;

    public static final long SECTION_BYTES = 64L << 20;
    public static final long IMAGE_BYTES = 256L << 20;

    /** The longest field of a CSV file, in characters. */
    public static final int CSV_FIELD = 1 << 16;

    /** The longest row of a CSV file, in characters: what is held of it at a time. */
    public static final int CSV_ROW = 1 << 20;

    /** The most fields of a row. */
    public static final int CSV_FIELDS = 1024;

    /** The most recordings of an export, which are told apart in memory. */
    public static final int RECORDINGS = 10_000;

    /** The most sections of an export, all of which are held. */
    public static final int SECTIONS = 100_000;

    /** The longest id or name, in characters. */
    public static final int NAME = 256;

    /** The longest side of a reference image: more would overflow index arithmetic before it would help anybody. */
    public static final int SIDE = 65_535;

    public Limits {
        if (pixels < 1 || pixels > 700_000_000) {
            throw new IllegalArgumentException("a limit of 1 to 700,000,000 pixels, not " + pixels);
        }
    }
}
