package io.github.fixationheatmap.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event that names uploads. */
sealed interface UploadEvent {

    /**
     * An object that was uploaded.
     *
     * @param bucket the bucket's name
     * @param key the object's key, decoded
     */
    record Upload(String bucket, String key) {}

    /** A notification that S3 or EventBridge sent directly to the function. */
    record Direct(List<Upload> uploads) implements UploadEvent {
        public Direct {
            uploads = List.copyOf(uploads);
        }
    }

    /** A batch of a queue's messages, which succeed or fail one by one. */
    record Batch(List<Message> messages) implements UploadEvent {
        public Batch {
            messages = List.copyOf(messages);
        }
    }

    /** A message of a queue. */
    sealed interface Message {

        /** The id by which the answer asks the queue for a retry. */
        String id();

        /** A valid message. It may name no upload. */
        record Parsed(String id, List<Upload> uploads) implements Message {
            public Parsed {
                uploads = List.copyOf(uploads);
            }
        }

        /**
         * A message with an invalid part. It is retried until the queue moves it to its dead-letter queue.
         *
         * @param reason what is invalid
         * @param uploads the uploads that its valid parts name
         */
        record Malformed(String id, String reason, List<Upload> uploads) implements Message {
            public Malformed {
                uploads = List.copyOf(uploads);
            }
        }
    }

    /** An event of an unknown form. */
    final class MalformedEventException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MalformedEventException(String actual, @Nullable Throwable cause) {
            super("expected an S3 notification, an EventBridge \"Object Created\" or SQS messages with these, not " + actual, cause);
        }

        MalformedEventException(JsonNode actual) {
            this(actual.isObject() ? "an object with " + actual.properties().stream().map(java.util.Map.Entry::getKey).toList()
                    : "a JSON " + actual.getNodeType(), null);
        }
    }
}
