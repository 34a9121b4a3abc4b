package io.github.fixationheatmap.storm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.lambda.DropHandler;
import io.github.fixationheatmap.lambda.Settings;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.local.S3Events;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.ObjectStore.PutResult;
import io.github.fixationheatmap.store.S3ObjectStore;
import io.github.fixationheatmap.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * Shuffled and duplicate events, 16 at a time, for drops that change meanwhile, with an S3 that often fails. System properties: {@code
 * storm.seed}, {@code storm.drops}, {@code storm.events} and {@code storm.faults} (the share of requests with a fault).
 */
@Tag("slow")
class StormTest {

    private static final String DROPS = "drops";
    private static final String RESULTS = "results";
    private static final int WORKERS = 16;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final long seed = Long.getLong("storm.seed", System.nanoTime());
    private final List<StormDrop> drops = IntStream.range(0, Integer.getInteger("storm.drops", 100)).mapToObj(StormDrop::new).toList();
    private final int events = Integer.getInteger("storm.events", 1_000);
    private final double rate = Double.parseDouble(System.getProperty("storm.faults", "0.1"));
    private final Random random = new Random(seed);
    private final LongAdder deliveries = new LongAdder();

    @Test
    void resultsAreConsistentInSpiteOfFaults() throws InterruptedException, ExecutionException {
        System.out.printf("storm: %d drops, %,d events, -Dstorm.seed=%d%n", drops.size(), events, seed);
        try (EmbeddedS3 s3 = EmbeddedS3.start();
                FaultyHttp http = new FaultyHttp(UrlConnectionHttpClient.create(), seed, rate);
                S3Client faulty = s3.client(http)) {
            s3.createBucket(DROPS);
            s3.createBucket(RESULTS);
            s3.client().putBucketVersioning(r -> r.bucket(RESULTS).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
            S3ObjectStore calm = new S3ObjectStore(s3.client());
            Queue<Runnable> work = new ConcurrentLinkedQueue<>(shuffled(calm, handler(new S3ObjectStore(faulty))));
            StormWatch watch = new StormWatch(s3.client(), RESULTS);
            long begin = System.nanoTime();
            long checks = runAll(work, watch);
            System.out.printf("storm: %,d deliveries, %,d requests, %,d faults %s, %,d manifests checked meanwhile, %.1f s%n",
                    deliveries.sum(),
                    http.requests(), http.faults(), faults(http), checks, (System.nanoTime() - begin) / 1e9);
            checkResults(s3, calm);
        }
    }

    private static String faults(FaultyHttp http) {
        return java.util.Arrays.stream(FaultyHttp.Fault.values()).skip(1).map(f -> f + " " + http.count(f)).toList().toString();
    }

    private static DropHandler handler(S3ObjectStore store) {
        PrintStream noLog = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        return new DropHandler(Settings.fromEnvironment(Map.of("RESULTS_BUCKET", RESULTS)), store, noLog);
    }

    /** Uploads the first state of each drop. The second state is uploaded among the events, and has its own events. */
    private List<Runnable> shuffled(S3ObjectStore calm, DropHandler handler) {
        List<Runnable> work = new ArrayList<>();
        for (StormDrop drop : drops) {
            List<StoredObject> first = upload(calm, drop.objects(random));
            for (int i = 0; i < events / drops.size() - 1; i++) {
                work.add(() -> deliver(handler, first.get(0)));
            }
            Map<String, byte[]> change = drop.objects(random);
            work.add(() -> upload(calm, change).forEach(object -> deliver(handler, object)));
        }
        Collections.shuffle(work, random);
        return work;
    }

    private static List<StoredObject> upload(S3ObjectStore calm, Map<String, byte[]> objects) {
        List<StoredObject> uploaded = new ArrayList<>();
        objects.forEach((key, bytes) -> {
            PutResult put = calm.put(DROPS, key, "application/octet-stream", PutBody.of(bytes), new PutCondition.Always());
            uploaded.add(((PutResult.Written) put).object());
        });
        return uploaded;
    }

    /** Delivers an event like a queue, until the function does not ask for a retry. */
    private void deliver(DropHandler handler, StoredObject object) {
        while (!attempt(handler, object)) {
            Thread.onSpinWait();
        }
    }

    private boolean attempt(DropHandler handler, StoredObject object) {
        deliveries.increment();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] event = S3Events.inSqs(S3Events.put(object)).toString().getBytes(UTF_8);
        try {
            handler.handleRequest(new ByteArrayInputStream(event), answer, new StubLambdaContext());
            return MAPPER.readTree(answer.toByteArray()).path("batchItemFailures").isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FaultyHttp.Killed killed) {
            return false;
        }
    }

    /** Does all work with several threads, while another one checks the results. */
    private long runAll(Queue<Runnable> work, StormWatch watch) throws InterruptedException, ExecutionException {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS + 1)) {
            Future<Long> checks = threads.submit(() -> watch.until(over, drops));
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(threads.submit(() -> {
                    for (Runnable next = work.poll(); next != null; next = work.poll()) {
                        next.run();
                    }
                }));
            }
            try {
                for (Future<?> worker : workers) {
                    worker.get();
                }
            } finally {
                over.set(true);
            }
            return checks.get();
        }
    }

    /** The results are those of the newest state. Another event for each drop writes nothing. */
    private void checkResults(EmbeddedS3 s3, S3ObjectStore calm) {
        StormWatch watch = new StormWatch(s3.client(), RESULTS);
        int refused = 0;
        for (StormDrop drop : drops) {
            refused += watch.checkNewest(calm, drop, drop.drop(DROPS));
        }
        try (FaultyHttp http = new FaultyHttp(UrlConnectionHttpClient.create(), seed, 0); S3Client counted = s3.client(http)) {
            DropHandler again = handler(new S3ObjectStore(counted));
            for (StormDrop drop : drops) {
                calm.list(DROPS, drop.drop(DROPS).key()).stream().findFirst()
                        .ifPresent(object -> assertThat(attempt(again, object)).isTrue());
            }
            assertThat(http.puts()).as("writes for what is done").isZero();
            System.out.printf("storm: %d exports refused; one more event for each drop: %,d requests, none of them a write%n", refused,
                    http.requests());
        }
        assertThat(refused).isBetween(1, drops.size());
    }

    /** Reads a JSON object. */
    static JsonNode json(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
