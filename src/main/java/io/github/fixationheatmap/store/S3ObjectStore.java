package io.github.fixationheatmap.store;

import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import io.github.fixationheatmap.store.ObjectStore.FolderListing;
import io.github.fixationheatmap.store.ObjectStore.FolderListing.Extent;
import io.github.fixationheatmap.store.ObjectStore.ObjectChangedException;
import io.github.fixationheatmap.store.ObjectStore.ObjectPages;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.ObjectStore.PutResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** {@link ObjectStore}, {@link ObjectPages} and {@link ObjectStore.ObjectStreams} on Amazon S3. */
public final class S3ObjectStore implements ObjectStore, ObjectPages, ObjectStore.ObjectStreams {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    /**
     * The id that S3 gives every version while versioning is suspended. Each version overwrites the one before, so the id identifies none.
     */
    private static final String NO_VERSION = "null";

    private static final int MAX_PAGE = 1_000;

    private final S3Client s3;
    private final int maxListed;

    public S3ObjectStore(S3Client s3) {
        this(s3, MAX_LISTED);
    }

    /** A store with another bound on the objects and folders of a listing. */
    public S3ObjectStore(S3Client s3, int maxListed) {
        this.s3 = s3;
        this.maxListed = maxListed;
    }

    /** A store with the SDK's usual settings: credentials, region and {@code AWS_ENDPOINT_URL_S3} from the environment. */
    public static S3ObjectStore fromEnvironment() {
        return new S3ObjectStore(S3Clients.of(System.getenv()));
    }

    @Override
    public FolderListing level(String bucket, String prefix) {
        List<StoredObject> objects = new ArrayList<>();
        Set<String> folders = new HashSet<>();
        int listed = 0;
        for (ListObjectsV2Response page : s3.listObjectsV2Paginator(
                r -> r.bucket(bucket).prefix(prefix).delimiter("/").maxKeys(Math.min(MAX_PAGE, maxListed)))) {
            page.contents().stream().filter(o -> !o.key().endsWith("/"))
                    .forEach(o -> objects.add(new StoredObject(bucket, o.key(), o.size(), o.eTag())));
            page.commonPrefixes().forEach(p -> folders.add(p.prefix()));
            listed += page.contents().size() + page.commonPrefixes().size();
            if (listed >= maxListed && Boolean.TRUE.equals(page.isTruncated())) {
                return new FolderListing(objects, folders, Extent.CUT);
            }
        }
        return new FolderListing(objects, folders, Extent.WHOLE);
    }

    @Override
    public List<StoredObject> below(String bucket, String prefix) {
        return s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents().stream()
                .limit(maxListed).map(o -> new StoredObject(bucket, o.key(), o.size(), o.eTag())).toList();
    }

    @Override
    public Page page(String bucket, String prefix, String after) {
        ListObjectsV2Response page = s3.listObjectsV2(r -> r.bucket(bucket).prefix(prefix).startAfter(after.isEmpty() ? null : after));
        return new Page(
                page.contents().stream().map(o -> new StoredObject(bucket, o.key(), o.size(), o.eTag())).toList(),
                Boolean.TRUE.equals(page.isTruncated()));
    }

    @Override
    public InputStream open(StoredObject object) {
        return isLarge(object.size()) ? inParts(object, 0, object.size()) : open(pinned(object));
    }

    @Override
    public InputStream open(StoredObject object, long offset, long length) {
        return isLarge(length) ? inParts(object, offset, length) : open(pinned(object).range(range(offset, length)));
    }

    private static boolean isLarge(long length) {
        return length > 2 * ParallelRangeInputStream.PART_BYTES;
    }

    private InputStream inParts(StoredObject object, long offset, long length) {
        return new ParallelRangeInputStream((from, count) -> read(object, from, count), new Tasks(),
                ParallelRangeInputStream.PART_BYTES, offset, length);
    }

    private InputStream open(GetObjectRequest.Builder request) {
        try {
            return s3.getObject(request.build());
        } catch (S3Exception e) {
            throw e.statusCode() == PRECONDITION_FAILED || e instanceof NoSuchKeyException ? new ObjectChangedException(e) : e;
        }
    }

    @Override
    public Optional<FetchedObject> fetch(String bucket, String key, int maxBytes) {
        try (ResponseInputStream<GetObjectResponse> in = s3.getObject(r -> r.bucket(bucket).key(key))) {
            long length = in.response().contentLength();
            if (length > maxBytes) {
                in.abort();
                throw new TooLongException(key, length, maxBytes);
            }
            byte[] bytes = in.readNBytes(maxBytes);
            if (bytes.length != length) {
                throw new IllegalStateException("read " + bytes.length + " of " + length + " bytes of " + key);
            }
            return Optional.of(new FetchedObject(new StoredObject(bucket, key, length, in.response().eTag()), bytes));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(StoredObject object, long offset, int length) {
        try (InputStream in = open(object, offset, length)) {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length != length) {
                throw new IOException("asked for " + length + " bytes, got " + bytes.length);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PutResult put(String bucket, String key, String contentType, PutBody body, PutCondition condition) {
        PutObjectRequest.Builder request = PutObjectRequest.builder().bucket(bucket).key(key).contentType(contentType);
        switch (condition) {
            case PutCondition.Always a -> { }
            case PutCondition.IfAbsent a -> request.ifNoneMatch("*");
            case PutCondition.IfMatch match -> request.ifMatch(match.eTag());
        }
        try {
            PutObjectResponse written = s3.putObject(request.build(), RequestBody.fromContentProvider(
                    ContentStreamProvider.fromInputStreamSupplier(body.stream()), body.length(), contentType));
            StoredObject object = new StoredObject(bucket, key, body.length(), written.eTag());
            return new PutResult.Written(object, Optional.ofNullable(written.versionId()).filter(id -> !id.equals(NO_VERSION)));
        } catch (S3Exception e) {
            if (isRefusal(e, condition)) {
                return new PutResult.Refused();
            }
            throw e;
        }
    }

    @Override
    public void put(String bucket, String key, String contentType, InputStream bytes) {
        new S3MultipartUpload(s3, bucket, key, S3MultipartUpload.PART_BYTES).send(contentType, bytes);
    }

    /** An expected state may also have been deleted. A missing bucket stays an error. */
    private static boolean isRefusal(S3Exception e, PutCondition condition) {
        boolean overtaken = e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT;
        return switch (condition) {
            case PutCondition.Always a -> false;
            case PutCondition.IfAbsent a -> overtaken;
            case PutCondition.IfMatch m -> overtaken || (e.statusCode() == NOT_FOUND && !(e instanceof NoSuchBucketException));
        };
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
