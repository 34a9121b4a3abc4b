package io.github.fixationheatmap.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A server on loopback that gives every request the same answer, byte by byte as it stands, and closes the connection. To those who ask
 * whether to send a body (Expect: 100-continue) it is the answer to that.
 */
final class RawServer implements AutoCloseable {

    private static final String LENGTH = "content-length:";

    private final ServerSocket server;
    private final String answer;

    RawServer(String answer) {
        this.answer = answer;
        try {
            server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("raw-server").start(this::serve);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))) {
                long body = 0;
                boolean asksFirst = false;
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    String header = line.toLowerCase(Locale.ROOT);
                    body = header.startsWith(LENGTH) ? Long.parseLong(header.substring(LENGTH.length()).strip()) : body;
                    asksFirst |= header.startsWith("expect:");
                }
                while (!asksFirst && body > 0) {
                    body -= in.skip(body);
                }
                socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (IOException gone) {
                // Whoever asked sees it, too.
            }
        }
    }

    /** A store whose every request goes here, over connections as a function has them. */
    S3ObjectStore store() {
        return new S3ObjectStore(S3Client.builder().httpClient(S3Clients.http(Map.of())).region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getLocalPort())).forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))).build());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
