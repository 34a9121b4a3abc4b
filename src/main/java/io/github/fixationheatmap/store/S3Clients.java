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
 * The SDK's client with the SDK's usual settings. Settings in environment variables are read directly, so that they override system
 * properties. The times below are processor time of a cold start with C1 alone.
 */
public final class S3Clients {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final List<String> PROXIES = List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY");

    private S3Clients() {}

    /** A client with the settings of an environment. The SDK looks up all other settings itself. */
    static S3Client of(Map<String, String> environment) {
        S3ClientBuilder builder = configured().serviceConfiguration(settings(environment)).httpClient(http(environment));
        String region = environment.getOrDefault("AWS_REGION", "");
        if (!region.isEmpty()) {
            builder.region(Region.of(region));
        }
        // Skipping the default credentials chain saves 25 ms. With SnapStart there are no such variables.
        if (!environment.getOrDefault("AWS_ACCESS_KEY_ID", "").isEmpty()) {
            builder.credentialsProvider(EnvironmentVariableCredentialsProvider.create());
        }
        return builder.build();
    }

    /** A builder with the settings of every client. */
    public static S3ClientBuilder configured() {
        return S3Client.builder().serviceConfiguration(settings(Map.of()));
    }

    /** The settings of clients and presigners. An S3 elsewhere than on AWS seldom has a host name for each bucket. */
    static S3Configuration settings(Map<String, String> environment) {
        // Chunked bodies make PUTs fail now and then with this HTTP client. Our bodies are in memory and need no chunks.
        return S3Configuration.builder().chunkedEncodingEnabled(false)
                .pathStyleAccessEnabled(environment.containsKey("AWS_ENDPOINT_URL_S3")).build();
    }

    /**
     * The JDK's connections, with the SDK's time-outs. The SDK's own factory creates a TLS context with all certificate authorities at
     * once. The JDK creates its default context when the first connection needs it, which saves 100 ms where none does. Environment
     * variables for proxies are read by the SDK only.
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
