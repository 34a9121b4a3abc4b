package io.github.fixationheatmap.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fixationheatmap.drop.ResultKeys;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Messages about drops that ended: the rules, whom they tell, and what they say of an event of S3. */
class NoticesTest {

    private static final List<String> TYPES = List.of("AWS::Events::Rule", "AWS::SNS::Topic", "AWS::SNS::TopicPolicy",
            "AWS::SNS::Subscription", "AWS::Events::ApiDestination", "AWS::Events::Connection");
    private static final Map<String, String> EMAIL = Map.of("NotifyEmail", "lab@example.org");
    private static final Map<String, String> BOTH = Map.of("NotifyEmail", "lab@example.org", "NotifyOn", "all",
            "WebhookUrl", "https://hooks.example.org/1", "WebhookSecret", "secret");

    private static Set<String> made(Map<String, String> parameters) {
        Template template = Template.with(parameters);
        Set<String> ids = new TreeSet<>();
        TYPES.forEach(type -> ids.addAll(template.resources(type).keySet()));
        ids.remove("StudyRule"); // it starts studies and sends no message
        if (template.resources("AWS::IAM::Role").containsKey("WebhookRole")) {
            ids.add("WebhookRole");
        }
        return ids;
    }

    @Test
    void nothingIsMadeUnlessAsked() {
        assertThat(made(Map.of())).isEmpty();
        assertThat(made(Map.of("NotifyOn", "all"))).isEmpty();
        assertThat(eventBridge(Map.of())).isEqualTo("");
        assertThat(eventBridge(EMAIL)).isEqualTo("true");
        assertThat(made(EMAIL)).containsExactly("NoticeSubscription", "NoticeTopic", "NoticeTopicPolicy", "RefusedRule");
        assertThat(made(Map.of("WebhookUrl", "https://hooks.example.org/1", "WebhookSecret", "secret")))
                .containsExactly("RefusedRule", "Webhook", "WebhookConnection", "WebhookRole");
        assertThat(made(BOTH)).contains("RefusedRule", "ResultsRule", "StudyEndedRule", "NoticeTopic", "Webhook");
    }

    @Test
    void studiesAloneMayBeTold() {
        Map<String, String> studies = new TreeMap<>(EMAIL);
        studies.put("NotifyOn", "studies");
        assertThat(made(studies)).containsExactly("NoticeSubscription", "NoticeTopic", "NoticeTopicPolicy", "StudyEndedRule");
        Map<String, String> none = new TreeMap<>(BOTH);
        none.put("Studies", "off");
        assertThat(made(none)).contains("RefusedRule", "ResultsRule").doesNotContain("StudyEndedRule");
    }

    private static String eventBridge(Map<String, String> parameters) {
        JsonNode bucket = Objects.requireNonNull(Template.with(parameters).resources("AWS::S3::Bucket").get("ResultsBucket"));
        return bucket.at("/Properties/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled").asText();
    }

    /** On every level, the top included, and no other object than the two that are written last. */
    @Test
    void aRuleMatchesTheDocumentThatEndsARun() {
        for (String prefix : List.of("", "study/kitchen/")) {
            ResultKeys keys = new ResultKeys(prefix);
            assertThat(matching(keys.error())).containsExactly("RefusedRule");
            assertThat(matching(keys.manifest())).containsExactly("ResultsRule");
            assertThat(matching(keys.waiting())).isEmpty();
            assertThat(matching(keys.of("study.json"))).isEqualTo(prefix.isEmpty() ? List.of() : List.of("StudyEndedRule"));
            assertThat(matching(keys.of("overlay.png"))).isEmpty();
            assertThat(matching(keys.of("my-error.json"))).isEmpty();
        }
    }

    private static List<String> matching(String key) {
        Map<String, JsonNode> rules = rules();
        return rules.entrySet().stream().filter(r -> {
            JsonNode pattern = r.getValue().at("/Properties/EventPattern");
            assertThat(pattern.path("source").toString()).isEqualTo("[\"aws.s3\"]");
            assertThat(pattern.path("detail-type").toString()).isEqualTo("[\"Object Created\"]");
            assertThat(pattern.at("/detail/bucket/name").toString()).isEqualTo("[\"stack-results-123456789012\"]");
            return pattern.at("/detail/object/key").valueStream()
                    .anyMatch(k -> k.isTextual() ? k.asText().equals(key) : key.endsWith(k.path("suffix").asText()));
        }).map(Map.Entry::getKey).toList();
    }

