package io.github.fixationheatmap.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.store.StoredObject;
import java.net.URLEncoder;

/** Events as S3 sends them. */
public final class S3Events {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private S3Events() {}

    /** The notification that an object was put, with one record. */
    public static ObjectNode put(StoredObject object) {
        ObjectNode record = JSON.objectNode();
        record.put("eventVersion", "2.1").put("eventSource", "aws:s3").put("awsRegion", EmbeddedS3.REGION.id());
        record.put("eventTime", "2026-01-02T03:04:05.678Z").put("eventName", "ObjectCreated:Put");
        record.putObject("userIdentity").put("principalId", "AWS:AIDAEXAMPLE");
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        record.putObject("responseElements").put("x-amz-request-id", "C3D13FE58DE4C810").put("x-amz-id-2", "EXAMPLE123/abcdefghijk");
        ObjectNode s3 = record.putObject("s3").put("s3SchemaVersion", "1.0").put("configurationId", "drops");
        ObjectNode bucket = s3.putObject("bucket").put("name", object.bucket());
        bucket.putObject("ownerIdentity").put("principalId", "A3NL1KOZZKExample");
        bucket.put("arn", "arn:aws:s3:::" + object.bucket());
        s3.putObject("object").put("key", encoded(object.key())).put("size", object.size())
                .put("eTag", object.eTag().replace("\"", "")).put("sequencer", "0055AED6DCD90281E5");
        ObjectNode event = JSON.objectNode();
        event.putArray("Records").add(record);
        return event;
    }

    /** Notifications as SQS hands them on: each in the body of a message of its own. */
    public static ObjectNode inSqs(ObjectNode... notifications) {
        ObjectNode event = JSON.objectNode();
        var records = event.putArray("Records");
        for (int i = 0; i < notifications.length; i++) {
            ObjectNode message = records.addObject().put("messageId", "message-" + i).put("receiptHandle", "receipt-" + i);
            message.put("body", notifications[i].toString());
            message.putObject("attributes").put("ApproximateReceiveCount", "1").put("SentTimestamp", "1767323045678");
            message.putObject("messageAttributes");
            message.put("eventSource", "aws:sqs").put("eventSourceARN", "arn:aws:sqs:" + EmbeddedS3.REGION.id() + ":123456789012:drops");
            message.put("awsRegion", EmbeddedS3.REGION.id());
        }
        return event;
    }

    /** Keys are encoded once, as a form's fields are, but their slashes stay. */
    private static String encoded(String key) {
        return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
    }
}
