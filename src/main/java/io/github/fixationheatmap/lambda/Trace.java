package io.github.fixationheatmap.lambda;

import io.github.fixationheatmap.job.RunClock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure as a log may show it: every class and frame, and the messages of those who speak of requests and connections. Others are left
 * out, for a parser's message quotes what it could not parse.
 */
final class Trace {

    private static final List<String> SPEAK_OF_REQUESTS = List.of("software.amazon.", "java.io.", "java.net.", "javax.net.",
            "io.github.fixationheatmap.store.", "io.github.fixationheatmap.lambda.",
            RunClock.class.getName());
    private static final int MOST_CAUSES = 10;

    private Trace() {}

    /** The failure in one line. */
    static String title(Throwable failure) {
        String name = failure.getClass().getName();
        String message = failure.getMessage();
        boolean quotesItsCause = failure.getCause() != null && String.valueOf(failure.getCause()).equals(message);
        boolean shown = message != null && !quotesItsCause && SPEAK_OF_REQUESTS.stream().anyMatch(name::startsWith);
        return shown ? name + ": " + message : name;
    }

    /** The failure and its causes, frame by frame. */
    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable next = failure;
        for (int i = 0; next != null && i < MOST_CAUSES; i++) {
            text.append(i == 0 ? "" : "Caused by: ").append(title(next)).append('\n');
            for (StackTraceElement frame : next.getStackTrace()) {
                text.append("\tat ").append(frame).append('\n');
            }
            next = next.getCause();
        }
        return text.toString();
    }
}
