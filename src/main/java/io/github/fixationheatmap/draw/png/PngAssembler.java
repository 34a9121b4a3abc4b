package io.github.fixationheatmap.draw.png;

import io.github.fixationheatmap.model.Digests;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PNG file on the way: its bands come in any order and from several threads. The file's SHA-256 is summed up meanwhile, by whoever brings
 * the band that was waited for; afterwards one processor would have it to do while the others wait.
 */
public final class PngAssembler {
    private final List<ByteBuffer> head;
    private final @Nullable Strip[] bands;
    private final MessageDigest digest = Digests.sha256();
    private int summed;
    private boolean summing;

    /**
     * @param head the file's parts before its image data
     * @param count how many bands there will be
     */
    public PngAssembler(List<ByteBuffer> head, int count) {
        this.head = head;
        this.bands = new Strip[count];
        head.forEach(this::sum);
    }

    private void sum(ByteBuffer part) {
        digest.update(part.duplicate());
    }

    /** Puts a band in its place, and sums up all that follow each other by now, unless somebody is at it. */
    public void put(int number, Strip band) {
        for (Strip next = begin(number, band); next != null; next = following()) {
            sum(next.idat());
        }
    }

    private synchronized @Nullable Strip begin(int number, Strip band) {
        bands[number] = band;
        return summing ? null : following();
    }

    private synchronized @Nullable Strip following() {
        Strip next = summed < bands.length ? bands[summed] : null;
        summing = next != null;
        summed += summing ? 1 : 0;
        return next;
    }

    /** The file, once all bands are there. */
    public synchronized Png finish() {
        if (summed < bands.length) {
            throw new IllegalStateException("only " + summed + " of " + bands.length + " bands");
        }
        List<ByteBuffer> idat = Strip.joined(Arrays.stream(bands).map(PngAssembler::there).toList());
        List<ByteBuffer> tail = List.of(idat.getLast(), PngChunks.chunk("IEND"));
        tail.forEach(this::sum);
        List<ByteBuffer> parts = new ArrayList<>(head);
        parts.addAll(idat.subList(0, bands.length));
        parts.addAll(tail);
        return new Png(parts, HexFormat.of().formatHex(digest.digest()));
    }

    private static Strip there(@Nullable Strip band) {
        if (band == null) {
            throw new IllegalStateException("a band is missing");
        }
        return band;
    }
}
