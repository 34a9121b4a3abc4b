package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.lambda.telemetry.JsonLog;
import io.github.fixationheatmap.lambda.telemetry.Metrics;
import io.github.fixationheatmap.lambda.telemetry.OutcomeLog;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.local.S3Events;
import io.github.fixationheatmap.options.FigureOptions;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.DropProcessor;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches of messages: each succeeds or fails alone, within the remaining time. */
@Tag("slow")
class BatchTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private TestStack stack;

    @BeforeEach
    void threeDrops() {
        stack = new TestStack(S3.server());
        List.of("a", "b", "c").forEach(name -> TestExport.under("inbox/" + name + "/", TestExport.files()).forEach(stack::upload));
    }

    private JsonNode failures(ObjectNode... events) {
        return stack.handle(S3Events.inSqs(events)).path("batchItemFailures");
    }

    private ObjectNode event(String drop) {
        return stack.event("inbox/" + drop + "/fixations.csv");
    }

    @Test
    void aMalformedMessageAffectsNoOther() {
        ObjectNode poison = new JsonMapper().createObjectNode().put("hello", "there");
        assertThat(failures(poison, event("a"), poison, event("b")).toString())
                .isEqualTo("[{\"itemIdentifier\":\"message-0\"},{\"itemIdentifier\":\"message-2\"}]");
        assertThat(stack.resultKeys()).contains("a/manifest.json", "b/manifest.json");
    }

    @Test
    void aDropThatFailsAffectsNoOther() {
        ObjectNode gone = event("b");
        ((ObjectNode) gone.at("/Records/0/s3/bucket")).put("name", "no-such-bucket-" + stack.drops);
        assertThat(failures(event("a"), gone, event("c")).toString()).isEqualTo("[{\"itemIdentifier\":\"message-1\"}]");
        assertThat(stack.resultKeys()).contains("a/manifest.json", "c/manifest.json");
    }

    @ParameterizedTest
    @MethodSource("throwers")
    void aDropThatThrowsAffectsNoOther(Runnable thrower) {
        DropBatch batch = batch(key -> {
            if (key.startsWith("inbox/b/")) {
                thrower.run();
            }
        });
        batch.run();
        assertThat(batch.messagesToRetry()).containsExactly("b");
        assertThat(stack.resultKeys()).contains("a/manifest.json", "c/manifest.json").doesNotContain("b/manifest.json");
    }

    static Stream<Runnable> throwers() {
        return Stream.of(() -> {
            throw new OutOfMemoryError("poison");
        }, () -> {
            throw new StackOverflowError("poison");
        }, () -> {
            throw new IllegalStateException("poison");
        });
    }

    @ParameterizedTest
    @CsvSource({"4, aaaaabc", "5, aaaaabca", "19, aaaaabcaaaaaaaaaaaaaaa"})
    void aDropThatChangesWhileItIsReadIsTriedAgainAfterTheOthers(int changes, String order) {
        StringBuilder read = new StringBuilder();
        DropBatch batch = batch(changingA(changes, read));
        batch.run();
        assertThat(batch.messagesToRetry()).isEmpty();
        assertThat(stack.resultKeys()).contains("a/manifest.json", "b/manifest.json", "c/manifest.json");
        assertThat(read).hasToString(order);
    }

    @Test
    void aDropThatNeverStopsChangingIsLeftToTheQueue() {
        StringBuilder read = new StringBuilder();
        DropBatch batch = batch(changingA(Integer.MAX_VALUE, read));
        batch.run();
        assertThat(batch.messagesToRetry()).containsExactly("a");
        assertThat(read).hasToString("aaaaabc" + "a".repeat(15));
        assertThat(logged.toString(UTF_8).lines().filter(line -> line.contains("\"drop\":\"inbox/a/\"")).map(BatchTest::message))
                .containsExactly("overtaken by uploads or other runs; has another turn",
                        "overtaken by uploads or other runs; has another turn",
                        "overtaken by uploads or other runs; has another turn", "drop failed and will be tried again");
        assertThat(stack.resultKeys()).contains("b/manifest.json", "c/manifest.json").doesNotContain("a/manifest.json", "a/error.json");
    }

    /** Changes drop a each time that its fixations are read, so many times, and notes the drops whose fixations are read. */
    private Consumer<String> changingA(int times, StringBuilder read) {
        AtomicInteger changes = new AtomicInteger();
        return key -> {
            if (key.endsWith("/fixations.csv")) {
                read.append(key.charAt("inbox/".length()));
            }
            if (key.equals("inbox/a/fixations.csv") && changes.getAndIncrement() < times) {
                stack.upload("inbox/a/sections.csv", TestExport.text(TestExport.SECTIONS.replace("second", "second " + changes)));
            }
        };
    }

    /** The drops a, b and c, in messages of the same names, through a store that tells what is read. */
    private DropBatch batch(Consumer<String> listener) {
        InterceptingStore store = new InterceptingStore(new S3ObjectStore(S3.server().client()), listener);
        DropBatch batch = new DropBatch(store, drop -> pipeline(store), pipeline(store), () -> Duration.ofMinutes(1), log());
        Stream.of("a", "b", "c").forEach(name -> batch.addAll(name, upload(name)));
        return batch;
    }

    private List<UploadEvent.Upload> upload(String name) {
        return List.of(new UploadEvent.Upload(stack.drops, "inbox/" + name + "/fixations.csv"));
    }

    private HeatmapPipeline pipeline(io.github.fixationheatmap.store.ObjectStore store) {
        HeatmapOptions options = HeatmapOptions.PUBLISHED.withFigures(FigureOptions.PUBLISHED.withOutputs(List.of()));
        return new HeatmapPipeline(store, stack.results, new Limits(Limits.DEFAULT_MAX_PIXELS), options);
    }

    private static String message(String line) {
        return line.replaceAll(".*\"message\":\"([^\"]*)\".*", "$1");
    }

    private OutcomeLog log() {
        JsonLog log = new JsonLog(new PrintStream(logged, true, UTF_8), new JsonMapper(), "request");
        return new OutcomeLog(log, new Metrics("test"));
    }

    @Test
    void whenTimeRunsOutTheRestIsRetriedAndNoResultIsPartial() {
        Set<Integer> done = new TreeSet<>();
        for (int enough = 0; !done.contains(2); enough += 1 + enough / 4) {
            stack.removeResults();
            AtomicInteger left = new AtomicInteger(enough);
            Supplier<Duration> clock = () -> left.getAndDecrement() > 0 ? Duration.ofMinutes(1) : Deadline.RESERVE.minusMillis(1);
            S3ObjectStore store = new S3ObjectStore(S3.server().client());
            DropBatch batch = new DropBatch(store, drop -> pipeline(store), pipeline(store), clock, log());
            Stream.of("a", "b").forEach(name -> batch.addAll(name, upload(name)));
            batch.run();
            Set<String> failed = batch.messagesToRetry();
            assertThat(stack.resultKeys()).as("after %d looks", enough).hasSize(5 * (2 - failed.size()));
            done.add(2 - failed.size());
        }
        assertThat(done).containsExactly(0, 1, 2);
    }

    @Test
    void tooLittleTimeIsAFailureToRetry() {
        Deadline late = new Deadline(() -> Duration.ofMillis(9_999));
        DropProcessor processor = new DropProcessor(pipeline(new S3ObjectStore(S3.server().client())));
        org.assertj.core.api.Assertions
                .assertThatThrownBy(() -> processor.process(new Drop.Folder(stack.drops, "inbox/a/"), late))
                .isInstanceOf(Deadline.DeadlineExceededException.class).hasMessageContaining("9999 ms left");
    }
}
