package io.github.fixationheatmap.lambda.priming;

import io.github.fixationheatmap.store.S3Clients;
import io.github.fixationheatmap.store.S3ObjectStore;
import io.github.fixationheatmap.store.S3UrlPresigner;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** S3 for priming. It uses all of the SDK that a function uses, and reaches neither AWS nor its credentials. */
public final class PrimingS3 {

    private static final URI ENDPOINT = URI.create("https://s3.us-east-1.amazonaws.com");
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("stub", "stub"));

    private PrimingS3() {}

    /**
     * A store whose requests go to an S3 in memory, which is lost with the store.
     *
     * @param objects what that S3 holds at first, by "bucket/key", both of letters that need no escape in a URL or in XML
     */
    static S3ObjectStore store(Map<String, byte[]> objects) {
        return new S3ObjectStore(client(new InMemoryS3HttpClient(objects), ENDPOINT));
    }

    /**
     * Sends one request over a real connection, which the S3 in memory leaves out. It goes to a socket of this process.
     *
     * @throws IOException if there is no loopback interface
     */
    static void connect() throws IOException {
        try (PrimingServer server = new PrimingServer()) {
            new S3ObjectStore(client(S3Clients.http(Map.of()), server.endpoint())).delete("priming", "nothing");
        }
    }

    /** The endpoint is given, so that no environment variable can name another one. */
    private static S3Client client(SdkHttpClient http, URI endpoint) {
        return S3Clients.configured().httpClient(http).endpointOverride(endpoint).region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS).build();
    }

    /** A presigner whose links S3 would reject. */
    public static S3UrlPresigner presigner() {
        return new S3UrlPresigner(S3UrlPresigner.configured().region(Region.US_EAST_1).credentialsProvider(CREDENTIALS).build());
    }
}
