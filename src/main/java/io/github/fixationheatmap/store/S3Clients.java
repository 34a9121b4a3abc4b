package io.github.fixationheatmap.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/**
 * The SDK's client as a function needs it. It has the SDK's usual settings. Where environment variables name them, it takes them from
 * there directly, so that they override system properties. Times are processor time of a cold start with C1 alone.
 */
public final class S3Clients {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final List<String> PROXIES = List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY");

    private S3Clients() {}

    /** A client by an environment; what that does not name, the SDK looks for as it does. */
    static S3Client of(Map<String, String> environment) {
        S3ClientBuilder builder = configured().httpClient(http(environment));
        String region = environment.getOrDefault("AWS_REGION", "");
        if (!region.isEmpty()) {
            builder.region(Region.of(region));
        }
        // Without the chain of everything that could know credentials: 25 ms. With SnapStart there are no such variables.
        if (!environment.getOrDefault("AWS_ACCESS_KEY_ID", "").isEmpty()) {
            builder.credentialsProvider(EnvironmentVariableCredentialsProvider.create());
        }
        return builder.build();
    }

    /** A builder with what holds for every client. */
    public static S3ClientBuilder configured() {
        // Chunked bodies make PUTs fail now and then on this HTTP client; ours are in memory and need no chunks.
        return S3Client.builder().serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build());
    }

    /**
     * The JDK's connections, with the SDK's limits of time. The SDK's own factory makes a TLS context of all the world's authorities when
     * it is built; the JDK's own context, which connections have by themselves, is made by the first one that needs it: 100 ms less where
     * none does. Proxies that variables name are the SDK's alone.
     */
    public static SdkHttpClient http(Map<String, String> environment) {
        return PROXIES.stream().anyMatch(environment::containsKey)
                ? UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ).build()
                : UrlConnectionHttpClient.create(S3Clients::connection);
    }

    private static HttpURLConnection connection(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout((int) CONNECT.toMillis());
            connection.setReadTimeout((int) READ.toMillis());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
