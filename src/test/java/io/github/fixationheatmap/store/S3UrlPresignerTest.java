package io.github.fixationheatmap.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.store.Presigner.SignedPut;
import io.github.fixationheatmap.store.Presigner.Upload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigned links, used by a plain HTTP client as a browser or curl would. */
class S3UrlPresignerTest {

    private static final String BUCKET = "links";
    private static final String KEY = "inbox/uploads/x y+ü/küche 1.zip";
    private static final byte[] BYTES = "0123456789".getBytes(UTF_8);
    private static final Duration LONG = Duration.ofMinutes(15);

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedS3 s3;

    @SuppressWarnings("NullAway.Init")
    private static S3Presigner sdk;

    @BeforeAll
    static void start() {
        s3 = EmbeddedS3.start();
        s3.createBucket(BUCKET);
        sdk = s3.presigner();
    }

    @AfterAll
    static void stop() {
        sdk.close();
        s3.close();
    }

    @AfterEach
    void delete() {
        new S3ObjectStore(s3.client()).delete(BUCKET, KEY);
    }

    private static Presigner presigner() {
        return new S3UrlPresigner(sdk);
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Digests.sha256().digest(bytes));
    }

    private static SignedPut signed(Duration lifetime) {
        return presigner().put(new Upload(BUCKET, KEY, "application/zip", BYTES.length, sha256(BYTES)), lifetime);
    }

    /** Sends a PUT; the client itself sets the length and will not be told. */
    private static int put(URI uri, Map<String, String> headers, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> {
            if (!name.equals("content-length")) {
                request.header(name, value);
            }
        });
        return send(request).statusCode();
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static boolean isThere() {
        return new S3ObjectStore(s3.client()).fetch(BUCKET, KEY, 1 << 10).isPresent();
    }

    /** An S3 in a laboratory has one host name, and none for each bucket. */
    @Test
    void anEndpointThatIsNamedKeepsItsHost() {
        try (S3Presigner other = S3UrlPresigner.configured()
                .serviceConfiguration(S3Clients.settings(Map.of("AWS_ENDPOINT_URL_S3", "http://s3.lab:9000")))
                .endpointOverride(URI.create("http://s3.lab:9000")).region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"))).build()) {
            assertThat(new S3UrlPresigner(other).get(BUCKET, "k", LONG)).hasHost("s3.lab").hasPath("/links/k");
        }
    }

    @Test
    void letsExactlyWhatWasAnnouncedThrough() throws IOException, InterruptedException {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SignedPut signed = signed(LONG);
        Instant after = Instant.now();
        assertThat(signed.headers()).containsOnlyKeys("content-length", "content-type", "if-none-match", "x-amz-checksum-sha256")
                .containsEntry("content-length", "10").containsEntry("content-type", "application/zip")
                .containsEntry("if-none-match", "*");
        assertThat(signed.expires()).isBetween(before.plus(LONG), after.plus(LONG));
        assertThat(put(signed.uri(), signed.headers(), BYTES)).isEqualTo(200);
        HttpResponse<byte[]> got = send(HttpRequest.newBuilder(presigner().get(BUCKET, KEY, LONG)));
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(BYTES);
        assertThat(got.headers().firstValue("content-type")).contains("application/zip");
    }

    @Test
    void aLinkAcceptsOneUpload() throws IOException, InterruptedException {
        SignedPut signed = signed(LONG);
        Map<String, String> unconditional = new TreeMap<>(signed.headers());
        unconditional.remove("if-none-match");
        assertThat(put(signed.uri(), unconditional, BYTES)).as("without the condition").isEqualTo(403);
        assertThat(isThere()).isFalse();
        assertThat(put(signed.uri(), signed.headers(), BYTES)).isEqualTo(200);
        assertThat(put(signed.uri(), signed.headers(), BYTES)).as("a second time").isEqualTo(412);
    }

    @Test
    void refusesAnotherLengthContentOrTypeAndWhatLeavesOneOut() throws IOException, InterruptedException {
        SignedPut signed = signed(LONG);
        assertThat(put(signed.uri(), signed.headers(), "0123456789a".getBytes(UTF_8))).as("longer").isEqualTo(403);
        assertThat(put(signed.uri(), signed.headers(), "012345678".getBytes(UTF_8))).as("shorter").isEqualTo(403);
        assertThat(put(signed.uri(), signed.headers(), "0123456780".getBytes(UTF_8))).as("other bytes").isEqualTo(400);
        for (String name : List.of("content-type", "x-amz-checksum-sha256")) {
            Map<String, String> other = new TreeMap<>(signed.headers());
            other.put(name, "x-amz-checksum-sha256".equals(name) ? "mCQFvoh7hEf7VTf2LHoZCpk5ZWeVPbEE4mhPhXVg2Ek=" : "text/plain");
            assertThat(put(signed.uri(), other, BYTES)).as(name).isEqualTo(403);
            other.remove(name);
            assertThat(put(signed.uri(), other, BYTES)).as("no " + name).isEqualTo(403);
        }
        assertThat(put(URI.create(signed.uri().toString().replace("k%C3%BCche", "other")), signed.headers(), BYTES)).isEqualTo(403);
        assertThat(isThere()).isFalse();
    }

    @Tag("slow")
    @Test
    void comesToNothingAfterItsTime() throws IOException, InterruptedException {
        SignedPut signed = signed(Duration.ofSeconds(1));
        URI get = presigner().get(BUCKET, KEY, Duration.ofSeconds(1));
        // Signatures count in whole seconds.
        Thread.sleep(2100);
        assertThat(put(signed.uri(), signed.headers(), BYTES)).isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(get)).statusCode()).isEqualTo(403);
        assertThat(isThere()).isFalse();
    }

    @Test
    void takesOnlyUploadsThatS3CouldTake() {
        String sum = sha256(BYTES);
        assertThatThrownBy(() -> new Upload(BUCKET, KEY, "application/zip", 0, sum)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Upload(BUCKET, KEY, "application/zip", Upload.MAX_BYTES + 1, sum))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Upload(BUCKET, KEY, "application/zip", 1, sum.toUpperCase(Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
