package io.github.fixationheatmap.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a function was called with. */
sealed interface UploadEvent {

    /**
     * An object that was uploaded.
     *
     * @param bucket the bucket's name
     * @param key the object's key, decoded
     */
    record Upload(String bucket, String key) {}

    /** A notification that S3 or EventBridge sent straight to the function. */
    record Direct(List<Upload> uploads) implements UploadEvent {
        public Direct {
            uploads = List.copyOf(uploads);
        }
    }

    /** A batch of a queue's messages, each to be answered for on its own. */
    record Batch(List<Message> messages) implements UploadEvent {
        public Batch {
            messages = List.copyOf(messages);
        }
    }

    /** A message of a queue. */
    sealed interface Message {

        /** The id under which the queue asks for it again. */
        String id();

        /** A message that tells of uploads, or of none. */
        record Understood(String id, List<Upload> uploads) implements Message {
            public Understood {
                uploads = List.copyOf(uploads);
            }
        }

        /**
         * A message that nobody understands, or not all of it: it goes back until the queue puts it aside.
         *
         * @param why what is strange
         * @param uploads those that it tells of all the same
         */
        record Strange(String id, String why, List<Upload> uploads) implements Message {
            public Strange {
                uploads = List.copyOf(uploads);
            }
        }
    }

    /** An event that is none of those that are understood. */
    final class StrangeEventException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StrangeEventException(String seen, @Nullable Throwable cause) {
            super("expected an S3 notification, an EventBridge \"Object Created\" or SQS messages with these, not " + seen, cause);
        }

        StrangeEventException(JsonNode seen) {
            this(seen.isObject() ? "an object with " + seen.properties().stream().map(java.util.Map.Entry::getKey).toList()
                    : "a JSON " + seen.getNodeType(), null);
        }
    }
}
