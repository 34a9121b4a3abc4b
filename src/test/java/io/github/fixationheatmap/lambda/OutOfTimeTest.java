package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.DropProcessor;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.HeatmapRequest;
import io.github.fixationheatmap.pipeline.OnDemandProcessor;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run whose time is up at the n-th look, for each n: it ends at that look, in whatever loop it is, and leaves nothing behind. */
class OutOfTimeTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    /** Too few for their stability, whose looks are many. */
    private static final int RECORDINGS = 3;

    private static final int RECORDINGS_OF_STABILITY = 5;
    private static final int ROWS = 3_000;
    private static final int HEIGHT = 30;
    private static final int MASK_SIDE = 16;

    /** The classes that looked when a run ended. */
    private final Set<String> places = new TreeSet<>();
    private final TestStack stack = new TestStack(S3.server());

    /** Ends at its n-th look, or not at all, and says where it ended. */
    private Optional<String> stoppedAt(int look) {
        AtomicInteger looks = new AtomicInteger();
        Deadline deadline = new Deadline(() -> looks.incrementAndGet() < look ? Duration.ofMinutes(1) : Duration.ofMillis(500));
        try {
            new DropProcessor(pipeline()).process(new Drop.Folder(stack.drops, "inbox/a/"), deadline);
            return Optional.empty();
        } catch (Deadline.DeadlineExceededException stopped) {
            Stream.of(stopped.getStackTrace()).map(StackTraceElement::getClassName).filter(name -> !name.contains("Deadline")).findFirst()
                    .ifPresent(name -> places.add(name.substring(name.lastIndexOf('.') + 1)));
            String message = String.valueOf(stopped.getMessage());
            return Optional.of(message.substring(0, message.indexOf(':')));
        }
    }

    private HeatmapPipeline pipeline() {
        return new HeatmapPipeline(new S3ObjectStore(S3.server().client()), stack.results,
                new Limits(Limits.DEFAULT_MAX_PIXELS), HeatmapOptions.PUBLISHED);
    }

    private static Map<String, byte[]> files(int recordings) {
        StringBuilder rows = new StringBuilder(TestExport.HEADER + "\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("s,r").append(i % recordings).append(',').append(i)
                    .append(",1636035502384515914,1636035502552495914,167,true,10,20\n");
        }
        String mask = "{\"id\": %d, \"category_id\": 1, \"segmentation\": {\"size\": [%2$d, %2$d], \"counts\": [%3$d, %3$d]}}";
        String masks = mask.formatted(1, MASK_SIDE, MASK_SIDE * MASK_SIDE / 2) + "," + mask.formatted(2, MASK_SIDE,
                MASK_SIDE * MASK_SIDE / 2);
        Map<String, byte[]> files = TestExport.files();
        files.put("fixations.csv", text(rows.toString()));
        files.put("reference_image.png", TestExport.png(40, HEIGHT));
        files.put("aois.json", text("{\"categories\": [{\"id\": 1, \"name\": \"shelf\"}], \"annotations\": [" + masks + "]}"));
        files.put("heatmap.json", text("{\"normalization\": \"recording\", \"aoiMetrics\": \"extended\"}"));
        return files;
    }

    @Test
    void readingTheDirectoryOfAZipForARequestEndsWhenTheTimeIsUp() {
        stack.upload("inbox/a.zip", TestExport.zip(TestExport.files()));
        HeatmapRequest request = new HeatmapRequest(new Drop.Zip(stack.drops, "inbox/a.zip"), "", Overrides.none());
        OnDemandProcessor processor = new OnDemandProcessor(pipeline());
        assertThatThrownBy(() -> processor.plan(request, new Deadline(() -> Duration.ofMillis(500))))
                .isInstanceOf(Deadline.DeadlineExceededException.class);
        assertThat(processor.plan(request, new Deadline(() -> Duration.ofMinutes(1)))).isInstanceOf(OnDemandProcessor.Plan.Ready.class);
    }

    /** 2 million points on the diagonal, and fixations on it: half a second for each. */
    @Tag("slow")
    @Test
    void workWithoutEndIsRefusedAsBadInput() {
        StringBuilder rows = new StringBuilder(TestExport.HEADER + "\n");
        for (int i = 1; i <= 1_000; i++) {
            rows.append("s,r,").append(i).append(",1636035502384515914,1636035502552495914,167,true,").append(i % 30).append(".1,")
                    .append(i % 30).append(".1\n");
        }
        Map<String, byte[]> files = TestExport.files();
        files.put("fixations.csv", text(rows.toString()));
        files.put("aois.json", text("{\"categories\": [{\"id\": 1, \"name\": \"shelf\"}], \"annotations\": [{\"category_id\": 1,"
                + " \"segmentation\": [[" + "0,0,999,999,".repeat(900_000) + "0,0]]}]}"));
        stack.upload("inbox/a.zip", TestExport.zip(files));
        stack.handle(stack.event("inbox/a.zip"));
        assertThat(stack.json("a/error.json").path("detail").asText()).startsWith("a.zip/fixations.csv, line ")
                .contains("seen \"more than 2000000000 comparisons with edges of areas up to here\", expected at most 2000000000: areas"
                        + " with fewer corners, or fewer fixations");
    }

    @Tag("slow")
    @Test
    void aRunEndsAtAnyLookAndLeavesNothingBehind() {
        TestExport.under("inbox/a/", files(RECORDINGS)).forEach(stack::upload);
        Map<String, Integer> stops = new TreeMap<>();
        int look = 1;
        for (Optional<String> stop = stoppedAt(look); stop.isPresent(); stop = stoppedAt(++look)) {
            stops.merge(stop.get(), 1, Integer::sum);
            assertThat(stack.resultKeys()).as("look %d: %s", look, stop.get()).isEmpty();
        }
        assertThat(stack.resultKeys()).contains("a/manifest.json").doesNotContain("a/error.json");
        // Two masks and the areas; blocks of 64 KB and recordings; strips of the image and labels of three tables.
        assertThat(stops.get("stopped in the stage read")).isGreaterThan(2 * MASK_SIDE + 2);
        assertThat(stops.get("stopped in the stage count")).isGreaterThan(ROWS * 60 / (1 << 16) + RECORDINGS);
        assertThat(stops.get("stopped in the stage blur")).isEqualTo(2);
        // The figure's PNG has some 15 strips, and each is looked at.
        assertThat(stops.get("stopped in the stage render")).isGreaterThan(HEIGHT + 3 + 10);
        assertThat(places).contains("Layers", "HeatBitmap", "SvgWriter", "RasterWriter$Painter", "DecodingImage");
        assertThat(stops.keySet()).contains("stopped before the stage read", "stopped before the stage count",
                "stopped before the stage blur", "stopped before the stage render", "stopped before the stage write");
    }

    /** Too many looks to try each. */
    @Tag("slow")
    @Test
    void aRunThatFindsStabilityEndsAtManyLooksAndLeavesNothingBehind() {
        TestExport.under("inbox/a/", files(RECORDINGS_OF_STABILITY)).forEach(stack::upload);
        Set<String> stops = new TreeSet<>();
        int look = 1;
        for (Optional<String> stop = stoppedAt(look); stop.isPresent(); stop = stoppedAt(look)) {
            stops.add(stop.get());
            assertThat(stack.resultKeys()).as("look %d: %s", look, stop.get()).isEmpty();
            look += Math.max(1, look / 4);
        }
        assertThat(stack.resultKeys()).contains("a/stability.csv", "a/manifest.json");
        assertThat(stops).contains("stopped in the stage blur", "stopped in the stage render");
    }
}
