package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;

/** A function for studies beside one for uploads, and what the state machine does with it. */
public final class StudyStack {

    private static final JsonMapper JSON = new JsonMapper();

    public final TestStack stack;
    private final StudyHandler handler;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    StudyStack(TestStack stack) {
        this(stack, stack.s3.client());
    }

    /** A function that uses another client than the test. */
    public StudyStack(TestStack stack, S3Client client) {
        this.stack = stack;
        Map<String, String> environment = Map.of("RESULTS_BUCKET", stack.results, "DROP_BUCKET", stack.drops, "MAX_PIXELS", "4000000",
                "DEFAULT_OUTPUTS", "none");
        this.handler = new StudyHandler(Settings.fromEnvironment(environment), Settings.Api.fromEnvironment(environment),
                new S3ObjectStore(client), new PrintStream(log, true, UTF_8));
    }

    /** Calls one step. */
    JsonNode step(ObjectNode event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event.toString().getBytes(UTF_8)), answer, new StubLambdaContext());
            return JSON.readTree(answer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer of the first step. */
    public JsonNode plan(String key) {
        return step(JSON.createObjectNode().put("step", "plan").put("study", key));
    }

    /** Runs a whole study, and returns the plan's answer. */
    public JsonNode run(String key) {
        JsonNode planned = plan(key);
        if (planned.path("outcome").asText().equals("planned")) {
            runBatches(planned);
            if (planned.path("combine").asBoolean()) {
                combine(planned);
            }
            finish(planned);
        }
        return planned;
    }

    public void runBatches(JsonNode planned) {
        for (JsonNode batch : stack.json(planned.path("batches").path("key").asText())) {
            step(((ObjectNode) batch).put("step", "run"));
        }
    }

    /** Writes what a batch would have left. */
    void replacePart(JsonNode planned, int batch, JsonNode part) {
        String key = planned.path("study").asText() + "/study/" + planned.path("run").asText() + "/parts/" + batch;
        S3ObjectStore store = new S3ObjectStore(stack.s3.client());
        store.put(stack.results, key + ".json", "application/json", PutBody.of(part.toString().getBytes(UTF_8)));
        store.put(stack.results, key + "-recordings.csv", "text/csv", PutBody.of("drop\n".getBytes(UTF_8)));
    }

    public void combine(JsonNode planned) {
        ObjectNode event = JSON.createObjectNode().put("step", "sums").put("study", planned.path("study").asText())
                .put("run", planned.path("run").asText());
        JsonNode level = JSON.createObjectNode().put("level", 0).put("more", true);
        while (level.path("more").asBoolean()) {
            level = step(event.put("level", level.path("level").asInt()));
            if (level.has("items")) {
                stack.json(level.path("items").path("key").asText()).forEach(item -> step(((ObjectNode) item).put("step", "sum")));
            }
        }
    }

    public void finish(JsonNode planned) {
        step(JSON.createObjectNode().put("step", "finish").put("study", planned.path("study").asText())
                .put("run", planned.path("run").asText()));
    }

    /** What the function logged since the last look. */
    String takeLog() {
        String text = log.toString(UTF_8);
        log.reset();
        return text;
    }
}
