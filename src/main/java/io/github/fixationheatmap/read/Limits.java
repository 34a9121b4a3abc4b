package io.github.fixationheatmap.read;

/**
 * The maximum sizes of inputs. Each is checked before memory is allocated.
 *
 * @param pixels the maximum number of pixels of a reference image
 */
public record Limits(long pixels) {

    /** The default maximum number of pixels of a reference image. */
    public static final long DEFAULT_MAX_PIXELS = 100_000_000;

    /** The maximum size of a fixations file. It is streamed, so that this bounds time and not memory. */
    public static final long MAX_FIXATION_BYTES = 8L << 30;

    public static final long MAX_SECTION_BYTES = 64L << 20;
    public static final long MAX_IMAGE_BYTES = 256L << 20;

    /** The maximum length of a CSV field, in characters. */
    public static final int MAX_FIELD_CHARS = 1 << 16;

    /** The maximum length of a CSV row, in characters. One row is held in memory at a time. */
    public static final int MAX_ROW_CHARS = 1 << 20;

    /** The maximum number of fields of a CSV row. */
    public static final int MAX_FIELDS = 1024;

    /** The maximum number of recordings of an export, all of which are held in memory. */
    public static final int MAX_RECORDINGS = 10_000;

    /** The maximum number of sections of an export, all of which are held in memory. */
    public static final int MAX_SECTIONS = 100_000;

    /** The maximum length of an id or a name, in characters. */
    public static final int MAX_NAME_CHARS = 256;

    /** The maximum width and height of a reference image, in px. Index arithmetic would overflow beyond it. */
    public static final int MAX_IMAGE_SIDE = 65_535;

    public Limits {
        if (pixels < 1 || pixels > 700_000_000) {
            throw new IllegalArgumentException("a limit of 1 to 700,000,000 pixels, not " + pixels);
        }
    }
}
