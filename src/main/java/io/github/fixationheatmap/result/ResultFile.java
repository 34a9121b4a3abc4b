package io.github.fixationheatmap.result;

import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file that a run made.
 *
 * @param key its object key
 * @param contentType its media type
 * @param body its bytes
 * @param knownSha256 the SHA-256 of its bytes in hex digits, if it was computed while they were made
 */
public record ResultFile(String key, String contentType, PutBody body, Optional<String> knownSha256) {

    /** A file whose SHA-256 is not known yet. */
    public ResultFile(String key, String contentType, PutBody body) {
        this(key, contentType, body, Optional.empty());
    }

    /** The SHA-256 of its bytes, in hex digits. */
    public String sha256() {
        return knownSha256.orElseGet(this::digest);
    }

    /** This file, with its SHA-256 computed. */
    public ResultFile withSha256() {
        return knownSha256.isPresent() ? this : new ResultFile(key, contentType, body, Optional.of(digest()));
    }

    private String digest() {
        try (InputStream in = body.stream().get()) {
            DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Digests.sha256());
            in.transferTo(digest);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file that was written.
     *
     * @param file the file
     * @param sha256 the SHA-256 of its bytes, in hex digits
     * @param eTag the store's tag of it
     * @param versionId its version, if the store keeps versions
     */
    public record WrittenFile(ResultFile file, String sha256, String eTag, Optional<String> versionId) {}
}
