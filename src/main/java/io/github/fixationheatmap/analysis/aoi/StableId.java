package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.model.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Generates ids from text: UUIDs of version 5 (RFC 9562, section 5.5). */
public final class StableId {

    /** The namespace of all generated ids: an arbitrary value that must never change. */
    private static final UUID NAMESPACE = UUID.fromString("0b0c1a3e-5d0f-4c57-9a51-7f3f5f6c2d48");

    private static final long VERSION_5 = 0x5000;
    private static final long VERSION_BITS = 0xF000;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;

    private StableId() {}

    /** The id of this text: the same text always gives the same id. */
    public static String of(String text) {
        return of(NAMESPACE, text).toString();
    }

    static UUID of(UUID namespace, String text) {
        ByteBuffer hash = ByteBuffer.wrap(Digests.sha1().digest(bytes(namespace, text)));
        long high = (hash.getLong() & ~VERSION_BITS) | VERSION_5;
        long low = (hash.getLong() & ~VARIANT_BITS) | VARIANT_RFC;
        return new UUID(high, low);
    }

    private static byte[] bytes(UUID namespace, String text) {
        byte[] name = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + name.length)
                .putLong(namespace.getMostSignificantBits()).putLong(namespace.getLeastSignificantBits()).put(name).array();
    }
}
