package io.github.fixationheatmap.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** {@link ObjectStore} on Amazon S3. */
public final class S3ObjectStore implements ObjectStore {

    private final S3Client s3;

    public S3ObjectStore(S3Client s3) {
        this.s3 = s3;
    }

    /** A store by the SDK's usual settings: credentials, region and {@code AWS_ENDPOINT_URL_S3} from the environment. */
    public static S3ObjectStore fromEnvironment() {
        return new S3ObjectStore(S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                // Chunked bodies make PUTs fail now and then on this HTTP client; ours are in memory and need no chunks.
                .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .build());
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        return s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix).delimiter("/")).contents().stream()
                .filter(o -> !o.key().endsWith("/"))
                .map(o -> new StoredObject(bucket, o.key(), o.size(), o.eTag()))
                .toList();
    }

    @Override
    public Optional<StoredObject> find(String bucket, String key) {
        try {
            HeadObjectResponse head = s3.headObject(r -> r.bucket(bucket).key(key));
            return Optional.of(new StoredObject(bucket, key, head.contentLength(), head.eTag()));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(StoredObject object) {
        return s3.getObject(pinned(object).build());
    }

    @Override
    public InputStream open(StoredObject object, long offset, long length) {
        return s3.getObject(pinned(object).range(range(offset, length)).build());
    }

    @Override
    public byte[] read(StoredObject object, long offset, int length) {
        try (InputStream in = open(object, offset, length)) {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length != length) {
                throw new IOException("asked for " + length + " bytes of " + object.key() + ", got " + bytes.length);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(String bucket, String key, String contentType, Body body) {
        s3.putObject(r -> r.bucket(bucket).key(key).contentType(contentType),
                RequestBody.fromContentProvider(ContentStreamProvider.fromInputStreamSupplier(body.stream()), body.length(), contentType));
    }

    @Override
    public void delete(String bucket, String key) {
        s3.deleteObject(r -> r.bucket(bucket).key(key));
    }

    private static GetObjectRequest.Builder pinned(StoredObject object) {
        return GetObjectRequest.builder().bucket(object.bucket()).key(object.key()).ifMatch(object.eTag());
    }

    private static String range(long offset, long length) {
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException("no range: " + length + " bytes from " + offset);
        }
        return "bytes=" + offset + "-" + (offset + length - 1);
    }
}
