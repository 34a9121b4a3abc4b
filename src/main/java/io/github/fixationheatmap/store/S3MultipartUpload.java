package io.github.fixationheatmap.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** One upload in parts. What was sent is discarded if it does not end well. */
final class S3MultipartUpload {

    /** The bytes of a part but the last. S3 takes 10,000 parts of at least 5 MB: 78 GB. */
    static final int PART_BYTES = 8 << 20;

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final int partBytes;

    S3MultipartUpload(S3Client s3, String bucket, String key, int partBytes) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.partBytes = partBytes;
    }

    /** Sends a stream. One that fits into a part takes one request. */
    void send(String contentType, InputStream bytes) {
        byte[] first = part(bytes);
        if (first.length < partBytes) {
            s3.putObject(r -> r.bucket(bucket).key(key).contentType(contentType), body(first));
            return;
        }
        String id = s3.createMultipartUpload(r -> r.bucket(bucket).key(key).contentType(contentType)).uploadId();
        try {
            List<CompletedPart> parts = send(id, first, bytes);
            s3.completeMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(id).multipartUpload(m -> m.parts(parts)));
        } catch (RuntimeException failure) {
            s3.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(id));
            throw failure;
        }
    }

    private List<CompletedPart> send(String id, byte[] first, InputStream bytes) {
        List<CompletedPart> parts = new ArrayList<>();
        byte[] part = first;
        while (part.length > 0) {
            byte[] sent = part;
            int number = parts.size() + 1;
            String tag = s3.uploadPart(r -> r.bucket(bucket).key(key).uploadId(id).partNumber(number), body(sent)).eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
            part = part.length < partBytes ? new byte[0] : part(bytes);
        }
        return parts;
    }

    private byte[] part(InputStream bytes) {
        try {
            return bytes.readNBytes(partBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RequestBody body(byte[] bytes) {
        return RequestBody.fromContentProvider(() -> new ByteArrayInputStream(bytes), bytes.length, "application/octet-stream");
    }
}
