package io.github.fixationheatmap.lambda.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.lambda.telemetry.JsonLog;
import io.github.fixationheatmap.lambda.telemetry.Metrics;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Prepares a function for its SnapStart snapshot. A scenario is repeated, from event to manifest, so that the snapshot holds all classes
 * that a request needs, loaded, and the compiled loops. S3 is in memory: no bucket is read or written, one connection goes to this
 * process, and only what the JVM has loaded and compiled remains.
 */
public final class SnapStartPriming implements Resource {

    /** Enough for the compilers to compile what matters. On a slow machine {@link #MAX_TIME} ends it earlier. */
    private static final int ROUNDS = 20;
    private static final Duration MAX_TIME = Duration.ofSeconds(30);

    private static final byte[] STUDY_FILE = "{\"options\": {}}".getBytes(UTF_8);

    private final PrimingScenario scenario;
    private final int rounds;
    private final PrintStream log;

    public SnapStartPriming(PrimingScenario scenario, int rounds, PrintStream log) {
        this.scenario = scenario;
        this.rounds = rounds;
        this.log = log;
    }

    /**
     * Primes a function before each snapshot. A function without snapshots is not primed, and does not load the classes for it.
     *
     * @param environment the environment variables, which say whether there are snapshots
     * @return what the function must keep a reference to, because the global context only has a weak one
     */
    public static Optional<Resource> register(Supplier<PrimingScenario> scenario, Map<String, String> environment, PrintStream log) {
        if (!environment.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "").equals("snap-start")) {
            return Optional.empty();
        }
        SnapStartPriming priming = new SnapStartPriming(scenario.get(), ROUNDS, log);
        Core.getGlobalContext().register(priming);
        return Optional.of(priming);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        JsonLog initLog = new JsonLog(log, new JsonMapper(), "init");
        long begin = System.nanoTime();
        try {
            int done = prime(begin + MAX_TIME.toNanos());
            initLog.info("rehearsed", json -> json.put("rounds", done).put("ms", Metrics.ms(Duration.ofNanos(System.nanoTime() - begin))));
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError failure) {
            // The function still works; only its first requests are slower.
            initLog.error("rehearsal failed", failure, json -> { });
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    private int prime(long end) throws IOException {
        List<Map<String, byte[]>> exports = new ArrayList<>();
        for (int kind = 0; kind < PrimingExports.KINDS; kind++) {
            exports.add(PrimingExports.files(kind));
        }
        PrimingS3.connect();
        int round = 0;
        while (round < rounds && System.nanoTime() < end) {
            Map<String, byte[]> objects = new HashMap<>();
            String bucket = PrimingScenario.DROP_BUCKET + "/";
            Map<String, byte[]> export = exports.get(round % exports.size());
            for (String folder : List.of(PrimingScenario.FOLDER, PrimingScenario.SECOND_FOLDER)) {
                export.forEach((name, bytes) -> objects.put(bucket + PrimingScenario.key(folder, name), bytes));
            }
            objects.put(bucket + PrimingScenario.studyKey(), STUDY_FILE);
            objects.put(bucket + PrimingScenario.ZIP_KEY, PrimingExports.zip(exports.get((round + 1) % exports.size())));
            runScenario(PrimingS3.store(objects));
            round++;
        }
        return round;
    }

    private void runScenario(S3ObjectStore store) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        RequestStreamHandler handler = scenario.handler().apply(store, new PrintStream(lines, false, UTF_8));
        for (PrimingScenario.Call call : scenario.calls()) {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(call.event().getBytes(UTF_8)), answer, new StubLambdaContext());
            check(answer.toString(UTF_8), call.expected());
        }
        check(lines.toString(UTF_8), "\"DropsDone\":1");
    }

    private static void check(String text, String expected) {
        if (!text.contains(expected)) {
            throw new IllegalStateException("expected " + expected + ", not " + text);
        }
    }
}
