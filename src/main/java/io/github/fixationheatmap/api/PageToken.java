package io.github.fixationheatmap.api;

import io.github.fixationheatmap.model.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The position of the next page of a listing. It is opaque to the caller, and valid only for the same prefix. */
final class PageToken {

    private static final int CHECK_BYTES = 8;
    private static final int MAX_LENGTH = 2_000;

    private PageToken() {}

    /** The token for the page after this key, in a listing of this prefix. */
    static String after(String prefix, String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(check(prefix, key), CHECK_BYTES + text.length);
        System.arraycopy(text, 0, bytes, CHECK_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The key before the token's page; empty if the token is invalid or of another prefix. */
    static Optional<String> key(String prefix, String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= CHECK_BYTES) {
                return Optional.empty();
            }
            String key = new String(bytes, CHECK_BYTES, bytes.length - CHECK_BYTES, StandardCharsets.UTF_8);
            // Several texts decode to the same bytes. Only the canonical one is a token.
            return after(prefix, key).equals(token) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] check(String prefix, String key) {
        return Arrays.copyOf(Digests.sha256(List.of("cursor", prefix, key)), CHECK_BYTES);
    }
}
