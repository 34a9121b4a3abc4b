package io.github.fixationheatmap.lambda.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.lambda.ApiHandler;
import io.github.fixationheatmap.lambda.ApiSettings;
import io.github.fixationheatmap.lambda.DropHandler;
import io.github.fixationheatmap.lambda.Settings;
import io.github.fixationheatmap.lambda.telemetry.JsonLog;
import io.github.fixationheatmap.lambda.telemetry.Metrics;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.store.S3ObjectStore;
import io.github.fixationheatmap.store.S3UrlPresigner;
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
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What SnapStart's snapshot is to hold beside an initialised function: every class that a request needs, loaded, and its loops compiled. So
 * before it is taken made-up drops go through handlers of their own, from event to manifest, again and again. Their S3 is in memory: no
 * bucket is read or written, one connection goes to this very process, and all that is left of them is what the JVM has learned.
 */
public final class SnapStartPriming implements Resource {

    /** As often as it takes for the compilers to see what matters, unless a slow machine takes too long for it. */
    private static final int ROUNDS = 20;
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private static final String DROPS = "rehearsal-drops";
    private static final String RESULTS = "rehearsal-results";
    private static final Settings SETTINGS = new Settings(RESULTS, new Limits(Limits.DEFAULT_MAX_PIXELS), HeatmapOptions.PUBLISHED);

    /** What is rehearsed. */
    public enum Part { DROPS, API }

    private final Part part;
    private final int rounds;
    private final PrintStream log;

    public SnapStartPriming(Part part, int rounds, PrintStream log) {
        this.part = part;
        this.rounds = rounds;
        this.log = log;
    }

    /**
     * Has a function that will be started from snapshots rehearse before each. Others do without, and without the classes for it.
     *
     * @return what the function has to hold on to, as nobody else does
     */
    public static Optional<Resource> register(Part part, Map<String, String> environment, PrintStream log) {
        if (!environment.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "").equals("snap-start")) {
            return Optional.empty();
        }
        SnapStartPriming rehearsal = new SnapStartPriming(part, ROUNDS, log);
        Core.getGlobalContext().register(rehearsal);
        return Optional.of(rehearsal);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        JsonLog told = new JsonLog(log, new JsonMapper(), "init");
        long begin = System.nanoTime();
        try {
            int done = rehearse(begin + AT_MOST.toNanos());
            told.info("rehearsed", json -> json.put("rounds", done).put("ms", Metrics.ms(Duration.ofNanos(System.nanoTime() - begin))));
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError slower) {
            // The first requests will be slower, which is no reason to have none.
            told.error("rehearsal failed", slower, json -> { });
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    private int rehearse(long end) throws IOException {
        List<Map<String, byte[]>> studies = new ArrayList<>();
        for (int kind = 0; kind < PrimingExports.KINDS; kind++) {
            studies.add(PrimingExports.files(kind));
        }
        S3ObjectStore.rehearseConnecting();
        int round = 0;
        while (round < rounds && System.nanoTime() < end) {
            Map<String, byte[]> objects = new HashMap<>();
            studies.get(round % studies.size()).forEach((name, bytes) -> objects.put(DROPS + "/inbox/study/" + name, bytes));
            objects.put(DROPS + "/inbox/packed.zip", PrimingExports.zip(studies.get((round + 1) % studies.size())));
            rehearse(S3ObjectStore.rehearsal(objects));
            round++;
        }
        return round;
    }

    private void rehearse(S3ObjectStore store) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(lines, false, UTF_8);
        if (part == Part.DROPS) {
            DropHandler drops = new DropHandler(SETTINGS, store, nowhere);
            for (String key : List.of("inbox/study/fixations.csv", "inbox/packed.zip", "inbox/study/reference_image.jpeg")) {
                check(answer(drops, event(key)), "{\"batchItemFailures\":[]}");
            }
            check(lines.toString(UTF_8), "\"DropsDone\":1");
        } else {
            ApiHandler api = new ApiHandler(SETTINGS, new ApiSettings(DROPS, Optional.empty()), store, S3UrlPresigner.rehearsal(), nowhere);
            check(answer(api, ask("POST", "/v1/heatmaps", "{\\\"drop\\\": \\\"study\\\"}")), "\"statusCode\":200");
            check(answer(api, ask("GET", "/v1/heatmaps", "")), "\"statusCode\":200");
        }
    }

    private static String answer(RequestStreamHandler handler, String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, new StubLambdaContext());
        return answer.toString(UTF_8);
    }

    private static void check(String answer, String expected) {
        if (!answer.contains(expected)) {
            throw new IllegalStateException("expected " + expected + ", not " + answer);
        }
    }

    /** A queue's message with an S3 notification. */
    private static String event(String key) {
        String body = "{\\\"Records\\\": [{\\\"eventSource\\\": \\\"aws:s3\\\", \\\"eventName\\\": \\\"ObjectCreated:Put\\\", \\\"s3\\\": "
                + "{\\\"bucket\\\": {\\\"name\\\": \\\"" + DROPS + "\\\"}, \\\"object\\\": {\\\"key\\\": \\\"" + key + "\\\"}}}]}";
        return "{\"Records\": [{\"messageId\": \"rehearsal\", \"eventSource\": \"aws:sqs\", \"body\": \"" + body + "\"}]}";
    }

    private static String ask(String method, String path, String body) {
        return "{\"version\": \"2.0\", \"rawPath\": \"" + path + "\", \"headers\": {\"content-type\": \"application/json\"},"
                + " \"requestContext\": {\"stage\": \"$default\", \"http\": {\"method\": \"" + method + "\", \"path\": \"" + path + "\"}},"
                + " \"body\": \"" + body + "\"}";
    }
}
