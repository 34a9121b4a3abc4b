package io.github.fixationheatmap.lambda.telemetry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Instant;
import java.util.function.Consumer;

/** Log lines, each a JSON object of its own. */
public final class JsonLog {

    private final PrintStream out;
    private final JsonMapper mapper;
    private final String requestId;

    public JsonLog(PrintStream out, JsonMapper mapper, String requestId) {
        this.out = out;
        this.mapper = mapper;
        this.requestId = requestId;
    }

    public void info(String message, Consumer<ObjectNode> fields) {
        line("INFO", message, fields);
    }

    public void warn(String message, Consumer<ObjectNode> fields) {
        line("WARN", message, fields);
    }

    public void error(String message, Throwable failure, Consumer<ObjectNode> fields) {
        line("ERROR", message, json -> {
            fields.accept(json);
            json.put("error", StackTraces.title(failure)).put("stackTrace", StackTraces.of(failure));
        });
    }

    private void line(String level, String message, Consumer<ObjectNode> fields) {
        ObjectNode json = mapper.createObjectNode();
        json.put("timestamp", Instant.now().toString()).put("level", level).put("requestId", requestId).put("message", message);
        fields.accept(json);
        // One call, so that lines of several threads do not mix.
        out.println(json);
    }
}
