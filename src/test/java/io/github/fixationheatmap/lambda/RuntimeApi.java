package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lambda's runtime API, from which a runtime gets events and to which it sends answers, on 127.0.0.1. */
public final class RuntimeApi implements AutoCloseable {

    private static final String INVOCATIONS = "/2018-06-01/runtime/invocation/";
    private static final String INIT_ERROR = "/2018-06-01/runtime/init/error";
    private static final String RESTORE = "/2018-06-01/runtime/restore/next";
    private static final String NEXT = "next";
    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    /** A function's answer to an event. */
    public sealed interface Answer {
        String body();

        record Response(String body) implements Answer {}

        record Failure(String body) implements Answer {}
    }

    private record Invocation(String requestId, String event) {}

    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
    private final CompletableFuture<Answer> initFailure = new CompletableFuture<>();
    private final CompletableFuture<Long> ready = new CompletableFuture<>();
    private final CompletableFuture<Long> primed = new CompletableFuture<>();
    private final CompletableFuture<Void> restored = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.setExecutor(threads);
        server.createContext(INVOCATIONS, this::invocation);
        server.createContext(INIT_ERROR, exchange -> {
            initFailure.complete(new Answer.Failure(body(exchange)));
            accept(exchange);
        });
        server.createContext(RESTORE, exchange -> {
            primed.complete(System.nanoTime());
            restored.join();
            respond(exchange, 200, "");
        });
        server.start();
    }

    /** Waits for the end of initialisation, and returns when the function first asked for an event, by {@link System#nanoTime()}. */
    public long ready() throws InterruptedException, ExecutionException, TimeoutException {
        return ready.get(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /**
     * Waits for the hooks before the snapshot, and returns their end by {@link System#nanoTime()}. The function then waits for
     * {@link #restore()}.
     */
    public long primed() throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<?> failure = initFailure.thenAccept(f -> {
            throw new IllegalStateException(f.body());
        });
        return (Long) CompletableFuture.anyOf(primed, failure).get(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Continues the function as if it was restored from its snapshot. */
    public void restore() {
        restored.complete(null);
    }

    /** Host and port, for {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Sends an event to the function and waits for the answer. */
    public Answer invoke(String requestId, String event) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        answers.put(requestId, answer);
        waiting.add(new Invocation(requestId, event));
        return (Answer) CompletableFuture.anyOf(answer, initFailure).get(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private void invocation(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(INVOCATIONS.length()).split("/", 2);
        if (path[0].equals(NEXT)) {
            next(exchange);
            return;
        }
        CompletableFuture<Answer> answer = answers.getOrDefault(path[0], initFailure);
        String body = body(exchange);
        answer.complete(path[1].equals("response") ? new Answer.Response(body) : new Answer.Failure(body));
        accept(exchange);
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(System.nanoTime());
        try {
            Invocation invocation = waiting.take();
            Headers headers = exchange.getResponseHeaders();
            headers.add("Content-Type", "application/json");
            headers.add("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
            headers.add("Lambda-Runtime-Deadline-Ms", Long.toString(Instant.now().plus(TIME_LIMIT).toEpochMilli()));
            headers.add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:drops");
            headers.add("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0");
            respond(exchange, 200, invocation.event());
        } catch (InterruptedException closed) {
            exchange.close();
            Thread.currentThread().interrupt();
        }
    }

    private static void accept(HttpExchange exchange) throws IOException {
        respond(exchange, 202, "{\"status\":\"OK\"}");
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    }

    @Override
    public void close() {
        restored.complete(null);
        server.stop(0);
        threads.shutdownNow();
    }
}
