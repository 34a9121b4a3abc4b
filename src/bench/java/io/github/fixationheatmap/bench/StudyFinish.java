package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.laptop.FolderStore;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.store.ObjectStore.ObjectPages;
import io.github.fixationheatmap.store.StoredObject;
import io.github.fixationheatmap.study.StudyFinisher;
import io.github.fixationheatmap.study.StudyPlanner;
import io.github.fixationheatmap.study.StudyPlanner.Planned;
import io.github.fixationheatmap.study.StudyStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long the last step of a study of 100,000 drops takes, and how much memory: 10,000 batches left their parts, with 12 recordings and 10
 * labels for each drop. Objects are files, so the times of requests are missing. The listing of drops is made up.
 */
final class StudyFinish {

    private static final int DROPS = 100_000;
    private static final int BATCH = 10;
    private static final int RECORDINGS = 12;
    private static final int LABELS = 10;
    private static final int PAGE = 1_000;
    private static final List<Integer> HEAPS_MB = List.of(1536, 512, 256);
    private static final StudyKeys STUDY = new StudyKeys("lab");

    private StudyFinish() {}

    /** Prints the time and the peak memory with ever smaller heaps, until one is too small. */
    static void run(BenchmarkOptions options) throws IOException {
        Path root = Files.createTempDirectory("study-finish");
        try {
            String run = makeParts(root);
            Jvm jvm = Jvm.asLambda(System.getProperty("java.class.path"));
            for (int heap : HEAPS_MB) {
                Jvm.Ended ended = jvm.with("-Xmx" + heap + "m", "-XX:+ExitOnOutOfMemoryError")
                        .run(Redirect.INHERIT, StudyFinish.class, root.toString(), run);
                System.out.println("heap " + heap + " MB: " + (ended.status() == 0 ? ended.lines().getLast() : "too small"));
                if (ended.status() != 0) {
                    break;
                }
            }
        } finally {
            delete(root);
        }
    }

    /** The process that finishes. Arguments: the folder and the run. */
    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        new StudyFinisher(store(Path.of(args[0])), TimeCheck.NONE).finish(STUDY, args[1]);
        String peak = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmHWM")).findFirst().orElse("");
        long cpu = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
        System.out.printf(Locale.ROOT, "%.1f s, %.1f s of the processor, %s%n",
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3, cpu / 1e9, peak);
    }

    private static StudyStore store(Path root) {
        FolderStore folders = new FolderStore(root);
        ObjectPages pages = (bucket, prefix, after) -> bucket.equals(Study.DROPS) ? drops(after) : files(root, bucket, prefix, folders);
        return new StudyStore(folders, pages, folders, Study.DROPS, Study.RESULTS);
    }

    /** Three files of each drop. */
    private static ObjectPages.Page drops(String after) {
        int first = after.isEmpty() ? 0 : Integer.parseInt(after, STUDY.inbox().length(), STUDY.inbox().length() + 6, 10) + 1;
        List<StoredObject> objects = new ArrayList<>();
        for (int drop = first; drop < Math.min(DROPS, first + PAGE / 3); drop++) {
            for (String file : List.of("fixations.csv", "reference_image.jpeg", "sections.csv")) {
                objects.add(new StoredObject(Study.DROPS, name(STUDY.inbox(), drop) + file, 1, "\"tag\""));
            }
        }
        return new ObjectPages.Page(objects, first + PAGE / 3 < DROPS);
    }

    private static String name(String folder, int drop) {
        return folder + String.format(Locale.ROOT, "%06d", drop) + " kitchen shelf/";
    }

    private static ObjectPages.Page files(Path root, String bucket, String prefix, FolderStore folders) {
        try (Stream<Path> files = Files.list(root.resolve(bucket).resolve(prefix))) {
            return new ObjectPages.Page(files.map(file -> folders.find(bucket, prefix + file.getFileName()).orElseThrow()).toList(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String makeParts(Path root) throws IOException {
        Path inbox = Files.createDirectories(root.resolve(Study.DROPS).resolve(STUDY.inbox()));
        Files.writeString(inbox.resolve(StudyKeys.FILE), "{}");
        StudyStore store = store(root);
        HeatmapPipeline pipeline = new HeatmapPipeline(store.store(), Study.RESULTS, new Limits(Limits.DEFAULT_MAX_PIXELS, Long.MAX_VALUE),
                HeatmapOptions.PUBLISHED);
        String run = new StudyPlanner(store, pipeline).plan(STUDY.file()) instanceof Planned.Ready ready ? ready.run() : "";
        Path results = root.resolve(Study.RESULTS);
        Files.createDirectories(results.resolve(STUDY.parts(run)));
        for (int batch = 0; batch < DROPS / BATCH; batch++) {
            Files.writeString(results.resolve(STUDY.part(run, batch)), exports(batch), UTF_8);
            Files.writeString(results.resolve(STUDY.partOfRecordings(run, batch)),
                    rows(batch, 1, ",r,name of a person,310,12,3,0,0,0,0\n"));
            Files.writeString(results.resolve(STUDY.partOfAoiMetrics(run, batch)),
                    rows(batch, LABELS, ",aoi-12345678,0b5a2c1e-recording-id,name of a person,a label,180,24,7003,3610\n"));
        }
        return run;
    }

    private static String exports(int batch) {
        StringBuilder json = new StringBuilder("{\"aoiMetrics\":\"standard\",\"exports\":[");
        for (int drop = batch * BATCH; drop < (batch + 1) * BATCH; drop++) {
            json.append(drop % BATCH == 0 ? "" : ",").append(String.format(Locale.ROOT, """
                    {"drop":"%s","results":"%s","outcome":"done","detail":"","recordings":12,"fixations":3000,"report":true,"ms":1400,\
                    "image":"","obstacle":""}""", name(STUDY.inbox(), drop), name("lab/", drop)));
        }
        return json.append("]}").toString();
    }

    private static String rows(int batch, int labels, String rest) {
        StringBuilder table = new StringBuilder("drop" + ",a column".repeat(rest.split(",", -1).length - 1) + "\n");
        for (int drop = batch * BATCH; drop < (batch + 1) * BATCH; drop++) {
            String name = name("", drop);
            table.append((name.substring(0, name.length() - 1) + rest).repeat(RECORDINGS * labels));
        }
        return table.toString();
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
