package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.lambda.telemetry.JsonLog;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Log lines name the drop, the stage and its duration, and quote nothing of the input. */
@Tag("slow")
class LogTest {

    private static final String SECRET = "Jane Private";

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    private List<JsonNode> lines() throws IOException {
        try (var lines = new JsonMapper().readerFor(JsonNode.class).<JsonNode>readValues(stack.log())) {
            return lines.readAll();
        }
    }

    @Test
    void aDropThatIsDoneHasTheDurationOfEachStage() throws IOException {
        TestExport.under("inbox/k/", TestExport.files()).forEach(stack::upload);
        stack.handle(stack.event("inbox/k/fixations.csv"));
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.path("stage").asText()).isEqualTo("write");
            assertThat(line.path("stagesMs").properties()).extracting(Map.Entry::getKey)
                    .containsExactly("find", "read", "count", "blur", "render", "write");
            assertThat(line.path("ms").asDouble()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "heatmap.json, '{\"recordings\": [\"absent\"]}', count, /recordings/0",
        "heatmap.json, '{\"Jane Private\": 1}', read, ''",
        "heatmap.json, '{\"scale\": Jane Private}', read, ''",
        "sections.csv, 'section id,Jane Private', read, ''",
        "sections.csv, 'section id;Jane Private', read, ''",
        "fixations.csv, 'section id,recording id,fixation id,Jane Private', count, ''",
        "reference_image.png, Jane Private, read, ''",
    })
    void badInputIsLoggedByKindAndLocationOnly(String file, String content, String stage, String pointer) throws IOException {
        Map<String, byte[]> files = TestExport.files();
        files.put("sections.csv", text(TestExport.SECTIONS.replace("first", SECRET)));
        files.put(file, text(content));
        TestExport.under("inbox/k/", files).forEach(stack::upload);
        stack.handle(stack.event("inbox/k/fixations.csv"));
        assertThat(stack.log()).doesNotContain("Jane", "Private");
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.path("problem").asText()).startsWith("urn:fixation-heatmap:problem:");
            assertThat(line.path("file").asText()).isEqualTo(file);
            assertThat(line.path("stage").asText()).isEqualTo(stage);
            assertThat(line.path("pointer").asText()).isEqualTo(pointer);
            assertThat(line.path("results").asText()).isEqualTo("k/");
        });
    }

    /** The secret is in all names that a user may choose inside a drop, alone or beside what is wrong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "heatmap.json | {'Secret': 1}",
        "heatmap.json | {'scale': 'Secret'}",
        "heatmap.json | {'recordings': ['Secret']}",
        "heatmap.json | {'recordings': ['r Secret']}",
        "aois.json | {'Secret': []}",
        "aois.json | {'aois': [{'name': 'Secret', 'Secret': 1}]}",
        "aois.json | {'aois': [{'name': 'Secret', 'labels': ['Secret', 'Secret']}]}",
        "aois.json | {'aois': [{'name': 'Secret', 'labels': ['Secret'], 'ellipse': {'cx': 9, 'cy': 9, 'rx': 9, 'ry': 9}}]}",
        "Secret.aois | {'Secret",
        "aois/Secret.png | Secret",
        "aois/Secret.txt | Secret",
        "fixations_on_surface_Secret.csv | Secret",
        "sections.csv | section id,recording id,recording name,wearer name,section start time [ns]NLs1,r Secret,Secret,Secret,Secret",
    })
    void noLineHoldsANameThatAUserChoseInsideADrop(String file, String content) {
        Map<String, byte[]> files = TestExport.files();
        files.put("fixations.csv", text((TestExport.HEADER + "\n" + TestExport.ROWS).replace(",r1,", ",r Secret,")));
        files.put("sections.csv", text(TestExport.SECTIONS.replace(",r1,first,w1", ",r Secret,Secret,Secret").replace("begin", "Secret")));
        files.put(file, text(content.replace('\'', '"').replace("NL", "\n")));
        TestExport.under("inbox/k/", files).forEach(stack::upload);
        stack.handle(stack.event("inbox/k/fixations.csv"));
        Map<String, byte[]> entries = new LinkedHashMap<>(TestExport.under("a Secret/Secret/", files));
        entries.putAll(TestExport.under("b/", TestExport.files()));
        entries.putAll(TestExport.under("broken Secret/", Map.of("fixations.csv", text("Secret"))));
        stack.drop("inbox/z.zip", TestExport.zip(entries));
        assertThat(stack.resultKeys()).anyMatch(key -> key.startsWith("k/")).anyMatch(key -> key.startsWith("z/a Secret/Secret/"));
        assertThat(stack.log()).contains("\"results\":\"k/\"", "\"results\":\"z/folder-").doesNotContainIgnoringCase("secret");
    }

    @Test
    void aFailureIsLoggedWithoutAParsersMessage() throws IOException {
        RuntimeException parser = new NumberFormatException("For input string: \"" + SECRET + "\"");
        RuntimeException failure = new java.io.UncheckedIOException(new IOException("connection reset", parser));
        JsonNode line = error(failure);
        assertThat(line.path("error").asText()).isEqualTo("java.io.UncheckedIOException");
        assertThat(line.path("stackTrace").asText()).doesNotContain(SECRET)
                .contains("java.io.UncheckedIOException\n", "Caused by: java.io.IOException: connection reset\n",
                        "Caused by: java.lang.NumberFormatException\n", "\tat " + LogTest.class.getName());
        assertThat(error(new IOException("connection reset")).path("error").asText()).isEqualTo("java.io.IOException: connection reset");
    }

    private static JsonNode error(Throwable failure) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonMapper mapper = new JsonMapper();
        new JsonLog(new PrintStream(out, true, UTF_8), mapper, "request").error("failed", failure, json -> { });
        return mapper.readTree(out.toByteArray());
    }
}
