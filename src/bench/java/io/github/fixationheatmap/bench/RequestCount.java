package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.lambda.DropHandler;
import io.github.fixationheatmap.lambda.Settings;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.local.S3Events;
import io.github.fixationheatmap.store.S3ObjectStore;
import io.github.fixationheatmap.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.s3.S3Client;

/** Counts what a client sends, by the operation's name; a request that is sent again counts again. */
final class RequestCount implements ExecutionInterceptor {

    private final Map<String, Integer> counts = new TreeMap<>();

    /** Counts so far. */
    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    @Override
    public synchronized void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        counts.merge(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), 1, Integer::sum);
    }

    /** Works on a drop through a client that this one watches. */
    void drop(S3Client watched, StoredObject uploaded) throws IOException {
        Settings settings = Settings.fromEnvironment(Map.of("RESULTS_BUCKET", Study.RESULTS, "DEFAULT_OUTPUTS", "none"));
        PrintStream log = new PrintStream(new ByteArrayOutputStream(), false, UTF_8);
        new DropHandler(settings, new S3ObjectStore(watched), log).handleRequest(
                new ByteArrayInputStream(S3Events.put(uploaded).toString().getBytes(UTF_8)), new ByteArrayOutputStream(),
                new StubLambdaContext());
    }
}
