package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.lambda.ApiStack.Answer;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A study is started through the API by writing its {@code study.json}, after it was checked. */
class ApiStudyTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    @AutoClose
    private final ApiStack api = new ApiStack(S3.server());

    private byte[] inbox(String key) {
        return api.drops.s3.client().getObjectAsBytes(r -> r.bucket(api.drops.drops).key(key)).asByteArray();
    }

    private List<String> inInbox() {
        return api.drops.s3.client().listObjectsV2(r -> r.bucket(api.drops.drops)).contents().stream().map(S3Object::key).toList();
    }

    @Test
    void theDocumentIsInTheInboxAndTheAnswerSaysWhereResultsWillBe() throws Exception {
        Answer accepted = api.post("/v1/studies", """
                {"study": "lab/Küche", "options": {"scale": 5}, "combine": true,
                 "groups": {"a": ["P01", "P02"], "b": ["P03", "P04"]}}""");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        assertThat(accepted.json()).isEqualTo(ApiStack.JSON.readTree("{\"study\": \"lab/Küche\", \"results\": \"lab/Küche/\"}"));
        byte[] written = inbox("inbox/lab/Küche/study.json");
        assertThat(ApiStack.JSON.readTree(written)).isEqualTo(ApiStack.JSON.readTree("""
                {"options": {"scale": 5}, "combine": true, "groups": {"a": ["P01", "P02"], "b": ["P03", "P04"]}}"""));
    }

    @Test
    void allButTheNameMayBeLeftOut() throws Exception {
        assertThat(api.post("/v1/studies", "{\"study\": \"lab\"}").status()).isEqualTo(202);
        assertThat(ApiStack.JSON.readTree(inbox("inbox/lab/study.json"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}                                                       | /study
        {"study": 1}                                             | /study
        {"study": ""}                                            | /study
        {"study": "lab/"}                                        | /study
        {"study": "../lab"}                                      | /study
        {"study": "a//b"}                                        | /study
        {"study": "on-demand"}                                   | /study
        {"study": "lab", "options": {"scale": 99}}               | /options/scale
        {"study": "lab", "options": []}                          | /options
        {"study": "lab", "combine": "yes"}                       | /combine
        {"study": "lab", "groups": {"a": ["P01"]}}               | /groups
        {"study": "lab", "drops": []}                            | ``
        [1]                                                      | ``
        """)
    void badRequestsAreLocatedAndNothingIsWritten(String body, String pointer) {
        Answer refused = api.post("/v1/studies", body);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("pointer").asText()).as(refused.body()).startsWith(pointer);
        assertThat(inInbox()).isEmpty();
    }

    @Test
    void aStackWithoutStudiesWritesNone() {
        assertThat(api.withoutStudies("/v1/studies", "{\"study\": \"lab\"}").status()).isEqualTo(404);
        assertThat(inInbox()).isEmpty();
    }
}
