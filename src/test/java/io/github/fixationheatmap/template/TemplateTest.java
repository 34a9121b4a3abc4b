package io.github.fixationheatmap.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.pipeline.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What must hold of every bucket, queue and alarm of the template, of those too that are added later. */
class TemplateTest {

    private static final String KEY = "arn:aws:kms:eu-central-1:123456789012:key/1";
    private static final Template PLAIN = Template.with(Map.of());
    private static final Template FULL = Template.with(Map.of("KmsKeyArn", KEY, "AlarmEmail", "somebody@example.org"));

    @Test
    void bucketsAndQueuesAreReachedThroughTlsAlone() {
        Set<String> closed = new TreeSet<>();
        for (String type : new String[] {"AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy"}) {
            PLAIN.resources(type).values().forEach(p -> p.at("/Properties/PolicyDocument/Statement").forEach(s -> {
                if (s.toString().contains("\"Effect\":\"Deny\",\"Principal\":\"*\"")
                        && s.path("Condition").toString().equals("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}")) {
                    assertThat(s.path("Action").asText()).isIn("s3:*", "sqs:*");
                    closed.addAll(s.path("Resource").isArray() ? s.path("Resource").valueStream().map(JsonNode::asText).toList()
                            : List.of(s.path("Resource").asText()));
                }
            }));
        }
        Set<String> all = new TreeSet<>();
        PLAIN.resources("AWS::S3::Bucket").keySet().forEach(id -> {
            all.add(PLAIN.bucketArn(id));
            all.add(PLAIN.bucketArn(id) + "/*");
        });
        PLAIN.resources("AWS::SQS::Queue").keySet().forEach(id -> all.add(id + ".Arn"));
        assertThat(closed).isEqualTo(all);
    }

