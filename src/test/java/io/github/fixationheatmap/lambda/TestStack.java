package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.local.S3Events;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A function for uploads with its own two buckets in a shared embedded S3. */
public final class TestStack {

    public static final String DROPS = "drops-";
    private static final JsonMapper JSON = new JsonMapper();

    public final EmbeddedS3 s3;
    public final String drops;
    public final String results;
    private final S3ObjectStore store;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final DropHandler handler;

    public TestStack(EmbeddedS3 s3) {
        this(s3, s3.client());
    }

    /** A stack whose handler uses another client than the test. */
    public TestStack(EmbeddedS3 s3, S3Client handlers) {
        this(s3, handlers, "off");
    }

    /** A stack that has studies, or not. */
    TestStack(EmbeddedS3 s3, S3Client handlers, String studies) {
        String unique = UUID.randomUUID().toString();
        this.s3 = s3;
        this.drops = DROPS + unique;
        this.results = "results-" + unique;
        s3.createBucket(drops);
        s3.createBucket(results);
        this.store = new S3ObjectStore(s3.client());
        Map<String, String> environment = Map.of("RESULTS_BUCKET", results, "MAX_PIXELS", "4000000", "DEFAULT_OUTPUTS", "none",
                "STUDIES", studies);
        this.handler = new DropHandler(Settings.fromEnvironment(environment), new S3ObjectStore(handlers),
                new PrintStream(log, true, UTF_8));
    }

    public void upload(String key, byte[] bytes) {
        store.put(drops, key, "application/octet-stream", PutBody.of(bytes));
    }

    /** Deletes an upload. */
    public void remove(String key) {
        store.delete(drops, key);
    }

    /** Uploads a file and calls the handler with S3's event. */
    public void drop(String key, byte[] bytes) {
        upload(key, bytes);
        handle(event(key));
    }

    public void drop(Map<String, byte[]> files) {
        files.forEach(this::drop);
    }

    public ObjectNode event(String key) {
        return S3Events.put(s3.find(drops, key));
    }

    public JsonNode handle(JsonNode event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event.toString().getBytes(UTF_8)), answer, new StubLambdaContext());
            return JSON.readTree(answer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> resultKeys() {
        return resultKeys("");
    }

    public List<String> resultKeys(String prefix) {
        return s3.client().listObjectsV2Paginator(r -> r.bucket(results).prefix(prefix)).contents().stream().map(S3Object::key).toList();
    }

    /** The keys of an export's results, in the order of a listing. */
    public static List<String> five(String prefix) {
        return Stream.of("aoi_fixations.csv", "aoi_metrics.csv", "heatmap.png", "manifest.json", "overlay.png")
                .map(prefix::concat).toList();
    }

    public byte[] result(String key) {
        return s3.client().getObjectAsBytes(r -> r.bucket(results).key(key)).asByteArray();
    }

    public Map<String, byte[]> allResults() {
        Map<String, byte[]> all = new TreeMap<>();
        resultKeys().forEach(key -> all.put(key, result(key)));
        return all;
    }

    public void removeResults() {
        resultKeys().forEach(key -> store.delete(results, key));
    }

    public JsonNode json(String key) {
        try {
            return JSON.readTree(result(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The handler's log without metrics. */
    public String log() {
        return lines(false).map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The handler's metric lines. */
    public List<String> metrics() {
        return lines(true).toList();
    }

    private Stream<String> lines(boolean metrics) {
        return log.toString(UTF_8).lines().filter(line -> line.contains("\"_aws\"") == metrics);
    }
}
