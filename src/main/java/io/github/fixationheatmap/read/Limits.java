package io.github.fixationheatmap.read;

/**
 * The maximum sizes of inputs. Each is checked before memory is allocated.
 *
 * @param pixels the maximum number of pixels of a reference image
 * @param memory the memory of the function, in bytes; more than any image of so many pixels needs counts as just enough, so that a change
 *     of it does not change fingerprints
 */
public record Limits(long pixels, long memory) {

    /** What a run takes beside its reference image: the JVM with all libraries, and bytes fetched ahead. One of 1 MP was drawn in 97 MB. */
    public static final long BASE_MEMORY = 192L << 20;

    /** Bytes of the output images for two pixels: 3 each of an overlay that cannot be compressed, and a half each of the heatmap. */
    private static final int HALF_OUTPUT_BYTES = 7;

    /** The maximum number of bytes that decoding takes for each pixel of {@link #pixels}. */
    public static final int PIXEL_BYTES = 4;

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

    /** The maximum width and height of a reference image, in px. Index arithmetic would overflow beyond it. */
    public static final int MAX_IMAGE_SIDE = 65_535;

    /** Limits of a function whose memory is enough. */
    public Limits(long pixels) {
        this(pixels, Long.MAX_VALUE);
    }

    /**
     * The memory that a run needs, in bytes.
     *
     * @param fileBytes the length of the reference image's file
     * @param decodingBytes the memory that decoding takes beside the file
     */
    public static long memoryOf(long fileBytes, long decodingBytes, long pixels) {
        return BASE_MEMORY + fileBytes + decodingBytes + pixels * HALF_OUTPUT_BYTES / 2;
    }

    public Limits {
        memory = Math.min(memory, memoryOf(MAX_IMAGE_BYTES, PIXEL_BYTES * pixels, pixels));
        if (pixels < 1 || pixels > 700_000_000) {
            throw new IllegalArgumentException("a limit of 1 to 700,000,000 pixels, not " + pixels);
        }
    }
}