    @Test
    void dataOutliveTheStack() {
        assertThat(PLAIN.resources("AWS::S3::Bucket").values()).isNotEmpty().allSatisfy(bucket -> {
            assertThat(bucket.path("DeletionPolicy").asText()).startsWith("Retain");
            assertThat(bucket.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
            assertThat(bucket.at("/Properties/VersioningConfiguration/Status").asText()).isEqualTo("Enabled");
        });
    }

    @Test
    void everythingAtRestIsEncryptedByTheGivenKeyOrByAws() {
        String byAws = "{\"ServerSideEncryptionByDefault\":{\"SSEAlgorithm\":\"AES256\"}}";
        assertThat(PLAIN.resources("AWS::S3::Bucket").values()).isNotEmpty()
                .allSatisfy(b -> assertThat(encryption(b).toString()).isEqualTo(byAws));
        assertThat(PLAIN.resources("AWS::SQS::Queue").values()).isNotEmpty().allSatisfy(q -> {
            assertThat(q.at("/Properties/SqsManagedSseEnabled").asText()).isEqualTo("true");
            assertThat(q.path("Properties").has("KmsMasterKeyId")).isFalse();
        });
        assertThat(FULL.resources("AWS::S3::Bucket").values())
                .allSatisfy(b -> assertThat(encryption(b).toString()).contains("\"aws:kms\"", KEY, "\"BucketKeyEnabled\":\"true\""));
        assertThat(FULL.resources("AWS::SQS::Queue").values()).allSatisfy(q -> {
            assertThat(q.path("Properties").has("SqsManagedSseEnabled")).isFalse();
            assertThat(q.at("/Properties/KmsMasterKeyId").asText()).isEqualTo(KEY);
        });
        assertThat(FULL.resources("AWS::Logs::LogGroup").values()).isNotEmpty()
                .allSatisfy(l -> assertThat(l.at("/Properties/KmsKeyId").asText()).isEqualTo(KEY));
    }

    private static JsonNode encryption(JsonNode bucket) {
        return bucket.at("/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0");
    }

    @Test
    void aMessageIsNotHandedOutAgainWhileTheFunctionMayStillWorkOnIt() {
        int timeout = number(PLAIN.resources("AWS::Serverless::Function"), "DropFunction", "Timeout");
        for (String queue : List.of("DropQueue", "RetryQueue")) {
            assertThat(number(PLAIN.resources("AWS::SQS::Queue"), queue, "VisibilityTimeout")).isGreaterThanOrEqualTo(6 * timeout);
        }
        assertThat(Duration.ofSeconds(timeout)).as("time for work").isGreaterThan(Deadline.RESERVE.multipliedBy(3));
    }

    /** What stops its whole batch by force must not meet others again. Five tries in all, as the alarms and the API's page say. */
    @Test
    void whatFailsTwiceIsTriedAloneThreeTimes() {
        assertThat(redrive("DropQueue")).isEqualTo("{\"deadLetterTargetArn\":\"RetryQueue.Arn\",\"maxReceiveCount\":\"2\"}");
        assertThat(redrive("RetryQueue")).isEqualTo("{\"deadLetterTargetArn\":\"DeadLetterQueue.Arn\",\"maxReceiveCount\":\"5\"}");
        JsonNode function = Objects.requireNonNull(PLAIN.resources("AWS::Serverless::Function").get("DropFunction"));
        Map<String, String> batches = new TreeMap<>();
        function.at("/Properties/Events").forEach(e -> {
            batches.put(e.at("/Properties/Queue").asText(), e.at("/Properties/BatchSize").asText());
            assertThat(e.at("/Properties/FunctionResponseTypes").toString()).isEqualTo("[\"ReportBatchItemFailures\"]");
        });
        assertThat(batches).isEqualTo(Map.of("DropQueue.Arn", "10", "RetryQueue.Arn", "1"));
    }

    private static String redrive(String queue) {
        return Objects.requireNonNull(PLAIN.resources("AWS::SQS::Queue").get(queue)).at("/Properties/RedrivePolicy").toString();
    }

    @Test
    void bucketsAreNamedAfterTheStackOrAsAsked() {
        assertThat(PLAIN.bucketArn("DropBucket")).isEqualTo("arn:aws:s3:::stack-drop-123456789012");
        assertThat(PLAIN.bucketArn("ResultsBucket")).isEqualTo("arn:aws:s3:::stack-results-123456789012");
        Template named = Template.with(Map.of("BucketPrefix", "lab-2"));
        assertThat(named.bucketArn("DropBucket")).isEqualTo("arn:aws:s3:::lab-2-drop-123456789012");
        assertThat(named.bucketArn("ResultsBucket")).isEqualTo("arn:aws:s3:::lab-2-results-123456789012");
        assertThat(named.resources("AWS::SQS::QueuePolicy").toString()).contains("arn:aws:s3:::lab-2-drop-123456789012");
    }

    @Test
    void dropsAndResultsExpireOnlyIfAsked() {
        assertThat(expiries(PLAIN)).isEqualTo(Map.of("requests/", "14", "inbox/uploads/", "30", "on-demand/", "30"));
        assertThat(expiries(Template.with(Map.of("KeepResultsDays", "365", "KeepOnDemandDays", "60")))).isEqualTo(Map.of(
                "requests/", "14", "inbox/uploads/", "60", "on-demand/", "60", "inbox/", "365", "", "365"));
        assertThat(Objects.requireNonNull(PLAIN.parameters().get("KeepOnDemandDays")).path("MinValue").asInt())
                .as("a request without its results reads running").isGreaterThan(14);
    }

    private static Map<String, String> expiries(Template template) {
        Map<String, String> days = new TreeMap<>();
        template.resources("AWS::S3::Bucket").values().forEach(b -> b.at("/Properties/LifecycleConfiguration/Rules").valueStream()
                .filter(r -> r.has("ExpirationInDays"))
                .forEach(r -> days.put(r.path("Prefix").asText(), r.path("ExpirationInDays").asText())));
        return days;
    }

    @Test
    void concurrencyOfTheApiIsReservedUnlessZero() {
        assertThat(reserved(PLAIN)).isEqualTo(Map.of("ApiFunction", "10"));
        assertThat(reserved(Template.with(Map.of("ApiConcurrency", "0", "DropConcurrency", "40")))).isEqualTo(Map.of("DropFunction", "40"));
    }

    private static Map<String, String> reserved(Template template) {
        Map<String, String> reserved = new TreeMap<>();
        template.resources("AWS::Serverless::Function").entrySet().stream()
                .filter(f -> f.getValue().at("/Properties/ReservedConcurrentExecutions").isTextual())
                .forEach(f -> reserved.put(f.getKey(), f.getValue().at("/Properties/ReservedConcurrentExecutions").asText()));
        return reserved;
    }

    /** The table of parameters: each with its default and its bounds, in the template's order, as sam deploy --guided asks for them. */
    @Test
    void theDeploymentPageHasEachParameterAsItIs() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "deploy.md"));
        assertThat(all(page, "(?m)^\\| `(\\w+)` \\|")).containsExactlyElementsOf(PLAIN.parameters().keySet());
        PLAIN.parameters().forEach((name, parameter) -> {
            String byDefault = parameter.path("Default").asText();
            assertThat(page).contains("\n| `" + name + "` | " + values(parameter) + " | "
                    + (byDefault.isEmpty() ? "empty" : "`" + byDefault + "`") + " | ");
        });
    }

    private static String values(JsonNode parameter) {
        List<String> allowed = parameter.path("AllowedValues").valueStream().map(JsonNode::asText).toList();
        if (!allowed.isEmpty()) {
            return allowed.size() <= 3 ? String.join(", ", allowed) : allowed.size() + " values";
        }
        return parameter.has("MinValue") ? parameter.path("MinValue").asText() + " to " + parameter.path("MaxValue").asText() : "text";
    }

    private static int number(Map<String, JsonNode> resources, String id, String property) {
        return resources.entrySet().stream().filter(r -> r.getKey().equals(id)).findFirst().orElseThrow().getValue()
                .path("Properties").path(property).asText().transform(Integer::parseInt);
    }

    @Test
    void everyAlarmGoesToTheAddressIfThereIsOne() {
        assertThat(PLAIN.resources("AWS::SNS::Topic")).isEmpty();
        assertThat(PLAIN.resources("AWS::CloudWatch::Alarm").values()).hasSizeGreaterThanOrEqualTo(4)
                .noneMatch(a -> a.path("Properties").has("AlarmActions"));
        assertThat(FULL.resources("AWS::SNS::Subscription").values()).singleElement()
                .satisfies(s -> assertThat(s.at("/Properties/Endpoint").asText()).isEqualTo("somebody@example.org"));
        assertThat(FULL.resources("AWS::CloudWatch::Alarm").values()).allSatisfy(alarm -> {
            assertThat(alarm.at("/Properties/AlarmActions").toString()).isEqualTo("[\"AlarmTopic\"]");
            assertThat(alarm.at("/Properties/TreatMissingData").asText()).isEqualTo("notBreaching");
        });
    }

    @Test
    void theRunbookNamesOutputsAndAlarmsThatThereAre() throws IOException {
        String runbook = Files.readString(Path.of("src", "docs", "runbook.md"));
        List<String> outputs = all(runbook, "(?<!-)\\boutput (\\w+)");
        assertThat(outputs).hasSizeGreaterThan(5);
        assertThat(PLAIN.outputs()).containsAll(outputs);
        assertThat(PLAIN.resources("AWS::CloudWatch::Alarm").values().stream().map(a -> a.at("/Properties/AlarmName").asText()))
                .containsExactlyInAnyOrderElementsOf(all(runbook, "\\| `STACK(-[a-z-]+)`").stream().map("stack"::concat).toList());
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(m -> m.group(1)).toList();
    }
}
