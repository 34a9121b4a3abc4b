package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.lambda.FunctionProcess;
import io.github.fixationheatmap.lambda.RuntimeApi;
import io.github.fixationheatmap.lambda.RuntimeApi.Answer;
import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.local.S3Events;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Packaged functions, each started in a process of its own, with an S3 on loopback that stays. */
final class FunctionRuns implements AutoCloseable {

    /**
     * A start on demand, in ms from the process's start: until the JVM stands, until the function asks for work, until its first result;
     * and the processors' time until then.
     */
    record Start(double jvm, double ready, double result, double cpu) {}

    /** A start from a snapshot, in ms: what came before it, and each request after it, by the clock and in the processors' time. */
    record Restore(double before, List<Double> requests, List<Double> cpu) {}

    private static final String DROPS = "drops";
    private static final String RESULTS = "results";
    private static final Pattern JVM_STANDS = Pattern.compile("Create VM, (\\d\\.\\d+) secs");

    private final Path client;
    private final Path own;
    private final EmbeddedS3 s3 = EmbeddedS3.start();
    private int drops;

    /**
     * Starts the S3, and has it serve this one study as often as it is asked for.
     *
     * @param client the directory of the runtime interface client
     * @param own a directory for the processes' own files
     */
    FunctionRuns(Path client, Path own) throws IOException {
        this.client = client;
        this.own = own;
        s3.createBucket(DROPS);
        s3.createBucket(RESULTS);
    }

    /** A new drop of the study, and the event that tells of it. */
    private String drop(Map<String, byte[]> study) {
        String folder = "inbox/study-" + ++drops + "/";
        S3ObjectStore store = new S3ObjectStore(s3.client());
        study.forEach((name, bytes) -> store.put(DROPS, folder + name, "application/octet-stream", PutBody.of(bytes)));
        return S3Events.put(s3.find(DROPS, folder + "fixations.csv")).toString();
    }

    /** One start on demand. */
    Start start(List<String> through, List<String> options, Path function, Map<String, byte[]> study)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        String event = drop(study);
        Path directory = fresh();
        Path times = directory.resolve("jvm.log");
        List<String> all = new ArrayList<>(options);
        all.add("-Xlog:startuptime:file=" + times);
        try (RuntimeApi api = new RuntimeApi()) {
            long from = System.nanoTime();
            try (FunctionProcess process = new FunctionProcess(through, all, function, client, directory, api,
                    FunctionProcess.environmentFor(s3, RESULTS))) {
                check(api.invoke("first", event), process);
                long to = System.nanoTime();
                Matcher jvm = JVM_STANDS.matcher(Files.readString(times));
                return new Start(jvm.find() ? 1000 * Double.parseDouble(jvm.group(1)) : Double.NaN, ms(from, api.ready()), ms(from, to),
                        process.processorTime().toNanos() / 1e6);
            }
        }
    }

    /** One start as from a snapshot, and that many requests. */
    Restore restore(List<String> through, List<String> options, Path function, Map<String, byte[]> study, int requests)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Map<String, String> environment = new HashMap<>(FunctionProcess.environmentFor(s3, RESULTS));
        environment.putAll(FunctionProcess.SNAP_START_ENVIRONMENT);
        List<Double> each = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        try (RuntimeApi api = new RuntimeApi()) {
            long from = System.nanoTime();
            try (FunctionProcess process = new FunctionProcess(through, options, function, client, fresh(), api, environment)) {
                double before = ms(from, api.primed());
                api.restore();
                api.ready();
                for (int i = 0; i < requests; i++) {
                    String event = drop(study);
                    long work = process.processorTime().toNanos();
                    long begin = System.nanoTime();
                    check(api.invoke("request-" + i, event), process);
                    each.add(ms(begin, System.nanoTime()));
                    cpu.add(ms(work, process.processorTime().toNanos()));
                }
                return new Restore(before, List.copyOf(each), List.copyOf(cpu));
            }
        }
    }

    private static void check(Answer answer, FunctionProcess process) throws IOException {
        boolean done = process.log().stream().anyMatch(line -> line.contains("\"results written\""));
        if (!(answer instanceof Answer.Response) || !done) {
            throw new IllegalStateException("no result: " + answer + " " + process.log());
        }
    }

    private static double ms(long from, long to) {
        return (to - from) / 1e6;
    }

    private Path fresh() throws IOException {
        if (Files.exists(own)) {
            try (Stream<Path> old = Files.walk(own)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(own);
    }

    @Override
    public void close() {
        s3.close();
    }
}
