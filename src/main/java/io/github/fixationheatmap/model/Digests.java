package io.github.fixationheatmap.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The digests that every Java platform has. */
public final class Digests {

    private Digests() {}

    /** A new SHA-1. */
    public static MessageDigest sha1() {
        return of("SHA-1");
    }

    /** A new SHA-256. */
    public static MessageDigest sha256() {
        return of("SHA-256");
    }

    /** The SHA-256 of the texts in UTF-8, each behind its length, so that no two lists of texts look the same. */
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
