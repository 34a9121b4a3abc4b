package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents of all kinds of studies are valid against the published schema, and their numbers agree. */
@Tag("slow")
class StudySchemaTest {

    static final JsonSchema SCHEMA = Resources.schema("/io/github/fixationheatmap/result/study.schema.json");

    private static final String FILE = "inbox/lab/study.json";

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());
    private final StudyStack study = new StudyStack(stack);

    private void upload(String folder) {
        TestExport.under(folder, TestExport.files()).forEach(stack::upload);
    }

    private void uploadOneOfEachKind() {
        upload("inbox/lab/done/");
        stack.upload("inbox/lab/waiting/fixations.csv", text(TestExport.HEADER + "\n" + TestExport.ROWS));
        stack.upload("inbox/lab/refused/fixations.csv", text("x"));
        stack.upload("inbox/lab/refused/reference_image.png", TestExport.png(40, 30));
        stack.upload(FILE, text("{}"));
    }

    /** The document, after it was checked. */
    private JsonNode document() {
        JsonNode document = stack.json("lab/study.json");
        assertThat(SCHEMA.validate(document)).isEmpty();
        JsonNode exports = document.path("exports");
        long sum = 0;
        for (String outcome : List.of("done", "refused", "waiting", "failed")) {
            sum += exports.path(outcome).asLong();
        }
        assertThat(exports.path("all").asLong()).isEqualTo(sum);
        assertThat(document.path("failures").size()).isEqualTo(sum - exports.path("done").asInt());
        assertThat(stack.resultKeys("lab/study")).filteredOn(key -> key.endsWith(".html"))
                .containsExactlyInAnyOrderElementsOf(document.path("pages").valueStream().map(JsonNode::asText).toList());
        return document;
    }

    @Test
    void aStudyWithAllResultsIsValid() {
        upload("inbox/lab/a/");
        stack.upload(FILE, text("{}"));
        study.run(FILE);
        assertThat(document().path("failures")).isEmpty();
    }

    @Test
    void failuresOfEveryKindAndChangesAreValid() {
        uploadOneOfEachKind();
        JsonNode planned = study.plan(FILE);
        study.runBatches(planned);
        upload("inbox/lab/late/");
        study.finish(planned);
        assertThat(document().path("failures").findValuesAsText("outcome")).containsExactly("refused", "waiting");
        assertThat(document().path("changedMeanwhile")).hasSize(1);
    }

    @Test
    void dropsOfBatchesThatDidNotEndAreValid() {
        uploadOneOfEachKind();
        study.finish(study.plan(FILE));
        assertThat(document().path("failures").findValuesAsText("outcome")).containsOnly("failed").hasSize(3);
    }

    @Test
    void combinedPicturesAndWhatIsNotCombinedAreValid() {
        upload("inbox/lab/a/");
        upload("inbox/lab/b/");
        upload("inbox/lab/other photo/");
        stack.upload("inbox/lab/other photo/reference_image.png", TestExport.png(41, 30));
        stack.upload(FILE, text("{\"combine\": true}"));
        study.run(FILE);
        assertThat(document().path("combined")).hasSize(1);
        assertThat(document().path("notCombined")).hasSize(1);
    }

    @Test
    void manyPagesAreValid() {
        stack.upload("inbox/lab/all.zip", text("x"));
        stack.upload(FILE, text("{}"));
        JsonNode planned = study.plan(FILE);
        study.replacePart(planned, 0, StudyParts.ofZip("all", 5001, n -> "export " + n, n -> n % 2 == 0 ? "done" : "refused"));
        study.finish(planned);
        assertThat(document().path("pages")).hasSize(11);
    }

    @ParameterizedTest
    @CsvSource({"/failures/0, outcome, done", "/failures/0, detail, ''", "/failures/0, drop, lab/a/", "'', run, 12", "'', other, 1",
        "/exports, all, many", "'', pages, study.html"})
    void otherDocumentsAreNotValid(String place, String member, String value) {
        uploadOneOfEachKind();
        study.run(FILE);
        JsonNode document = document();
        ((ObjectNode) document.at(place)).put(member, value);
        assertThat(SCHEMA.validate(document)).isNotEmpty();
    }
}
