package io.github.fixationheatmap.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.lambda.UploadEvent.Message;
import io.github.fixationheatmap.lambda.UploadEvent.MalformedEventException;
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
 * Reads the events that AWS sends for an upload: S3 notifications, S3's test event and EventBridge events, each alone or in SQS messages.
 * S3 notifications URL-encode keys once, with a plus sign for a space. EventBridge does not encode them.
 */
final class UploadEventReader {

    private final JsonMapper mapper;

    UploadEventReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads an event.
     *
     * @throws MalformedEventException if it is none of these; an invalid SQS message is a {@link Message.Malformed} instead
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
            throw new MalformedEventException("text that is no JSON", e);
        }
    }

    private static boolean isQueue(JsonNode event) {
        return event.path("Records").path(0).path("eventSource").asText().equals("aws:sqs");
    }

    private Message message(JsonNode message) {
        String id = message.path("messageId").asText();
        List<Upload> uploads = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        try {
            for (JsonNode part : parts(mapper.readTree(message.path("body").asText()))) {
                collect(part, uploads, reasons);
            }
        } catch (JsonProcessingException noJson) {
            reasons.add("text that is no JSON");
        }
        return reasons.isEmpty() ? new Message.Parsed(id, uploads) : new Message.Malformed(id, reasons.getFirst(), uploads);
    }

    /** An invalid record does not affect the records beside it. */
    private static void collect(JsonNode event, List<Upload> uploads, List<String> reasons) {
        try {
            uploads.addAll(uploads(event));
        } catch (MalformedEventException e) {
            reasons.add(String.valueOf(e.getMessage()));
        }
    }

    /** Splits a notification of several records into one notification a record. */
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
            throw new MalformedEventException(event);
        }
        return StreamSupport.stream(event.path("Records").spliterator(), false)
                .filter(UploadEventReader::isUpload)
                .map(r -> upload(r.path("s3"), decoded(r.path("s3").path("object").path("key").asText())))
                .toList();
    }

    private static boolean isUpload(JsonNode rec) {
        if (!rec.path("eventSource").asText().equals("aws:s3")) {
            throw new MalformedEventException(rec);
        }
        return rec.path("eventName").asText().startsWith("ObjectCreated:");
    }

    private static String decoded(String key) {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("a key that is not URL-encoded", e);
        }
    }

    private static Upload upload(JsonNode s3, String key) {
        String bucket = s3.path("bucket").path("name").asText();
        if (bucket.isEmpty() || key.isEmpty()) {
            throw new MalformedEventException("a record without a bucket's name or an object's key", null);
        }
        return new Upload(bucket, key);
    }
}
