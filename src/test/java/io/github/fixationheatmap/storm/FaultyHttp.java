package io.github.fixationheatmap.storm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An HTTP client with faults of networks and services. It is below the SDK, so that the SDK's retries are tested, too. Writes of one object
 * are serialised, because the embedded server checks a condition and writes in two steps, and S3 in one.
 */
final class FaultyHttp implements SdkHttpClient {

    /** The faults of a request. */
    enum Fault {
        NONE,
        DELAY,
        INTERNAL_ERROR,
        SLOW_DOWN,
        REQUEST_CUT,
        ANSWER_CUT,
        ANSWER_LOST,
        DEATH
    }

    /** Ends a worker. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private final SdkHttpClient http;
    private final Random random;
    private final double rate;
    private final Map<Fault, LongAdder> counts = new EnumMap<>(Fault.class);
    private final LongAdder puts = new LongAdder();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** A share of {@code rate} of all requests has a fault. All kinds are equally frequent, but workers die ten times less often. */
    FaultyHttp(SdkHttpClient http, long seed, double rate) {
        this.http = http;
        this.random = new Random(seed);
        this.rate = rate;
        for (Fault fault : Fault.values()) {
            counts.put(fault, new LongAdder());
        }
    }

    long count(Fault fault) {
        return counts.getOrDefault(fault, new LongAdder()).sum();
    }

    long requests() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long faults() {
        return requests() - count(Fault.NONE);
    }

    long puts() {
        return puts.sum();
    }

    private synchronized Fault next() {
        Fault fault = random.nextDouble() >= rate ? Fault.NONE : Fault.values()[1 + random.nextInt(Fault.values().length - 1)];
        Fault chosen = fault == Fault.DEATH && random.nextInt(10) > 0 ? Fault.DELAY : fault;
        counts.getOrDefault(chosen, new LongAdder()).increment();
        return chosen;
    }

    private synchronized int millis() {
        return random.nextInt(50);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = http.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return faulty(request, prepared);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private HttpExecuteResponse faulty(HttpExecuteRequest request, ExecutableHttpRequest prepared) throws IOException {
        return switch (next()) {
            case NONE -> serialised(request, prepared);
            case DELAY -> {
                sleep();
                yield serialised(request, prepared);
            }
            case INTERNAL_ERROR -> error(500, "InternalError");
            case SLOW_DOWN -> error(503, "SlowDown");
            case REQUEST_CUT -> throw new IOException("broken pipe");
            case ANSWER_CUT -> cut(serialised(request, prepared));
            case ANSWER_LOST -> {
                HttpExecuteResponse answer = serialised(request, prepared);
                if (answer.responseBody().isPresent()) {
                    answer.responseBody().get().transferTo(OutputStream.nullOutputStream());
                }
                throw new IOException("connection reset");
            }
            case DEATH -> throw new Killed();
        };
    }

    private HttpExecuteResponse serialised(HttpExecuteRequest request, ExecutableHttpRequest prepared) throws IOException {
        if (request.httpRequest().method() == SdkHttpMethod.GET || request.httpRequest().method() == SdkHttpMethod.HEAD) {
            return prepared.call();
        }
        puts.increment();
        ReentrantLock lock = locks.computeIfAbsent(request.httpRequest().encodedPath(), path -> new ReentrantLock());
        lock.lock();
        try {
            return prepared.call();
        } finally {
            lock.unlock();
        }
    }

    private void sleep() throws IOException {
        try {
            Thread.sleep(millis());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static HttpExecuteResponse error(int status, String code) {
        byte[] body = ("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>fault</Message></Error>").getBytes(UTF_8);
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder().statusCode(status).putHeader("Content-Type", "application/xml")
                        .putHeader("Content-Length", String.valueOf(body.length)).build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    /** An answer that ends after half of its body. */
    private static HttpExecuteResponse cut(HttpExecuteResponse answer) throws IOException {
        if (answer.responseBody().isEmpty()) {
            throw new IOException("connection reset");
        }
        byte[] whole = answer.responseBody().get().readAllBytes();
        InputStream half = new FilterInputStream(new ByteArrayInputStream(whole, 0, whole.length / 2)) {
            @Override
            public int read() throws IOException {
                return checkEnd(super.read());
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return checkEnd(super.read(bytes, offset, length));
            }

            private static int checkEnd(int read) throws IOException {
                if (read < 0) {
                    throw new IOException("premature end of file");
                }
                return read;
            }
        };
        return HttpExecuteResponse.builder().response(answer.httpResponse()).responseBody(AbortableInputStream.create(half)).build();
    }

    @Override
    public void close() {
        http.close();
    }
}
