package io.github.fixationheatmap.lambda.telemetry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.pipeline.Deadline;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A log whose lines are JSON objects. Of a failure it shows all classes and frames, but only messages about requests and connections. Other
 * messages may quote input.
 */
public final class JsonLog {

    /** The prefixes of exception classes whose messages are logged. */
    private static final List<String> SAFE_CLASSES = List.of("software.amazon.", "java.io.", "java.net.", "javax.net.",
            "io.github.fixationheatmap.store.", "io.github.fixationheatmap.lambda.", Deadline.class.getName());
    private static final int MAX_CAUSES = 10;

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
            json.put("error", title(failure)).put("stackTrace", stackTrace(failure));
        });
    }

    private void line(String level, String message, Consumer<ObjectNode> fields) {
        ObjectNode json = mapper.createObjectNode();
        json.put("timestamp", Instant.now().toString()).put("level", level).put("requestId", requestId).put("message", message);
        fields.accept(json);
        // A single call, so that lines of several threads do not mix.
        out.println(json);
    }

    private static String title(Throwable failure) {
        String name = failure.getClass().getName();
        String message = failure.getMessage();
        boolean quotesItsCause = failure.getCause() != null && String.valueOf(failure.getCause()).equals(message);
        boolean shown = message != null && !quotesItsCause && SAFE_CLASSES.stream().anyMatch(name::startsWith);
        return shown ? name + ": " + message : name;
    }

    private static String stackTrace(Throwable failure) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable next = failure;
        for (int i = 0; next != null && i < MAX_CAUSES; i++) {
            text.append(i == 0 ? "" : "Caused by: ").append(title(next)).append('\n');
            for (StackTraceElement frame : next.getStackTrace()) {
                text.append("\tat ").append(frame).append('\n');
            }
            next = next.getCause();
        }
        return text.toString();
    }
}
