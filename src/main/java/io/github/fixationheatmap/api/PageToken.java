package io.github.fixationheatmap.api;

import io.github.fixationheatmap.model.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Where a listing goes on: opaque to the caller, and good only for the listing that it came from. */
final class PageToken {

    private static final int CHECK_BYTES = 8;
    private static final int MAX_LENGTH = 2_000;

    private PageToken() {}

    /** The cursor behind this key, in a listing of this prefix. */
    static String after(String prefix, String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(check(prefix, key), CHECK_BYTES + text.length);
        System.arraycopy(text, 0, bytes, CHECK_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The key that a cursor stands behind; nothing if it is none, or that of another listing. */
    static Optional<String> key(String prefix, String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length <= CHECK_BYTES) {
                return Optional.empty();
            }
            String key = new String(bytes, CHECK_BYTES, bytes.length - CHECK_BYTES, StandardCharsets.UTF_8);
            // Written back it must be the same text: of many that decode to one key, one is a cursor.
            return after(prefix, key).equals(cursor) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] check(String prefix, String key) {
        return Arrays.copyOf(Digests.sha256(List.of("cursor", prefix, key)), CHECK_BYTES);
    }
}
