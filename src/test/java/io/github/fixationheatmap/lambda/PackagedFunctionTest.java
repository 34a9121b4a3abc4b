package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.example.ExampleExport;
import io.github.fixationheatmap.lambda.RuntimeApi.Answer;
import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.local.S3Events;
import io.github.fixationheatmap.store.S3ObjectStore;
import io.github.fixationheatmap.store.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** The packaged function as Lambda runs it: only its own directory, with the runtime interface client, in a separate JVM. */
@Tag("slow")
class PackagedFunctionTest {

    private static final Path FUNCTION = Path.of("target", "function").toAbsolutePath();
    /** Tests, and the tools that are compiled with them. */
    private static final Path TESTS = Path.of("target", "test-classes");
    private static final Path CLIENT = Path.of("target", "runtime-client").toAbsolutePath();
    private static final String DROPS = "drops";
    private static final String RESULTS = "results";
    private static final long MAX_PACKAGE = 16_000_000;

    @TempDir
    Path own = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedS3 s3;

    @BeforeAll
    static void start() {
        s3 = EmbeddedS3.start();
        s3.createBucket(DROPS);
        s3.createBucket(RESULTS);
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime interface client has native code for Linux alone")
    void turnsS3EventsIntoFiles() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        ObjectNode direct = S3Events.put(drop("direct"));
        ObjectNode queued = S3Events.inSqs(S3Events.put(drop("queued/Küche 1+1%")), S3Events.put(drop("queued/second")));
        try (RuntimeApi api = new RuntimeApi();
                FunctionProcess function = new FunctionProcess(FUNCTION, CLIENT, own, api, FunctionProcess.environmentFor(s3, RESULTS))) {
            assertThat(api.invoke("first-request", direct.toString())).as("log: %s", function.log()).isInstanceOf(Answer.Response.class);
            assertThat(results("direct/")).containsExactlyElementsOf(withFigure("direct/"));

            Answer answer = api.invoke("second-request", queued.toString());
            assertThat(answer).isEqualTo(new Answer.Response("{\"batchItemFailures\":[]}"));
            assertThat(results("queued/Küche 1+1%/")).containsExactlyElementsOf(withFigure("queued/Küche 1+1%/"));
            assertThat(results("queued/second/")).containsExactlyElementsOf(withFigure("queued/second/"));
            logsJsonAlone(function.log());
        }
    }

    @Tag("slow")
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime interface client has native code for Linux alone")
    void primesBeforeItsSnapshotWithoutTouchingBuckets() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        s3.createBucket("untouched");
        ObjectNode event = S3Events.put(drop("restored"));
        List<StoredObject> before = new S3ObjectStore(s3.client()).page(DROPS, "", "").objects();
        Map<String, String> environment = new HashMap<>(FunctionProcess.environmentFor(s3, "untouched"));
        environment.putAll(FunctionProcess.SNAP_START_ENVIRONMENT);
        try (RuntimeApi api = new RuntimeApi();
                FunctionProcess function =
                        new FunctionProcess(List.of(), FunctionProcess.SNAP_START, FUNCTION, CLIENT, own, api, environment)) {
            api.primed();
            assertThat(function.log()).singleElement().asString().contains("\"message\":\"rehearsed\"");
            assertThat(new S3ObjectStore(s3.client()).page(DROPS, "", "").objects()).isEqualTo(before);
            assertThat(new S3ObjectStore(s3.client()).page("untouched", "", "").objects()).isEmpty();
            api.restore();
            assertThat(api.invoke("request", event.toString())).isInstanceOf(Answer.Response.class);
            assertThat(function.log()).anyMatch(line -> line.contains("\"ColdStarts\":1"));
            assertThat(new S3ObjectStore(s3.client()).list("untouched", "restored/")).hasSize(8);
        }
    }

    @Test
    void isSmallAndHoldsNothingOfTheTests() throws IOException {
        try (Stream<Path> all = Files.walk(FUNCTION)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            System.out.println("the packaged function: " + bytes + " bytes in " + files.size() + " files");
            assertThat(bytes).isLessThan(MAX_PACKAGE);
            assertThat(files).extracting(f -> FUNCTION.relativize(f).toString())
                    .contains("io/github/fixationheatmap/lambda/DropHandler.class")
                    .noneMatch(name -> name.endsWith(".class") && Files.exists(TESTS.resolve(name)) && !name.endsWith("package-info.class"))
                    .noneMatch(name -> name.matches("lib/(s3proxy|junit|assertj|jqwik|archunit|jetty|netty|apache|jimfs|guava).*"));
        }
    }

    /** The keys of an export's results, in the order of a listing. */
    private static List<String> withFigure(String prefix) {
        return Stream.concat(TestStack.five(prefix).stream(),
                Stream.of("figure.png", "figure.svg", "report.html").map(name -> prefix + name)).sorted().toList();
    }

    private static void logsJsonAlone(List<String> lines) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        for (String line : lines) {
            assertThat(mapper.readTree(line).path("requestId").asText()).isIn("first-request", "second-request");
        }
        assertThat(lines).anyMatch(l -> l.contains("\"drop\":\"inbox/direct/\""));
    }

    private static StoredObject drop(String path) throws IOException {
        for (String file : ExampleExport.FILES) {
            s3.client().putObject(r -> r.bucket(DROPS).key("inbox/" + path + "/" + file),
                    RequestBody.fromBytes(ExampleExport.read(file)));
        }
        return s3.find(DROPS, "inbox/" + path + "/fixations.csv");
    }

    private static List<String> results(String prefix) {
        return new S3ObjectStore(s3.client()).list(RESULTS, prefix).stream().map(StoredObject::key).toList();
    }
}
