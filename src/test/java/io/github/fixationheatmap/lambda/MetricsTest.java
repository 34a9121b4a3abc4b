package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.lambda.telemetry.JsonLog;
import io.github.fixationheatmap.lambda.telemetry.Metrics;
import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.local.S3Events;
import io.github.fixationheatmap.pipeline.Deadline.Stage;
import io.github.fixationheatmap.pipeline.Deadline.StageTimes;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Metric lines have CloudWatch's embedded metric format and count what happened. */
class MetricsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonSchema SCHEMA = Resources.schema("/emf.schema.json");

    /** The values of each metric of a line, by name, as CloudWatch extracts them. */
    private static Map<String, JsonNode> metrics(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            assertThat(SCHEMA.validate(json)).as(line).isEmpty();
            JsonNode directive = json.at("/_aws/CloudWatchMetrics/0");
            assertThat(directive.path("Namespace").asText()).isEqualTo("FixationHeatmap");
            for (JsonNode dimension : directive.at("/Dimensions/0")) {
                assertThat(json.path(dimension.asText()).isTextual()).as("a dimension's value is text").isTrue();
            }
            Map<String, JsonNode> metrics = new LinkedHashMap<>();
            for (JsonNode metric : directive.path("Metrics")) {
                JsonNode value = json.path(metric.path("Name").asText());
                assertThat(value.isNumber() || (value.isArray() && value.size() <= 100)).as(metric + " of " + line).isTrue();
                value.forEach(v -> assertThat(v.isNumber()).isTrue());
                metrics.put(metric.path("Name").asText(), value);
            }
            return metrics;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRequestWritesOneLine() {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            TestExport.under("inbox/good/", TestExport.files()).forEach(stack::upload);
            stack.upload("inbox/bad.zip", new byte[30]);
            stack.upload("inbox/half/fixations.csv", text(TestExport.HEADER));
            ObjectNode good = stack.event("inbox/good/fixations.csv");
            ObjectNode wrongBucket = good.deepCopy();
            ((ObjectNode) wrongBucket.at("/Records/0/s3/bucket")).put("name", "no-such-bucket");
            stack.handle(S3Events.inSqs(wrongBucket, stack.event("inbox/bad.zip"), good, stack.event("inbox/half/fixations.csv")));

            assertThat(stack.metrics()).hasSize(1);
            Map<String, JsonNode> metrics = metrics(stack.metrics().getFirst());
            assertThat(metrics).containsOnlyKeys("DropsDone", "DropsRefused", "DropsRetried", "DropsWaiting", "Rows", "ColdStarts",
                    "FindTime", "ReadTime", "CountTime", "BlurTime", "RenderTime", "WriteTime");
            assertThat(metrics.values().stream().filter(JsonNode::isNumber).map(JsonNode::asInt)).containsExactly(1, 1, 1, 1, 5, 1);
            assertThat(metrics.values().stream().filter(JsonNode::isArray)).allSatisfy(times -> {
                assertThat(times).hasSize(1);
                assertThat(times.get(0).asDouble()).isBetween(0.0, 60_000.0);
            });
        }
    }

    @Test
    void aDuplicateIsCountedAndHasNoStageTimes() {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            TestExport.under("inbox/a/", TestExport.files()).forEach(stack::upload);
            stack.handle(stack.event("inbox/a/fixations.csv"));
            stack.handle(stack.event("inbox/a/fixations.csv"));
            assertThat(metrics(stack.metrics().getLast())).containsOnlyKeys("DropsDuplicate");
        }
    }

    @Test
    void anEarlierRefusalIsNoDuplicate() {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            stack.drop("inbox/bad.zip", new byte[30]);
            stack.handle(stack.event("inbox/bad.zip"));
            assertThat(metrics(stack.metrics().getLast())).containsOnlyKeys("DropsRefusedBefore");
            assertThat(stack.log()).contains("nothing to do: refused before").doesNotContain("done before");
        }
    }

    @Test
    void aRunOfTheApiCountsLikeThatOfAnUpload() {
        try (EmbeddedS3 server = EmbeddedS3.start(); ApiStack api = new ApiStack(server)) {
            TestExport.under("inbox/a/", TestExport.files()).forEach(api.drops::upload);
            assertThat(api.post("/v1/heatmaps", "{\"drop\": \"a\"}").status()).isEqualTo(200);
            assertThat(api.post("/v1/heatmaps", "{\"drop\": \"a\", \"options\": {\"recordings\": [\"absent\"]}}").status()).isEqualTo(422);
            assertThat(api.get("/v1/heatmaps").status()).isEqualTo(200);
            List<String> lines = api.log().lines().filter(line -> line.contains("\"_aws\"")).toList();
            assertThat(lines).hasSize(2);
            assertThat(metrics(lines.get(0))).containsKeys("DropsDone", "Rows", "ColdStarts", "RenderTime");
            assertThat(metrics(lines.get(1))).containsOnlyKeys("DropsRefused");
            assertThat(api.log()).contains("results written", "inbox/a/", "stagesMs").doesNotContain("absent");
        }
    }

    @Test
    void onlyTheFirstRequestIsAColdStartAndAnIdleOneWritesNoLine() {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            stack.drop("inbox/a/gaze.csv", text("x"));
            stack.drop("inbox/a/gaze.csv", text("x"));
            assertThat(stack.metrics()).singleElement().satisfies(line -> assertThat(metrics(line)).containsOnlyKeys("ColdStarts"));
        }
    }

    @Test
    void moreExportsThanALineMayHaveValuesAreSplit() {
        Metrics metrics = new Metrics("f");
        StageTimes times = new StageTimes(Stage.WRITE, Map.of(Stage.BLUR, Duration.ofNanos(1_260_000)));
        for (int i = 0; i < 250; i++) {
            metrics.add(new Outcome.Done(new ResultKeys("a/"), 2, 1, times));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        metrics.write(new JsonLog(new PrintStream(bytes, true, UTF_8), JSON, "r"));
        List<Map<String, JsonNode>> lines = bytes.toString(UTF_8).lines().map(MetricsTest::metrics).toList();
        assertThat(lines).extracting(l -> l.getOrDefault("BlurTime", JSON.createArrayNode()).size()).containsExactly(100, 100, 50);
        assertThat(lines.getFirst().toString()).contains("DropsDone=250, Rows=500", "1.3");
        assertThat(lines.subList(1, 3)).allSatisfy(l -> assertThat(l).containsOnlyKeys("BlurTime"));
    }

    @Test
    void theDashboardShowsOnlyMetricsThatAreSent() throws IOException {
        Metrics metrics = new Metrics("f");
        StageTimes times = new StageTimes(Stage.WRITE,
                Stream.of(Stage.values()).collect(Collectors.toMap(stage -> stage, stage -> Duration.ofMillis(1))));
        ResultKeys keys = new ResultKeys("a/");
        Problem problem = new Problem(ProblemType.BAD_ZIP, new Location.WholeFile("a.zip"), null, "a zip");
        metrics.add(new Outcome.Done(keys, 2, 1, times));
        Stream.of(Outcome.Before.values()).forEach(before -> metrics.add(new Outcome.Unchanged(keys, before, times)));
        metrics.add(new Outcome.Waiting(keys, List.of("x"), times));
        metrics.add(new Outcome.Refused(keys, problem, times));
        metrics.coldStart();
        metrics.retried();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        metrics.write(new JsonLog(new PrintStream(bytes, true, UTF_8), JSON, "r"));

        JsonNode dashboard = Template.with(Map.of()).resources("AWS::CloudWatch::Dashboard").values().iterator().next();
        Set<String> shown = new TreeSet<>();
        for (JsonNode widget : JSON.readTree(dashboard.at("/Properties/DashboardBody").asText()).path("widgets")) {
            String namespace = "";
            for (JsonNode metric : widget.at("/properties/metrics")) {
                namespace = metric.path(0).asText().equals(".") ? namespace : metric.path(0).asText();
                if (namespace.equals(Metrics.NAMESPACE)) {
                    shown.add(metric.path(1).asText());
                }
            }
        }
        assertThat(shown).hasSizeGreaterThan(10).isSubsetOf(metrics(bytes.toString(UTF_8)).keySet());
    }
}
