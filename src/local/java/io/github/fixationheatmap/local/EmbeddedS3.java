package io.github.fixationheatmap.local;

import io.github.fixationheatmap.store.StoredObject;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * A real S3 API inside of this JVM, on 127.0.0.1 and a free port. It checks signatures (version 4), and it keeps in memory what it is
 * given. Buckets are addressed by path.
 */
public final class EmbeddedS3 implements AutoCloseable {

    public static final Region REGION = Region.EU_CENTRAL_1;
    public static final String ACCESS_KEY = "local-access-key";
    public static final String SECRET_KEY = "local-secret-key";

    /** The server holds a signed body in one array to check it: no array is longer. */
    private static final long MAX_PUT = Integer.MAX_VALUE - 8L;

    private final S3Proxy server;
    private final URI endpoint;
    private final S3Client client;

    private EmbeddedS3(S3Proxy server) {
        this.server = server;
        this.endpoint = URI.create("http://127.0.0.1:" + server.getPort());
        this.client = client(ACCESS_KEY, SECRET_KEY);
    }

    /** Starts a server; it is ready when this returns. */
    public static EmbeddedS3 start() {
        S3Proxy server = S3Proxy.builder()
                .blobStore(new WholeObjects(new TransientNio2BlobStore()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .v4MaxNonChunkedRequestSize(MAX_PUT)
                // A server in the same process has nobody to wait for.
                .stopTimeout(0)
                .build();
        run(() -> {
            server.start();
            return server;
        });
        return new EmbeddedS3(server);
    }

    /** Where it listens, as {@code AWS_ENDPOINT_URL_S3} wants it. */
    public URI endpoint() {
        return endpoint;
    }

    /** A client for it, set up as the function's own. It is closed with the server. */
    public S3Client client() {
        return client;
    }

    /** A client that signs with the given keys; whoever asks closes it. */
    public S3Client client(String accessKey, String secretKey) {
        return builder(accessKey, secretKey).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    }

    /** A client that goes through this HTTP client; whoever asks closes both. */
    public S3Client client(SdkHttpClient http) {
        return builder(ACCESS_KEY, SECRET_KEY).httpClient(http).build();
    }

    /** A client whose calls go by a watcher; whoever asks closes it. */
    public S3Client watchedBy(ExecutionInterceptor watcher) {
        return builder(ACCESS_KEY, SECRET_KEY).httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(c -> c.addExecutionInterceptor(watcher)).build();
    }

    private S3ClientBuilder builder(String accessKey, String secretKey) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(REGION)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).chunkedEncodingEnabled(false).build());
    }

    /** Makes links that this server checks; whoever asks closes it. */
    public S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(endpoint)
                .region(REGION)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).chunkedEncodingEnabled(false).build())
                .build();
    }

    /** Makes a bucket. */
    public void createBucket(String bucket) {
        client.createBucket(r -> r.bucket(bucket));
    }

    /** Makes a bucket that has a name of its own. */
    public String freshBucket() {
        String bucket = "bucket-" + UUID.randomUUID();
        createBucket(bucket);
        return bucket;
    }

    /** The present state of an object. */
    public StoredObject find(String bucket, String key) {
        HeadObjectResponse head = client.headObject(r -> r.bucket(bucket).key(key));
        return new StoredObject(bucket, key, head.contentLength(), head.eTag());
    }

    @Override
    public void close() {
        client.close();
        run(() -> {
            server.stop();
            return server;
        });
    }

    /** The server's methods declare that they throw anything at all; a task makes one kind of failure of it. */
    private static void run(Callable<?> step) {
        FutureTask<?> task = new FutureTask<>(step);
        task.run();
        if (task.state() == Future.State.FAILED) {
            throw new IllegalStateException("the embedded S3 server failed", task.exceptionNow());
        }
    }
}
