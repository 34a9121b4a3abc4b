package io.github.fixationheatmap.result;

import io.github.fixationheatmap.draw.png.Png;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.store.PutBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file that a job makes.
 *
 * @param key where it goes
 * @param contentType its media type
 * @param body its bytes
 * @param known the SHA-256 of its bytes in hex digits, where that was summed up while they were made
 */
public record Output(String key, String contentType, PutBody body, Optional<String> known) {

    /** A file that nobody has summed up yet. */
    public Output(String key, String contentType, PutBody body) {
        this(key, contentType, body, Optional.empty());
    }

    public static Output png(String key, Png picture) {
        return new Output(key, "image/png", new PutBody(picture.length(), picture::open), Optional.of(picture.sha256()));
    }

    public static Output csv(String key, CsvFile table) {
        return new Output(key, "text/csv; charset=utf-8", new PutBody(table.length(), table::open));
    }

    /** The SHA-256 of its bytes, in hex digits. */
    public String sha256() {
        return known.orElseGet(this::summedUp);
    }

    private String summedUp() {
        try (InputStream in = body.stream().get()) {
            DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Digests.sha256());
            in.transferTo(digest);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
