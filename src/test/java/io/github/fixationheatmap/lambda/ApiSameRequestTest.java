package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.lambda.ApiStack.Answer;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Equal requests have the same id, in any spelling and from any caller, and are processed once. */
class ApiSameRequestTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    @AutoClose
    private final ApiStack api = ApiStack.withOneDrop(S3.server());

    @Test
    void anIdDependsOnInputsAndOptionsOnly() {
        String id = api.id("{\"drop\":\"study/kitchen\",\"options\":{\"scale\":2,\"weight\":\"duration\"}}");
        assertThat(api.id("{\"options\":{\"weight\":\"duration\",\"scale\":2.0},\"drop\":\"study/kitchen/\",\"folder\":\"\"}"))
                .isEqualTo(id);
        assertThat(api.id("{\"drop\":\"study/kitchen\",\"options\":{\"scale\":2.0000000000000000001,\"weight\":\"duration\"}}"))
                .as("the same double").isEqualTo(id);
        assertThat(api.id("{\"drop\":\"study/kitchen\",\"options\":{\"scale\":2.5,\"weight\":\"duration\"}}")).isNotEqualTo(id);
        api.drops.upload("inbox/study/kitchen/notes.txt", text("not read"));
        assertThat(api.id("{\"drop\":\"study/kitchen\",\"options\":{\"scale\":2,\"weight\":\"duration\"}}")).isEqualTo(id);

        api.drops.upload("inbox/study/kitchen/fixations.csv", text(TestExport.HEADER + "\n" + TestExport.ROWS.replace("12.5", "13.5")));
        String changed = api.id("{\"drop\":\"study/kitchen\",\"options\":{\"scale\":2,\"weight\":\"duration\"}}");
        assertThat(changed).isNotEqualTo(id);
        assertThat(api.get("/v1/heatmaps/" + id).json().path("status").asText()).as("what was given once stays").isEqualTo("succeeded");
    }

    @Test
    void aRepeatedRequestWritesNothing() {
        api.id("{\"drop\":\"study/kitchen\"}");
        Map<String, String> before = tags();
        api.id("{\"drop\":\"study/kitchen\"}");
        assertThat(api.later("{\"drop\":\"study/kitchen\"}").status()).isEqualTo(200);
        assertThat(tags()).isEqualTo(before);
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        S3.server().client().listObjectsV2(r -> r.bucket(api.drops.results)).contents()
                .forEach(o -> tags.put(o.key(), o.eTag() + o.lastModified()));
        return tags;
    }

    @Test
    void concurrentEqualRequestsGiveOneResult() throws InterruptedException, ExecutionException {
        int callers = 6;
        CyclicBarrier start = new CyclicBarrier(callers);
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            for (int i = 0; i < callers; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return api.post("/v1/heatmaps", "{\"drop\":\"study/kitchen\",\"options\":{\"scale\":4}}");
                }));
            }
        }
        JsonNode first = answers.getFirst().get().json();
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(200);
            assertThat(answer.get().json().path("id")).isEqualTo(first.path("id"));
            assertThat(answer.get().json().path("manifest")).isEqualTo(first.path("manifest"));
        }
        assertThat(api.drops.resultKeys()).hasSize(5).allMatch(k -> k.startsWith("on-demand/" + first.path("id").asText() + "/"));
    }
}
