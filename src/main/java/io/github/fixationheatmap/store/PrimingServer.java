package io.github.fixationheatmap.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** A socket on loopback that answers one HTTP request, that nothing is left, and closes its connection. */
final class PrimingServer implements AutoCloseable {

    private static final int PATIENCE_MS = 5000;
    private static final byte[] ANSWER = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);

    private final ServerSocket server;

    PrimingServer() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        server.setSoTimeout(PATIENCE_MS);
        Thread.ofPlatform().daemon().name("rehearsal").start(this::answer);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void answer() {
        try (Socket socket = server.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                // Headers; a DELETE request has no body.
            }
            socket.getOutputStream().write(ANSWER);
        } catch (IOException closed) {
            // Whoever asks sees it, too.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
