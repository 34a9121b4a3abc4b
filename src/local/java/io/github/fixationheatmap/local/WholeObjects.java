package io.github.fixationheatmap.local;

import java.io.InputStream;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Objects that are whole or absent, as S3 has them. The store below writes a file beside the object and moves it there, and meanwhile lists
 * that file too, at first without a tag; and it looks at an object's tag before it opens its content.
 */
final class WholeObjects extends ForwardingBlobStore {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    WholeObjects(BlobStore below) {
        super(below);
    }

    private static <T> T within(Lock lock, Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    private <T> T reading(Supplier<T> step) {
        return within(lock.readLock(), step);
    }

    private <T> T writing(Supplier<T> step) {
        return within(lock.writeLock(), step);
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        return reading(() -> super.list(request));
    }

    @Override
    public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
        return reading(() -> super.listVersions(request));
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        return reading(() -> super.blobMetadata(request));
    }

    /** What was opened stays what it is, whatever is written afterwards. */
    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        return reading(() -> super.getBlob(request));
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        return writing(() -> super.putBlob(request, content));
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        return writing(() -> super.copyBlob(request));
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        return writing(() -> super.removeBlob(request));
    }
}
