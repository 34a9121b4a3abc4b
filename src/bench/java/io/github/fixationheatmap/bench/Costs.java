package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.local.S3Events;
import io.github.fixationheatmap.store.StoredObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What a drop costs: {@code mvn -q -B test-compile exec:exec@bench -Dbench=costs}. The function is started as on Lambda, with its share of
 * the processor, and works on a drop over an S3 on loopback, which runs beside it; its times, by the prices of {@link Prices}, and the
 * requests that it makes, counted, give a markdown table.
 */
public final class Costs {

    static final String ANSWER = "ms ";

    private static final int[] MEMORY_MB = {1_024, 1_769, 3_538};
    private static final double MB_OF_A_PROCESSOR = 1_769;
    private static final int COLD_RUNS = 5;
    private static final int WARM_UP = 20;
    private static final int WARM_RUNS = 11;

    /** An event reaches the queue, is received and is deleted. */
    private static final int SQS_REQUESTS = 3;

    private final EmbeddedS3 s3;
    private final String classPath;

    private Costs(EmbeddedS3 s3, String classPath) {
        this.s3 = s3;
        this.classPath = classPath;
    }

    static void run(BenchmarkOptions options) throws IOException {
        Path target = options.target();
        if (!CpuShare.isPossible()) {
            System.err.println("a share of a processor needs the right to make control groups (root, in most containers)");
            System.exit(1);
        }
        try (EmbeddedS3 s3 = EmbeddedS3.start()) {
            s3.createBucket(Study.DROPS);
            s3.createBucket(Study.RESULTS);
            Costs costs = new Costs(s3, FunctionJars.classPath(target));
            System.out.println("| photo | memory | vCPU | | s | x86_64, $ for 1,000 | arm64, $ for 1,000 |\n| --- | --- | --- | --- | --- "
                    + "| --- | --- |");
            Path folder = target.resolve("bench").resolve("costs");
            costs.print("2 MP", MadeStudy.of(new Study(folder.resolve("2mp")), 10_000, 1632, 1224));
            costs.print("12 MP", MadeStudy.of(new Study(folder.resolve("12mp")), 10_000, 4000, 3000));
        }
    }

    private void print(String photo, Study study) throws IOException {
        StoredObject fixations = upload(study);
        Map<String, Integer> counted = count(fixations);
        double requests = counted.entrySet().stream().mapToDouble(e -> e.getValue() * Prices.ofS3(e.getKey())).sum()
                + SQS_REQUESTS * Prices.SQS_REQUEST;
        for (int mb : MEMORY_MB) {
            Timings cold = new Timings("cold");
            Timings warm = new Timings("warm");
            try (CpuShare share = CpuShare.of(mb / MB_OF_A_PROCESSOR)) {
                Jvm jvm = jvm(share, mb);
                for (int i = 0; i < COLD_RUNS; i++) {
                    long start = System.nanoTime();
                    try (OurProcess process = new OurProcess(jvm, DropsOverS3.class)) {
                        drop(process, fixations);
                        cold.add((System.nanoTime() - start) / 1e6);
                    }
                }
                try (OurProcess process = new OurProcess(jvm, DropsOverS3.class)) {
                    for (int i = 0; i < WARM_UP + WARM_RUNS; i++) {
                        double ms = drop(process, fixations);
                        warm.add(i < WARM_UP ? new double[0] : new double[] {ms});
                    }
                }
            }
            row(photo, mb, requests, "warm", warm);
            row(photo, mb, requests, "cold", cold);
        }
        System.out.flush();
        System.err.println(photo + ": requests of one drop: " + counted + ", and " + SQS_REQUESTS + " of SQS: $"
                + String.format(Locale.ROOT, "%.4f", 1000 * requests) + " for 1,000");
    }

    private static void row(String photo, int mb, double requests, String state, Timings times) {
        System.out.println(String.format(Locale.ROOT, "| %s | %,d MB | %.2f | %s | %.2f | %.4f | %.4f |", photo, mb,
                mb / MB_OF_A_PROCESSOR, state, times.median() / 1000,
                1000 * (requests + Prices.ofLambda("x86_64", mb, times.median())),
                1000 * (requests + Prices.ofLambda("arm64", mb, times.median()))));
    }

    /** Two processors are seen, as on Lambda up to 3,008 MB; that four fifths of the memory are the heap's is a choice. */
    private Jvm jvm(CpuShare share, int mb) {
        List<String> options = Stream.concat(Jvm.AS_LAMBDA.stream(), Stream.of("-Xmx" + mb * 4 / 5 + "m", "-XX:ActiveProcessorCount=2"))
                .toList();
        Map<String, String> environment = new HashMap<>(Map.of(
                "RESULTS_BUCKET", Study.RESULTS, "DEFAULT_OUTPUTS", "none", "AWS_ENDPOINT_URL_S3",
                s3.endpoint().toString(), "AWS_REGION", EmbeddedS3.REGION.id()));
        environment.put("AWS_ACCESS_KEY_ID", EmbeddedS3.ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", EmbeddedS3.SECRET_KEY);
        return new Jvm(share.before(), options, classPath, environment);
    }

    private StoredObject upload(Study study) {
        for (Path file : List.of(study.photo(), study.fixations())) {
            s3.client().putObject(r -> r.bucket(Study.DROPS).key(Study.INBOX + file.getFileName()), file);
        }
        return s3.find(Study.DROPS, Study.INBOX + "fixations.csv");
    }

    private double drop(OurProcess process, StoredObject fixations) {
        s3.client().deleteObject(r -> r.bucket(Study.RESULTS).key("study/manifest.json"));
        String answer = process.ask(S3Events.put(fixations).toString());
        while (!answer.startsWith(ANSWER)) {
            answer = process.next();
        }
        s3.client().headObject(r -> r.bucket(Study.RESULTS).key("study/manifest.json"));
        return Double.parseDouble(answer.substring(ANSWER.length()));
    }

    /** The requests to S3 of a drop that was not worked on before, by their names. */
    private Map<String, Integer> count(StoredObject fixations) throws IOException {
        RequestCount counter = new RequestCount();
        try (S3Client watched = s3.watchedBy(counter)) {
            s3.client().deleteObject(r -> r.bucket(Study.RESULTS).key("study/manifest.json"));
            counter.drop(watched, fixations);
        }
        return counter.counts();
    }
}
