package io.github.fixationheatmap.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Calls the function for all steps of a study, in the order of the state machine: what priming needs. */
final class StudySteps implements RequestStreamHandler {

    private static final int MAX_BYTES = 1 << 20;

    private final JsonMapper mapper = new JsonMapper();
    private final RequestStreamHandler function;
    private final ObjectStore store;

    /** @param store where the function leaves the items of its next steps */
    StudySteps(RequestStreamHandler function, ObjectStore store) {
        this.function = function;
        this.store = store;
    }

    /** Takes the event as the first step and returns its answer, after all other steps. */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonNode planned = call((ObjectNode) mapper.readTree(in), context);
        callAll("run", planned.path("batches"), context);
        ObjectNode next = mapper.createObjectNode().put("study", planned.path("study").asText()).put("run", planned.path("run").asText());
        boolean more = planned.path("combine").asBoolean();
        for (int level = 0; more; level++) {
            JsonNode sums = call(next.deepCopy().put("step", "sums").put("level", level), context);
            callAll("sum", sums.path("items"), context);
            more = sums.path("more").asBoolean();
        }
        call(next.put("step", "finish"), context);
        mapper.writeValue(out, planned);
    }

    private void callAll(String step, JsonNode items, Context context) throws IOException {
        byte[] listed = store.fetch(items.path("bucket").asText(), items.path("key").asText(), MAX_BYTES).orElseThrow().bytes();
        for (JsonNode item : mapper.readTree(listed)) {
            call(((ObjectNode) item).put("step", step), context);
        }
    }

    private JsonNode call(ObjectNode event, Context context) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(mapper.writeValueAsBytes(event)), answer, context);
        return mapper.readTree(answer.toByteArray());
    }
}
