package io.github.fixationheatmap.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The state machine of studies, as CloudFormation fills it in: its states in Amazon's language, and what the template gives it. */
class StateMachineTest {

    private static final Template TEMPLATE = Template.with(Map.of());
    private static final Set<String> TYPES = Set.of("Task", "Choice", "Map", "Pass", "Succeed", "Fail");

    private static JsonNode properties(Template template) {
        return Objects.requireNonNull(template.resources("AWS::Serverless::StateMachine").get("StudyStateMachine")).path("Properties");
    }

    /** CloudFormation puts the values into the text, and only then reads it as JSON. */
    private static JsonNode definition(Template template) {
        try {
            String text = Files.readString(Path.of(properties(template).path("DefinitionUri").asText()));
            for (Map.Entry<String, JsonNode> value : properties(template).path("DefinitionSubstitutions").properties()) {
                assertThat(text).contains("${" + value.getKey() + "}");
                text = text.replace("${" + value.getKey() + "}", value.getValue().asText());
            }
            assertThat(text).doesNotContain("${");
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    /** All state machines of a definition: itself, and those inside its maps. */
    private static List<JsonNode> machines() {
        JsonNode definition = definition(TEMPLATE);
        return Stream.concat(Stream.of(definition),
                definition.findValues("ItemProcessor").stream()).toList();
    }

    private static Map<String, JsonNode> states(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        machines().forEach(machine -> machine.path("States").properties().stream()
                .filter(s -> s.getValue().path("Type").asText().equals(type)).forEach(s -> found.put(s.getKey(), s.getValue())));
        return found;
    }

    private static Set<String> next(JsonNode state) {
        Set<String> next = new TreeSet<>();
        for (String field : List.of("Next", "Default")) {
            if (state.has(field)) {
                next.add(state.path(field).asText());
            }
        }
        for (String list : List.of("Choices", "Catch")) {
            state.path(list).forEach(way -> next.add(way.path("Next").asText()));
        }
        return next;
    }

    @Test
    void everyStateIsReachedAndLeadsToAnEnd() {
        machines().forEach(machine -> {
            JsonNode states = machine.path("States");
            Set<String> seen = new TreeSet<>();
            Deque<String> open = new ArrayDeque<>(List.of(machine.path("StartAt").asText()));
            while (!open.isEmpty()) {
                String name = open.pop();
                if (seen.add(name)) {
                    assertThat(states.has(name)).as(name).isTrue();
                    open.addAll(next(states.path(name)));
                }
            }
            Set<String> all = new TreeSet<>();
            states.fieldNames().forEachRemaining(all::add);
            assertThat(seen).isEqualTo(all);
            states.properties().forEach(s -> assertThat(ends(s.getValue())).as(s.getKey()).isNotEqualTo(s.getValue().has("Next")));
        });
    }

    private static boolean ends(JsonNode state) {
        assertThat(TYPES).contains(state.path("Type").asText());
        return state.path("End").asBoolean() || List.of("Succeed", "Fail", "Choice").contains(state.path("Type").asText());
    }

    @Test
    void everyTaskCallsTheFunctionAndIsTriedAgain() {
        assertThat(states("Task")).containsOnlyKeys("Plan", "RunBatch", "PlanSums", "AddOne", "Finish", "FinishIncomplete");
        int timeout = Objects.requireNonNull(TEMPLATE.resources("AWS::Serverless::Function").get("StudyFunction"))
                .at("/Properties/Timeout").asInt();
        states("Task").forEach((name, task) -> {
            assertThat(task.path("Resource").asText()).as(name).isEqualTo("StudyFunction.Alias");
            assertThat(task.path("TimeoutSeconds").asInt()).as(name).isGreaterThan(timeout);
            JsonNode last = task.path("Retry").path(task.path("Retry").size() - 1);
            assertThat(last.path("ErrorEquals").toString()).as(name).isEqualTo("[\"States.ALL\"]");
            assertThat(last.path("MaxAttempts").asInt()).as(name).isBetween(2, 5);
            assertThat(task.path("Retry")).as(name).allSatisfy(r -> assertThat(r.path("BackoffRate").asDouble()).isGreaterThan(1));
        });
    }

    @Test
    void mapsAreBoundedAndSayHowMuchMayFail() {
        Map<String, String> tolerated = new LinkedHashMap<>();
        JsonNode definition = definition(Template.with(Map.of("StudyConcurrency", "37")));
        definition.path("States").properties().stream().filter(s -> s.getValue().path("Type").asText().equals("Map")).forEach(s -> {
            JsonNode map = s.getValue();
            tolerated.put(s.getKey(), map.path("ToleratedFailurePercentage").toString());
            assertThat(map.path("MaxConcurrency").toString()).isEqualTo("37");
            assertThat(map.at("/ItemProcessor/ProcessorConfig").toString()).isEqualTo(
                    "{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"}");
            assertThat(map.at("/ItemReader/Resource").asText()).isEqualTo("arn:aws:states:::s3:getObject");
            assertThat(map.path("ResultPath").isNull()).as("children's outputs are dropped").isTrue();
            assertThat(map.has("ResultWriter")).as("its manifest.json would be taken for a drop's").isFalse();
        });
        assertThat(tolerated).isEqualTo(Map.of("RunDrops", "10", "AddUp", "0"));
    }

    /** The rule's input, the steps and their fields, as the function reads them. */
    @Test
    void theStepsAreThoseOfTheFunction() {
        Set<String> steps = new TreeSet<>();
        machines().forEach(m -> m.findValuesAsText("step").forEach(steps::add));
        assertThat(steps).containsExactly("finish", "run", "sums");
        assertThat(states("Pass").get("NameStep")).hasToString(
                "{\"Type\":\"Pass\",\"Result\":\"sum\",\"ResultPath\":\"$.step\",\"Next\":\"AddOne\"}");
        JsonNode target = rule(TEMPLATE).at("/Properties/Targets/0");
        assertThat(target.at("/InputTransformer/InputTemplate").asText()).isEqualTo("{\"step\": \"plan\", \"study\": <key>}");
        assertThat(target.at("/InputTransformer/InputPathsMap").toString()).isEqualTo("{\"key\":\"$.detail.object.key\"}");
        assertThat(target.path("Arn").asText()).isEqualTo("StudyStateMachine");
    }

    private static JsonNode rule(Template template) {
        return Objects.requireNonNull(template.resources("AWS::Events::Rule").get("StudyRule"));
    }

    @Test
    void aStudyJsonInAFolderOfTheInboxStartsItAndNoOtherObject() {
        JsonNode detail = rule(TEMPLATE).at("/Properties/EventPattern/detail");
        assertThat(detail.at("/bucket/name").toString()).isEqualTo("[\"stack-drop-123456789012\"]");
        String wildcard = detail.at("/object/key/0/wildcard").asText();
        Pattern pattern = Pattern.compile(Pattern.quote(wildcard).replace("*", "\\E.*\\Q"));
        assertThat(List.of("inbox/lab/study.json", "inbox/lab/2026/study.json", "inbox/study.json", "requests/study.json",
                "inbox/lab/my-study.json", "inbox/lab/study.json.txt")).filteredOn(key -> pattern.matcher(key).matches())
                .containsExactly("inbox/lab/study.json", "inbox/lab/2026/study.json");
        JsonNode bucket = Objects.requireNonNull(TEMPLATE.resources("AWS::S3::Bucket").get("DropBucket"));
        assertThat(bucket.at("/Properties/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled").asText())
                .isEqualTo("true");
    }

    @Test
    void theMachineMayCallItsFunctionReadPlansAndStartItself() {
        assertThat(Grant.of(TEMPLATE, "StudyStateMachineRole")).extracting(g -> g.action() + " " + g.resource()).containsExactly(
                "lambda:InvokeFunction StudyFunction.Arn:live",
                "s3:GetObject arn:aws:s3:::stack-results-123456789012/*/study/*.json",
                "states:StartExecution arn:aws:states:eu-central-1:123456789012:stateMachine:stack-studies",
                "states:DescribeExecution arn:aws:states:eu-central-1:123456789012:execution:stack-studies*",
                "states:StopExecution arn:aws:states:eu-central-1:123456789012:execution:stack-studies*");
        assertThat(properties(TEMPLATE).path("Name").asText()).isEqualTo("stack-studies");
        assertThat(Grant.of(TEMPLATE, "StudyRuleRole")).extracting(g -> g.action() + " " + g.resource())
                .containsExactly("states:StartExecution StudyStateMachine");
    }

    @Test
    void nothingOfItIsMadeUnlessAsked() {
        Template without = Template.with(Map.of("Studies", "off"));
        assertThat(TEMPLATE.made()).filteredOn(id -> id.startsWith("Study")).hasSizeGreaterThan(7);
        assertThat(without.made()).noneMatch(id -> id.startsWith("Study"));
        assertThat(Grant.of(without, "ApiFunctionRole")).noneMatch(g -> g.resource().contains("study.json"));
        JsonNode bucket = Objects.requireNonNull(without.resources("AWS::S3::Bucket").get("DropBucket"));
        assertThat(bucket.at("/Properties/NotificationConfiguration").has("EventBridgeConfiguration")).isFalse();
        for (Template template : List.of(TEMPLATE, without)) {
            String body = Objects.requireNonNull(template.resources("AWS::CloudWatch::Dashboard").get("Dashboard"))
                    .at("/Properties/DashboardBody").asText();
            try {
                assertThat(new ObjectMapper().readTree(body).path("widgets")).hasSize(template == TEMPLATE ? 9 : 7);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }
    }
}