    private static Map<String, JsonNode> rules() {
        Map<String, JsonNode> rules = new TreeMap<>(Template.with(BOTH).resources("AWS::Events::Rule"));
        rules.remove("StudyRule");
        return rules;
    }

    @Test
    void aMessageIsPlainWordsWithThePlaceAndTheWebhookGetsJson() throws IOException {
        Map<String, String> event = Map.of("bucket", "stack-results-123456789012", "key", "study/kitchen/error.json",
                "time", "2026-01-02T03:04:05Z");
        for (JsonNode rule : rules().values()) {
            assertThat(rule.at("/Properties/Targets")).hasSize(2);
            for (JsonNode target : rule.at("/Properties/Targets")) {
                Map<String, String> paths = new TreeMap<>();
                target.at("/InputTransformer/InputPathsMap").properties().forEach(p -> paths.put(p.getKey(), p.getValue().asText()));
                assertThat(paths).isEqualTo(
                        Map.of("bucket", "$.detail.bucket.name", "key", "$.detail.object.key", "time", "$.time"));
                String template = target.at("/InputTransformer/InputTemplate").asText();
                if (target.path("Id").asText().equals("email")) {
                    assertThat(template.lines()).allMatch(line -> line.matches("\"[^\"]+\""));
                    assertThat(filled(template, event)).contains("s3://stack-results-123456789012/study/kitchen/error.json",
                            "2026-01-02T03:04:05Z", "stack").doesNotContain("<", "$");
                    assertThat(target.path("Arn").asText()).isEqualTo("NoticeTopic");
                } else {
                    // A value outside of quotes is put into its own; inside of them one that holds quotes would break the JSON.
                    String json = Pattern.compile("(?<=: )<(\\w+)>(?=[,}])").matcher(template)
                            .replaceAll(m -> "\"" + event.get(m.group(1)) + "\"");
                    assertThat(json).doesNotContain("<");
                    JsonNode sent = new ObjectMapper().readTree(json);
                    assertThat(sent.path("key").asText()).isEqualTo("study/kitchen/error.json");
                    assertThat(sent.path("outcome").asText()).isIn("refused", "done", "study");
                    assertThat(sent.path("text").asText()).matches("A (drop|study) .*");
                }
            }
        }
    }

    private static String filled(String template, Map<String, String> event) {
        return Pattern.compile("<(\\w+)>").matcher(template).replaceAll(m -> Objects.requireNonNull(event.get(m.group(1))));
    }

    @Test
    void onlyTheRulesMayPublishAndOnlyTheWebhookMayBeCalled() {
        JsonNode policy = Objects.requireNonNull(Template.with(BOTH).resources("AWS::SNS::TopicPolicy").get("NoticeTopicPolicy"));
        assertThat(policy.at("/Properties/PolicyDocument/Statement")).singleElement().satisfies(s -> {
            assertThat(s.path("Action").asText()).isEqualTo("sns:Publish");
            assertThat(s.path("Principal").toString()).isEqualTo("{\"Service\":\"events.amazonaws.com\"}");
            assertThat(s.at("/Condition/ArnEquals").toString())
                    .isEqualTo("{\"aws:SourceArn\":[\"RefusedRule.Arn\",\"ResultsRule.Arn\",\"StudyEndedRule.Arn\"]}");
        });
        assertThat(Grant.of(Template.with(BOTH), "WebhookRole")).singleElement().satisfies(grant -> {
            assertThat(grant.action()).isEqualTo("events:InvokeApiDestination");
            assertThat(grant.resource()).isEqualTo("Webhook.Arn");
        });
        JsonNode connection = Objects.requireNonNull(Template.with(BOTH).resources("AWS::Events::Connection").get("WebhookConnection"));
        assertThat(connection.at("/Properties/AuthParameters/ApiKeyAuthParameters").toString())
                .isEqualTo("{\"ApiKeyName\":\"X-Webhook-Secret\",\"ApiKeyValue\":\"secret\"}");
        assertThat(Objects.requireNonNull(Template.with(BOTH).parameters().get("WebhookSecret")).path("NoEcho").asText()).isEqualTo("true");
    }
}
