package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.model.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * An area of interest.
 *
 * @param id its id, never blank
 * @param name the name given by its author
 * @param labels the labels that its fixations count for, at least one, without duplicates: its name, unless labels are given
 * @param area the part of the image that it covers
 */
public record Aoi(String id, String name, List<String> labels, Area area) {

    /** @throws IllegalArgumentException if the id is blank or there is no label */
    public Aoi {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an AOI has an id");
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("an AOI has at least one label");
        }
        labels = List.copyOf(new LinkedHashSet<>(labels));
    }

    /** Generates ids from text: UUIDs of version 5 (RFC 9562, section 5.5). */
    public static final class StableId {

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
}
