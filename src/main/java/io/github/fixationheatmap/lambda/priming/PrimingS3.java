package io.github.fixationheatmap.lambda.priming;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fixationheatmap.store.S3Clients;
import io.github.fixationheatmap.store.S3ObjectStore;
import io.github.fixationheatmap.store.S3UrlPresigner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

    /** A server on loopback that answers one HTTP request with 204 and closes the connection. */
    private static final class PrimingServer implements AutoCloseable {

        private static final int TIMEOUT_MS = 30_000;
        private static final byte[] ANSWER = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);

        private final ServerSocket server;

        PrimingServer() throws IOException {
            server = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            server.setSoTimeout(TIMEOUT_MS);
            Thread.ofPlatform().daemon().name("priming").start(this::answer);
        }

        URI endpoint() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort());
        }

        private void answer() {
            try (Socket socket = server.accept();
                    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    // Skips the headers; a DELETE request has no body.
                }
                socket.getOutputStream().write(ANSWER);
            } catch (IOException closed) {
                // The client gets an exception of its own.
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
