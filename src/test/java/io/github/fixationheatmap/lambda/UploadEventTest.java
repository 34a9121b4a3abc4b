package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.lambda.UploadEvent.Message;
import io.github.fixationheatmap.lambda.UploadEvent.MalformedEventException;
import io.github.fixationheatmap.lambda.UploadEvent.Upload;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.local.S3Events;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** Events as AWS sends them. {@code sam local invoke} uses those in {@code events/}. */
class UploadEventTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static UploadEvent read(byte... json) throws IOException {
        return new UploadEventReader(JSON).read(new ByteArrayInputStream(json));
    }

    private static UploadEvent file(String name) throws IOException {
        return read(Files.readAllBytes(Path.of("events", name)));
    }

    @Test
    void anS3NotificationNamesItsObjectUrlEncoded() throws IOException {
        assertThat(file("s3-put.json")).isEqualTo(new UploadEvent.Direct(
                List.of(new Upload("fixation-heatmap-drop-123456789012", "inbox/example/fixations.csv"))));
        ObjectNode twice = (ObjectNode) JSON.readTree(Files.readAllBytes(Path.of("events", "s3-put.json")));
        JsonNode one = twice.path("Records").path(0).deepCopy();
        ((ObjectNode) one.at("/s3/object")).put("key", "inbox/a+b/K%C3%BCche+%2B+%2525/fixations.csv");
        twice.withArray("Records").add(one);
        assertThat(((UploadEvent.Direct) read(JSON.writeValueAsBytes(twice))).uploads()).extracting(Upload::key)
                .containsExactly("inbox/example/fixations.csv", "inbox/a b/Küche + %25/fixations.csv");
    }

    @Test
    void queueMessagesHoldNotifications() throws IOException {
        UploadEvent.Batch batch = (UploadEvent.Batch) file("s3-in-sqs.json");
        assertThat(batch.messages()).hasSizeGreaterThan(1).allSatisfy(m -> assertThat(m).isInstanceOf(Message.Parsed.class));
        List<Upload> uploads = batch.messages().stream().flatMap(m -> ((Message.Parsed) m).uploads().stream()).toList();
        assertThat(uploads).hasSizeGreaterThan(batch.messages().size());
        assertThat(uploads).extracting(Upload::key).anySatisfy(key -> assertThat(key).contains("ü", " "));
    }

    @Test
    void eventBridgeNamesItsObjectAsItIs() throws IOException {
        assertThat(((UploadEvent.Direct) file("eventbridge-object-created.json")).uploads()).singleElement()
                .satisfies(u -> assertThat(u.key()).startsWith("inbox/"));
        assertThat(read("""
                {"detail-type":"Object Created","source":"aws.s3","detail":{"bucket":{"name":"b"},"object":{"key":"inbox/a+b%20/x"}}}"""
                .getBytes(UTF_8))).isEqualTo(new UploadEvent.Direct(List.of(new Upload("b", "inbox/a+b%20/x"))));
    }

    @Test
    void testEventsNameNoUpload() throws IOException {
        assertThat(file("s3-test-event.json")).isEqualTo(new UploadEvent.Direct(List.of()));
        assertThat(((UploadEvent.Batch) file("s3-test-event-in-sqs.json")).messages()).singleElement()
                .satisfies(m -> assertThat(((Message.Parsed) m).uploads()).isEmpty());
    }

    @Test
    void everyExampleEventIsParsed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("events"))) {
            for (Path path : files.filter(p -> p.getFileName().toString().matches("(s3|eventbridge)-.*")).toList()) {
                UploadEvent event = read(Files.readAllBytes(path));
                if (event instanceof UploadEvent.Batch batch) {
                    assertThat(batch.messages()).as(path.toString()).noneMatch(m -> m instanceof Message.Malformed);
                }
            }
        }
    }

    @Test
    void aRemovedObjectIsNoUpload() throws IOException {
        String put = Files.readString(Path.of("events", "s3-put.json"));
        assertThat(read(put.replace("ObjectCreated:Put", "ObjectRemoved:Delete").getBytes(UTF_8)))
                .isEqualTo(new UploadEvent.Direct(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"Records\":3}", "no json", "{\"Records\":[{\"eventSource\":\"aws:sns\"}]}",
        "{\"Records\":[{\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\",\"s3\":{}}]}",
                "{\"detail-type\":\"Object Created\"}",
        "{\"Records\":[{\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\",\"s3\":"
                + "{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"%zz\"}}}]}"})
    void otherEventsAreMalformed(String event) {
        assertThatThrownBy(() -> read(event.getBytes(UTF_8))).isInstanceOf(MalformedEventException.class).hasMessageContaining("expected");
    }

    @Test
    void aMessageThatFailsAffectsNoOther() {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            TestExport.under("inbox/good/", TestExport.files()).forEach(stack::upload);
            ObjectNode good = stack.event("inbox/good/fixations.csv");
            ObjectNode same = stack.event("inbox/good/reference_image.png");
            ObjectNode wrongBucket = stack.event("inbox/good/fixations.csv").deepCopy();
            ((ObjectNode) wrongBucket.at("/Records/0/s3/bucket")).put("name", "no-such-bucket");
            ObjectNode malformed = JSON.createObjectNode().put("what", "is this");

            JsonNode answer = stack.handle(S3Events.inSqs(wrongBucket, malformed, good, same));
            assertThat(answer.toString())
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"message-1\"},{\"itemIdentifier\":\"message-0\"}]}");
            assertThat(stack.resultKeys()).contains("good/manifest.json");
            assertThat(stack.log().lines().filter(l -> l.contains("results written"))).as("two messages, one drop, one run").hasSize(1);

            assertThatThrownBy(() -> stack.handle(wrongBucket)).hasNoCause()
                    .hasMessageStartingWith(NoSuchBucketException.class.getName() + " at ").hasMessageNotContaining("no-such-bucket");
        }
    }

    @Test
    void aMalformedRecordAffectsNoOtherOfItsMessage() {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            TestExport.under("inbox/a/", TestExport.files()).forEach(stack::upload);
            TestExport.under("inbox/b/", TestExport.files()).forEach(stack::upload);
            ObjectNode several = stack.event("inbox/a/fixations.csv");
            JsonNode second = stack.event("inbox/b/fixations.csv").at("/Records/0");
            ObjectNode malformed = second.deepCopy();
            ((ObjectNode) malformed.at("/s3/object")).put("key", "%zz");
            several.withArray("Records").add(malformed).add(second);

            assertThat(stack.handle(S3Events.inSqs(several)).toString())
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"message-0\"}]}");
            assertThat(stack.resultKeys()).contains("a/manifest.json", "b/manifest.json");
            assertThat(stack.log()).contains("a key that is not URL-encoded");
        }
    }

    @Test
    void everyLogLineIsJsonWithRequestAndDrop() throws IOException {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            stack.drop(TestExport.under("inbox/good/", TestExport.files()));
            stack.drop("inbox/bad.zip", new byte[30]);
            for (String line : stack.log().lines().toList()) {
                JsonNode json = JSON.readTree(line);
                assertThat(json.path("requestId").asText()).isEqualTo(new StubLambdaContext().getAwsRequestId());
                assertThat(json.path("drop").asText()).startsWith("inbox/");
                assertThat(json.path("level").asText()).isIn("INFO", "WARN");
            }
            assertThat(stack.log()).doesNotContain("Jane Private");
        }
    }

    @Test
    void settingsComeFromTheEnvironmentAndInvalidOnesAreNamed() {
        Settings settings = Settings.fromEnvironment(Map.of("RESULTS_BUCKET", "r", "MAX_PIXELS", "5", "DEFAULT_SCALE", "1.5",
                "DEFAULT_WEIGHT", "duration", "DEFAULT_NORMALIZATION", "recording", "DEFAULT_OUTPUTS", "none"));
        assertThat(settings.toString()).contains("r", "pixels=5", "scale=1.5", "DURATION", "RECORDING", "outputs=[]");
        Map<String, String> wrong = Map.of("MAX_PIXELS", "many", "DEFAULT_SCALE", "21", "DEFAULT_WEIGHT", "Count",
                "DEFAULT_NORMALIZATION", "all", "DEFAULT_OUTPUTS", "figure,movie");
        wrong.forEach((name, value) -> assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("RESULTS_BUCKET", "r", name, value)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(name));
        assertThatThrownBy(() -> Settings.fromEnvironment(Map.of())).hasMessageContaining("RESULTS_BUCKET");
    }

    /** Without --env-vars, sam local sets a resource's id for its name, and an empty endpoint, of which the SDK makes a null pointer. */
    @Test
    void whatSamLocalLeavesUnsetIsNamedWithWhereToSetIt() {
        for (String endpoint : List.of("", "localhost:9000", "ftp://localhost", "http://")) {
            assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("RESULTS_BUCKET", "r", "AWS_ENDPOINT_URL_S3", endpoint)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("AWS_ENDPOINT_URL_S3 is \"" + endpoint + "\"", "http", "--env-vars events/env.json");
        }
        assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("RESULTS_BUCKET", "ResultsBucket")))
                .hasMessageContainingAll("RESULTS_BUCKET is \"ResultsBucket\"", "--env-vars events/env.json");
        assertThatThrownBy(() -> Settings.Api.fromEnvironment(Map.of("DROP_BUCKET", "DropBucket")))
                .hasMessageContainingAll("DROP_BUCKET is \"DropBucket\"", "--env-vars events/env.json");
        assertThat(Settings.fromEnvironment(Map.of("RESULTS_BUCKET", "r", "AWS_ENDPOINT_URL_S3", "http://host.docker.internal:4566")))
                .isEqualTo(Settings.fromEnvironment(Map.of("RESULTS_BUCKET", "r")));
    }

    @Test
    void theAnswerToADirectCallIsAnEmptyObject() throws IOException {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            DropHandler handler = new DropHandler(Settings.fromEnvironment(Map.of("RESULTS_BUCKET", "r")),
                    new io.github.fixationheatmap.store.S3ObjectStore(server.client()),
                    new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
            handler.handleRequest(new ByteArrayInputStream(Files.readAllBytes(Path.of("events", "s3-test-event.json"))), answer,
                    new StubLambdaContext());
            assertThat(answer.toString(UTF_8)).isEqualTo("{}");
        }
    }
}
