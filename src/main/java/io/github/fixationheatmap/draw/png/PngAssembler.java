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
 * Assembles a PNG file from strips, which may be put in any order and by several threads. The file's SHA-256 is computed at the same time,
 * by the thread that puts the next missing strip: computing it at the end would leave all other processors idle.
 */
public final class PngAssembler {
    private final List<ByteBuffer> head;
    private final @Nullable Strip[] strips;
    private final MessageDigest digest = Digests.sha256();
    private int digested;
    private boolean digesting;

    /**
     * @param head the file's parts before its image data
     * @param count the number of strips
     */
    public PngAssembler(List<ByteBuffer> head, int count) {
        this.head = head;
        this.strips = new Strip[count];
        head.forEach(this::digest);
    }

    private void digest(ByteBuffer part) {
        digest.update(part.duplicate());
    }

    /** Puts a strip, and adds all strips that are next in order to the digest, unless another thread is doing so. */
    public void put(int number, Strip strip) {
        for (Strip next = store(number, strip); next != null; next = nextToDigest()) {
            digest(next.idat());
        }
    }

    private synchronized @Nullable Strip store(int number, Strip strip) {
        strips[number] = strip;
        return digesting ? null : nextToDigest();
    }

    private synchronized @Nullable Strip nextToDigest() {
        Strip next = digested < strips.length ? strips[digested] : null;
        digesting = next != null;
        digested += digesting ? 1 : 0;
        return next;
    }

    /** The file. All strips must have been put. */
    public synchronized Png finish() {
        if (digested < strips.length) {
            throw new IllegalStateException("only " + digested + " of " + strips.length + " strips");
        }
        List<ByteBuffer> idat = Strip.joined(Arrays.stream(strips).map(PngAssembler::present).toList());
        List<ByteBuffer> tail = List.of(idat.getLast(), PngChunks.chunk("IEND"));
        tail.forEach(this::digest);
        List<ByteBuffer> parts = new ArrayList<>(head);
        parts.addAll(idat.subList(0, strips.length));
        parts.addAll(tail);
        return new Png(parts, HexFormat.of().formatHex(digest.digest()));
    }

    private static Strip present(@Nullable Strip strip) {
        if (strip == null) {
            throw new IllegalStateException("a strip is missing");
        }
        return strip;
    }
}
