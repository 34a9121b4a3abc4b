package io.github.fixationheatmap.lambda.priming;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What a function does in each round of priming. One of the calls must process a drop.
 *
 * @param handler makes the function, over a store and logging to a stream
 * @param calls the calls of a round, in their order
 */
public record PrimingScenario(BiFunction<S3ObjectStore, PrintStream, RequestStreamHandler> handler, List<Call> calls) {

    /** The name of the study that the drops are part of. */
    public static final String STUDY = "lab";

    /** The name of an uploaded drop that is a folder. */
    public static final String FOLDER = STUDY + "/folder";

    /** The name of another one, with the same photo. */
    static final String SECOND_FOLDER = STUDY + "/second";

    /** The key of an uploaded drop that is a zip. */
    public static final String ZIP_KEY = "inbox/" + STUDY + "/packed.zip";

    static final String DROP_BUCKET = "priming-drops";

    /** The environment variables of a function that is primed; all others are unset. */
    public static final Map<String, String> ENVIRONMENT =
            Map.of("DROP_BUCKET", DROP_BUCKET, "RESULTS_BUCKET", "priming-results", "STUDIES", "on");

    public PrimingScenario {
        calls = List.copyOf(calls);
    }

    /** The key of the study's file. */
    public static String studyKey() {
        return key(STUDY, "study.json");
    }

    static String key(String folder, String file) {
        return "inbox/" + folder + "/" + file;
    }

    /** The key of one of the folder's files. */
    public static String folderKey(String file) {
        return key(FOLDER, file);
    }

    /**
     * A call of the function.
     *
     * @param event the event, as JSON
     * @param expected a part of the answer
     */
    public record Call(String event, String expected) {

        /** A queue's message with S3's notification of an upload. */
        public static Call upload(String key, String expected) {
            String body = "{\\\"Records\\\": [{\\\"eventSource\\\": \\\"aws:s3\\\", \\\"eventName\\\": \\\"ObjectCreated:Put\\\","
                    + " \\\"s3\\\": "
                    + "{\\\"bucket\\\": {\\\"name\\\": \\\"" + DROP_BUCKET + "\\\"},"
                    + " \\\"object\\\": {\\\"key\\\": \\\"" + key + "\\\"}}}]}";
            return new Call("{\"Records\": [{\"messageId\": \"priming\", \"eventSource\": \"aws:sqs\", \"body\": \"" + body + "\"}]}",
                    expected);
        }

        /**
         * An HTTP request in API Gateway's payload format 2.0.
         *
         * @param body the body, escaped for a JSON string
         */
        public static Call http(String method, String path, String body, String expected) {
            return new Call("{\"version\": \"2.0\", \"rawPath\": \"" + path + "\", \"headers\": {\"content-type\": \"application/json\"},"
                    + " \"requestContext\": {\"stage\": \"$default\", \"http\": {\"method\": \"" + method + "\", \"path\": \"" + path
                    + "\"}}, \"body\": \"" + body + "\"}", expected);
        }
    }
}
