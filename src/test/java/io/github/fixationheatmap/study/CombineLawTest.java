package io.github.fixationheatmap.study;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.lambda.TestExport;
import io.github.fixationheatmap.lambda.TestStack;
import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * However one export is split into many, the study's combined picture is that of the one export, byte for byte: with any weight and
 * normalization, any shape of the tree of sums, recordings that are split themselves, groups and stability.
 */
@Tag("slow")
class CombineLawTest {

    private static final EmbeddedS3 SERVER = EmbeddedS3.start();
    private static final String GROUPS = "\"groups\":{\"a\":[\"r0\",\"r1\",\"r2\"],\"b\":[\"r3\",\"r4\",\"r5\"]}";
    private static final Duration LONG = Duration.ofMinutes(10);

    @AfterContainer
    static void stopServer() {
        SERVER.close();
    }

    private final TestStack stack = new TestStack(SERVER);
    private final S3ObjectStore s3 = new S3ObjectStore(SERVER.client());
    private final StudyStore store = new StudyStore(s3, s3, s3, stack.drops, stack.results);
    private final HeatmapPipeline pipeline = new HeatmapPipeline(s3, stack.results, new Limits(4_000_000, 1L << 30),
            HeatmapOptions.PUBLISHED);

    @Property(tries = 12)
    void aSplitExportIsCombinedToTheSameBytes(@ForAll Random random, @ForAll @IntRange(min = 2, max = 24) int drops,
            @ForAll @IntRange(min = 2, max = 4) int fanIn, @ForAll @IntRange(min = 0, max = 3) int choice) {
        String options = "\"weight\":\"%s\",\"normalization\":\"%s\",\"outputs\":[\"figure\",\"histogram\"]"
                .formatted(choice % 2 == 0 ? "count" : "duration", choice / 2 == 0 ? "none" : "recording")
                + ",\"comparison\":{\"permutations\":20}";
        List<String> rows = rows(random);
        upload("one", rows);
        stack.upload("inbox/one/heatmap.json", text("{" + options + "," + GROUPS + "}"));
        stack.handle(stack.event("inbox/one/fixations.csv"));
        List<List<String>> split = new ArrayList<>();
        for (int i = 0; i < drops; i++) {
            split.add(new ArrayList<>());
        }
        rows.forEach(row -> split.get(random.nextInt(drops)).add(row));
        for (int i = 0; i < drops; i++) {
            upload("lab/" + i, split.get(i));
        }
        stack.upload("inbox/lab/study.json", text("{\"options\":{" + options + "}," + GROUPS + "}"));

        String combined = combine(fanIn);

        for (String name : List.of("heatmap.png", "overlay.png", "figure.svg", "stability.csv", "histogram.npz", "groups.csv",
                "groups.npz", "groups/a/overlay.png", "groups/a vs b/difference_overlay.png")) {
            assertThat(Arrays.equals(stack.result(combined + name), stack.result("one/" + name))).as(name).isTrue();
        }
        JsonNode one = stack.json("one/manifest.json");
        JsonNode sum = stack.json(combined + "manifest.json");
        for (String member : List.of("rows", "fullScale", "image", "bins", "groups", "comparisons", "stability")) {
            assertThat(sum.path(member)).as(member).isEqualTo(one.path(member));
        }
        assertThat(sum.path("recordings")).containsExactlyInAnyOrderElementsOf(one.path("recordings"));
        stack.removeResults();
        stack.s3.client().listObjectsV2(r -> r.bucket(stack.drops)).contents().forEach(object -> stack.remove(object.key()));
    }

    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 30 + random.nextInt(80); i++) {
            int recording = i < 6 ? i : random.nextInt(6);
            long start = 1_636_035_502_384_515_914L + i * 400_000_000L;
            long ns = 60_000_000L + random.nextInt(300_000_000);
            String place = i >= 6 && i % 7 == 0 ? "false,,"
                    : "true,%.3f,%.3f".formatted(random.nextDouble() * 40, random.nextDouble() * 30);
            rows.add("s%d,r%d,%d,%d,%d,%d,%s".formatted(recording, recording, i, start, start + ns, ns / 1_000_000, place));
        }
        return rows;
    }

    private void upload(String folder, List<String> rows) {
        Map<String, byte[]> files = TestExport.files();
        files.remove("sections.csv");
        files.put("fixations.csv", text(TestExport.HEADER + "\n" + String.join("\n", rows)));
        TestExport.under("inbox/" + folder + "/", files).forEach(stack::upload);
    }

    /** Runs the study, and returns the prefix of its only combined picture. */
    private String combine(int fanIn) {
        StudyPlanner.Planned planned = new StudyPlanner(store, pipeline).plan("inbox/lab/study.json");
        if (!(planned instanceof StudyPlanner.Planned.Ready ready)) {
            throw new AssertionError(planned.toString());
        }
        BatchRunner batches = new BatchRunner(store, new StudyOptions(s3, pipeline), () -> LONG, new BatchRunner.Listener() {
            @Override
            public void ended(String drop, Outcome outcome) {}

            @Override
            public void failed(String drop, Throwable failure, Deadline.StageTimes times) {
                throw new AssertionError(drop, failure);
            }
        });
        for (JsonNode batch : stack.json(ready.study().batches(ready.run()))) {
            List<String> drops = new ArrayList<>();
            batch.path("drops").forEach(drop -> drops.add(drop.asText()));
            batches.run(ready.study(), ready.run(), batch.path("batch").asInt(), drops);
        }
        StudyCombiner combiner = new StudyCombiner(store, pipeline, Overrides.none(), fanIn);
        StudyCombiner.Level level = StudyCombiner.Level.OF_BATCHES;
        List<String> drawn = new ArrayList<>();
        while (level.more()) {
            level = combiner.plan(ready.study(), ready.run(), level.level());
            for (JsonNode item : stack.json(level.key())) {
                combiner.add(item, new Deadline(() -> LONG)).ifPresent(outcome -> drawn.add(outcome.keys().prefix()));
            }
        }
        assertThat(drawn).hasSize(1);
        return drawn.getFirst();
    }
}
