package io.github.fixationheatmap.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.png.Png;
import io.github.fixationheatmap.draw.render.RenderStages;
import io.github.fixationheatmap.draw.render.Renderer.HeatmapImages;
import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

/**
 * Where the time of a drop of 12 MP and 10,000 rows goes, stage by stage, each on one thread:
 * {@code mvn -q -B test-compile exec:exec@bench -Dbench=stages}. With {@code -Dpeer=FOLDER} (as for {@link SideBySide}) on that folder's
 * study, and OpenCV's time for the same beside it, by {@code src/test/python/stages.py}, on one thread as well. Prints a markdown table of
 * medians.
 */
public final class Stages {

    private static final int WARM_UP = 8;
    private static final int RUNS = 11;

    private final Map<String, Timings> times = new LinkedHashMap<>();
    private final Study study;

    private Stages(Study study) {
        this.study = study;
    }

    static void run(BenchmarkOptions options) throws IOException {
        boolean withPeer = !options.peer().isEmpty();
        Study study = new Study(options.target().resolve("bench").resolve(withPeer ? "12mp" : "12mp-made"));
        if (withPeer) {
            new PeerScripts(Path.of(options.peer()).toAbsolutePath()).makeStudy(study, 10_000, 4000, 3000);
        } else {
            MadeStudy.of(study, 10_000, 4000, 3000);
        }
        Stages stages = new Stages(study);
        try (ForkJoinPool one = new ForkJoinPool(1); EmbeddedS3 s3 = EmbeddedS3.start()) {
            s3.createBucket(Study.RESULTS);
            for (int i = 0; i < WARM_UP; i++) {
                one.submit(() -> stages.once(s3)).join();
            }
            stages.times.clear();
            for (int i = 0; i < RUNS; i++) {
                one.submit(() -> stages.once(s3)).join();
            }
        }
        JsonNode openCv = withPeer ? stages.openCv(options.project()) : JsonMapper.builder().build().createObjectNode();
        stages.print(openCv);
        double[] rates = CsvRate.mbPerSecond();
        System.out.println(String.format(Locale.ROOT, "%nTen million rows read, checked and counted on one thread: %.0f, %.0f, %.0f MB/s",
                rates[0], rates[1], rates[2]));
    }

    private int once(EmbeddedS3 s3) {
        try {
            work(s3);
            return times.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> T timed(String stage, Step<T> step) throws IOException {
        long start = System.nanoTime();
        T result = step.run();
        add(stage, (System.nanoTime() - start) / 1e6);
        return result;
    }

    private void add(String stage, double ms) {
        times.computeIfAbsent(stage, Timings::new).add(ms);
    }

    private void work(EmbeddedS3 s3) throws IOException {
        timed("read", () -> Kernels.read(Files.readAllBytes(study.fixations())));
        double[] positions = Kernels.positions(Files.readAllBytes(study.fixations()));
        ImageRows photo = timed("decode", () -> Kernels.decode(Files.readAllBytes(study.photo())));
        Grid grid = Grid.of(photo.width(), photo.height());
        Histogram histogram = timed("histogram", () -> Kernels.histogram(grid, positions));
        GaussianBlur blur = GaussianBlur.ofScale(3);
        long start = System.nanoTime();
        blur.apply(histogram.rows());
        long blurred = System.nanoTime();
        ScalarField field = ScalarField.of(histogram, blur);
        long stretched = System.nanoTime();
        add("blur", (blurred - start) / 1e6);
        RenderStages render = new RenderStages();
        HeatmapImages pictures = render.run(field, photo);
        // The field blurs as well, and stretches the bins to the photo's width.
        add("resize", render.resizeMs() + Math.max(0, (stretched - blurred - (blurred - start)) / 1e6));
        add("pixels to rows", render.pixelsMs());
        add("blend", render.blendMs());
        add("encode", render.encodeMs());
        timed("write", () -> {
            write(pictures.heatmap(), "heatmap.png");
            write(pictures.overlay(), "overlay.png");
            return pictures;
        });
        S3ObjectStore store = new S3ObjectStore(s3.client());
        timed("upload", () -> {
            put(store, pictures.heatmap(), "heatmap.png");
            put(store, pictures.overlay(), "overlay.png");
            return pictures;
        });
    }

    private void write(Png png, String name) throws IOException {
        Files.createDirectories(study.results());
        try (OutputStream out = Files.newOutputStream(study.results().resolve(name))) {
            png.open().transferTo(out);
        }
    }

    private static void put(S3ObjectStore store, Png png, String key) {
        store.put(Study.RESULTS, key, "image/png", new PutBody(png.length(), png::open), new PutCondition.Always());
    }

    private JsonNode openCv(Path project) throws IOException {
        List<String> lines = PeerScripts.python(project.resolve("src/test/python/stages.py"), study.folder().toString(),
                study.peersResults().toString(), Integer.toString(RUNS));
        return JsonMapper.builder().build().readTree(lines.getLast());
    }

    private void print(JsonNode openCv) {
        System.out.println("| stage | ms | pandas, numpy, OpenCV: ms |\n| --- | --- | --- |");
        times.forEach((stage, ms) -> System.out.println(String.format(Locale.ROOT, "| %s | %.1f | %s |", stage, ms.median(),
                openCv.has(stage) ? String.format(Locale.ROOT, "%.1f", openCv.path(stage).asDouble()) : "")));
    }
}
