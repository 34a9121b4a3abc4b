package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.pipeline.DropProcessor;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A drop among more objects than a listing takes is refused. The bound here is 5 objects, which is less than the tests' results need. */
class CrowdedDropTest {

    private static final int BOUND = 5;

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());
    private final DropProcessor processor = new DropProcessor(new HeatmapPipeline(new S3ObjectStore(S3.server().client(), BOUND),
            stack.results, new Limits(Limits.DEFAULT_MAX_PIXELS), HeatmapOptions.PUBLISHED));

    private Outcome process(String upload) {
        Drop drop = DropKeys.dropOf(stack.drops, upload).orElseThrow();
        return processor.process(drop, new Deadline(() -> Duration.ofMinutes(1))).getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "inbox/k/fixations.csv, inbox/k/, inbox/k/note-%d.txt",
        "inbox/k/fixations.csv, inbox/k/, inbox/k/n%d/note.txt",
        "inbox/k/fixations.csv, inbox/k/aois/, inbox/k/aois/%d.png",
        "inbox/k.zip, inbox/k., inbox/k.%d.txt",
    })
    void aCrowdedFolderIsRefusedUntilThereIsRoom(String upload, String crowded, String other) {
        TestExport.under("inbox/k/", TestExport.files()).forEach(stack::upload);
        stack.upload("inbox/k.zip", TestExport.zip(TestExport.files()));
        List<String> others = IntStream.range(0, BOUND + 1).mapToObj(other::formatted).toList();
        others.forEach(key -> stack.upload(key, TestExport.png(4, 3)));
        assertThat(process(upload)).isInstanceOf(Outcome.Refused.class);
        JsonNode error = stack.json("k/error.json");
        assertThat(error.path("type").asText()).isEqualTo("urn:fixation-heatmap:problem:too-large");
        assertThat(error.path("file").asText()).isEqualTo(crowded);
        assertThat(stack.resultKeys()).containsExactly("k/error.json");

        others.forEach(stack::remove);
        assertThat(process(upload)).isInstanceOf(Outcome.Done.class);
        assertThat(stack.resultKeys()).containsExactlyElementsOf(TestStack.five("k/"));
    }

    @Test
    void crowdedResultsAreFoundAndReplacedAsAnyOthers() {
        TestExport.under("inbox/k/", TestExport.files()).forEach(stack::upload);
        process("inbox/k/fixations.csv");
        S3ObjectStore store = new S3ObjectStore(S3.server().client());
        IntStream.range(0, BOUND).forEach(i -> store.put(stack.results, "k/" + i, "text/csv", PutBody.of(new byte[1])));
        assertThat(process("inbox/k/fixations.csv")).isInstanceOf(Outcome.Unchanged.class);
        stack.upload("inbox/k/heatmap.json", TestExport.text("{\"scale\": \"wide\"}"));
        assertThat(process("inbox/k/fixations.csv")).isInstanceOf(Outcome.Refused.class);
        stack.upload("inbox/k/heatmap.json", TestExport.text("{\"scale\": 3}"));
        assertThat(process("inbox/k/fixations.csv")).isInstanceOf(Outcome.Done.class);
        assertThat(stack.resultKeys()).doesNotContain("k/error.json").hasSize(BOUND + 5);
    }
}
