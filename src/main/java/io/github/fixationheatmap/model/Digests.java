package io.github.fixationheatmap.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The message digests that every Java platform has. */
public final class Digests {

    private Digests() {}

    /** A new SHA-1 digest. */
    public static MessageDigest sha1() {
        return of("SHA-1");
    }

    /** A new SHA-256 digest. */
    public static MessageDigest sha256() {
        return of("SHA-256");
    }

    /** The SHA-256 of the texts in UTF-8. Each is preceded by its length, so that different lists never give the same bytes. */
    public static byte[] sha256(List<String> texts) {
        MessageDigest digest = sha256();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
