package io.github.fixationheatmap.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.lambda.UploadEvent.Message;
import io.github.fixationheatmap.lambda.UploadEvent.StrangeEventException;
import io.github.fixationheatmap.lambda.UploadEvent.Upload;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Reads what AWS sends when an object was uploaded: an S3 notification, S3's test event, an EventBridge event, each alone or wrapped in SQS
 * messages. Keys are URL-encoded once in S3's notifications, a plus sign being a space, and not at all in EventBridge's events.
 */
final class UploadEventReader {

    private final JsonMapper mapper;

    UploadEventReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads an event.
     *
     * @throws StrangeEventException if it is none of these; of SQS messages each is judged on its own
     */
    UploadEvent read(InputStream in) throws IOException {
        JsonNode event = json(in);
        if (!isQueue(event)) {
            return new UploadEvent.Direct(uploads(event));
        }
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : event.path("Records")) {
            messages.add(message(message));
        }
        return new UploadEvent.Batch(messages);
    }

    private JsonNode json(InputStream in) throws IOException {
        try {
            return mapper.readTree(in);
        } catch (JsonProcessingException | CharConversionException e) {
            throw new StrangeEventException("text that is no JSON", e);
        }
    }

    private static boolean isQueue(JsonNode event) {
        return event.path("Records").path(0).path("eventSource").asText().equals("aws:sqs");
    }

    private Message message(JsonNode message) {
        String id = message.path("messageId").asText();
        List<Upload> uploads = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        try {
            for (JsonNode part : parts(mapper.readTree(message.path("body").asText()))) {
                collect(part, uploads, strange);
            }
        } catch (JsonProcessingException e) {
            strange.add(String.valueOf(e.getMessage()));
        }
        return strange.isEmpty() ? new Message.Understood(id, uploads) : new Message.Strange(id, strange.getFirst(), uploads);
    }

    /** One record that nobody understands keeps none beside it from its turn. */
    private static void collect(JsonNode event, List<Upload> uploads, List<String> strange) {
        try {
            uploads.addAll(uploads(event));
        } catch (StrangeEventException e) {
            strange.add(String.valueOf(e.getMessage()));
        }
    }

    /** A notification of several records as several of one each. */
    private List<JsonNode> parts(JsonNode event) {
        if (event.path("Records").size() < 2) {
            return List.of(event);
        }
        List<JsonNode> parts = new ArrayList<>();
        event.path("Records").forEach(one -> parts.add(mapper.createObjectNode().set("Records", mapper.createArrayNode().add(one))));
        return parts;
    }

    private static List<Upload> uploads(JsonNode event) {
        if (event.path("Event").asText().equals("s3:TestEvent")) {
            return List.of();
        }
        if (event.path("detail-type").asText().equals("Object Created")) {
            return List.of(upload(event.path("detail"), event.path("detail").path("object").path("key").asText()));
        }
        if (!event.path("Records").isArray()) {
            throw new StrangeEventException(event);
        }
        return StreamSupport.stream(event.path("Records").spliterator(), false)
                .filter(UploadEventReader::isUpload)
                .map(r -> upload(r.path("s3"), decoded(r.path("s3").path("object").path("key").asText())))
                .toList();
    }

    private static boolean isUpload(JsonNode rec) {
        if (!rec.path("eventSource").asText().equals("aws:s3")) {
            throw new StrangeEventException(rec);
        }
        return rec.path("eventName").asText().startsWith("ObjectCreated:");
    }

    private static String decoded(String key) {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StrangeEventException("a key that is not URL-encoded: " + key, e);
        }
    }

    private static Upload upload(JsonNode s3, String key) {
        String bucket = s3.path("bucket").path("name").asText();
        if (bucket.isEmpty() || key.isEmpty()) {
            throw new StrangeEventException("a record without a bucket's name or an object's key", null);
        }
        return new Upload(bucket, key);
    }
}
