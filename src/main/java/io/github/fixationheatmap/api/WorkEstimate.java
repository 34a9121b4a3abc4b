package io.github.fixationheatmap.api;

import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.read.image.ImageSize;

/**
 * How much work an export is, told before it is begun.
 *
 * @param tableBytes the length of all that is read row by row; a fixation's row takes about 100 bytes
 * @param pixels the pixels of the reference image
 */
record WorkEstimate(long tableBytes, long pixels) {

    /**
     * What a function of about one processor takes that has only just started, rounded up generously: reading and counting goes at some
     * 20 MB/s, and decoding, blending and compressing a pixel costs some 100 ns.
     */
    private static final long NS_PER_BYTE = 50;

    private static final long NS_PER_PIXEL = 100;

    /** Half of the 30 s that API Gateway waits: the other half is for a cold start and a slow day of S3. */
    private static final long WHILE_THE_CALLER_WAITS_NS = 15_000_000_000L;

    static WorkEstimate of(Export.Complete export) {
        long tables = export.files().stream().filter(f -> f != export.referenceImage()).mapToLong(InputFile::size).sum();
        return new WorkEstimate(tables, ImageSize.pixels(export.referenceImage()));
    }

    /** Whether a caller can wait for it. */
    boolean isQuick() {
        return tableBytes < Long.MAX_VALUE / NS_PER_BYTE / 2
                && tableBytes * NS_PER_BYTE + pixels * NS_PER_PIXEL <= WHILE_THE_CALLER_WAITS_NS;
    }
}
