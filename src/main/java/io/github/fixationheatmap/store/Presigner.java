package io.github.fixationheatmap.store;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes links. A link allows its holder one operation on one object for a limited time, without permissions of their own. */
public interface Presigner {

    /**
     * A link to fetch an object with GET.
     *
     * @param lifetime how long the link works, from now on
     */
    URI get(String bucket, String key, Duration lifetime);

    /**
     * A link to upload exactly this object with one PUT. Another length, checksum or content type breaks the signature. While the object
     * exists, S3 answers 412 to another PUT.
     *
     * @param lifetime how long the link works, from now on
     */
    SignedPut put(Upload upload, Duration lifetime);

    /**
     * What may be uploaded.
     *
     * @param bucket the bucket it goes to
     * @param key the key that it gets
     * @param contentType its media type
     * @param bytes its length, 1 to {@value #MAX_BYTES}
     * @param sha256 the SHA-256 of its bytes, in 64 lower-case hex digits
     */
    record Upload(String bucket, String key, String contentType, long bytes, String sha256) {

        /** The largest object that S3 takes in one PUT. */
        public static final long MAX_BYTES = 5L << 30;

        private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

        public Upload {
            if (bytes < 1 || bytes > MAX_BYTES) {
                throw new IllegalArgumentException("a length of 1 to " + MAX_BYTES + " bytes, not " + bytes);
            }
            if (!SHA_256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("a SHA-256 of 64 lower-case hex digits, not " + sha256);
            }
        }
    }

    /**
     * A link for PUT.
     *
     * @param uri where to send the bytes
     * @param headers the signed headers, which the upload must send
     * @param expires when it stops working
     */
    record SignedPut(URI uri, Map<String, String> headers, Instant expires) {
        public SignedPut {
            headers = Map.copyOf(headers);
        }
    }
}
