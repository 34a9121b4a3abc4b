package io.github.fixationheatmap.lambda.priming;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** A server on loopback that answers one HTTP request with 204 and closes the connection. */
final class PrimingServer implements AutoCloseable {

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
