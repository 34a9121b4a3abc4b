package io.github.fixationheatmap.lambda.telemetry;

import io.github.fixationheatmap.pipeline.timing.Deadline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure as a log may show it: every class and frame, and the messages of those who speak of requests and connections. Others are left
 * out, for a parser's message quotes what it could not parse.
 */
public final class StackTraces {

    private static final List<String> SPEAK_OF_REQUESTS = List.of("software.amazon.", "java.io.", "java.net.", "javax.net.",
            "io.github.fixationheatmap.store.", "io.github.fixationheatmap.lambda.",
            Deadline.class.getName());
    private static final int MAX_CAUSES = 10;

    private StackTraces() {}

    /** The failure in one line. */
    public static String title(Throwable failure) {
        String name = failure.getClass().getName();
        String message = failure.getMessage();
        boolean quotesItsCause = failure.getCause() != null && String.valueOf(failure.getCause()).equals(message);
        boolean shown = message != null && !quotesItsCause && SPEAK_OF_REQUESTS.stream().anyMatch(name::startsWith);
        return shown ? name + ": " + message : name;
    }

    /** The failure and its causes, frame by frame. */
    public static String of(Throwable failure) {
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
