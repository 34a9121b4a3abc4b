package io.github.fixationheatmap.lambda;

import io.github.fixationheatmap.local.EmbeddedS3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged function in a JVM of its own, under Lambda's runtime interface client; nothing else is on its class path. */
public final class FunctionProcess implements AutoCloseable {

    /** Lambda's JVM options without snapshots: the serial collector and C1 only. */
    public static final List<String> ON_DEMAND = List.of(
            "-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g", "--enable-native-access=ALL-UNNAMED",
            "-Djava.net.preferIPv4Stack=true", "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");

    /** With SnapStart both compilers are on, because no request waits for what they compile before the snapshot. */
    public static final List<String> SNAP_START = ON_DEMAND.stream().filter(o -> !o.contains("Tiered")).toList();

    /** The variables with which the runtime interface client runs its snapshot hooks. Use them with {@link #SNAP_START}. */
    public static final Map<String, String> SNAP_START_ENVIRONMENT = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.";

    private final Process process;
    private final Path log;

    /**
     * Starts the function.
     *
     * @param function the built function's directory
     * @param client the directory with the runtime interface client and its dependencies
     * @param own a directory for this process's own files
     * @param environment variables in addition to those that Lambda sets
     */
    public FunctionProcess(Path function, Path client, Path own, RuntimeApi api, Map<String, String> environment) throws IOException {
        this(List.of(), ON_DEMAND, function, client, own, api, environment);
    }

    /**
     * Starts the function by a command and with JVM options.
     *
     * @param through the command before the JVM's own, or an empty list
     * @param options the JVM's options
     */
    public FunctionProcess(List<String> through, List<String> options, Path function, Path client, Path own, RuntimeApi api,
            Map<String, String> environment) throws IOException {
        log = own.resolve("function.log");
        // The client unpacks its native library to a fixed path, which two processes that start together would overwrite.
        Path library = unpackLibrary(client, own);
        List<String> command = new ArrayList<>(through);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-D" + CLIENT + "runtimeapi.NativeClient.JNI=" + library, "-classpath", classpath(client),
                CLIENT + "AWSLambda", DropHandler.class.getName() + "::handleRequest"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(function.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of(
                "LANG", "en_US.UTF-8",
                "TZ", ":UTC",
                "LAMBDA_TASK_ROOT", function.toString(),
                "_HANDLER", DropHandler.class.getName() + "::handleRequest",
                "AWS_LAMBDA_RUNTIME_API", api.address(),
                "AWS_LAMBDA_FUNCTION_NAME", "drops",
                "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769",
                "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/drops",
                "AWS_LAMBDA_LOG_STREAM_NAME", "stream"));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** The variables for a function that uses an embedded S3. */
    public static Map<String, String> environmentFor(EmbeddedS3 s3, String resultsBucket) {
        return Map.of(
                "RESULTS_BUCKET", resultsBucket,
                "AWS_ENDPOINT_URL_S3", s3.endpoint().toString(),
                "AWS_REGION", EmbeddedS3.REGION.id(),
                "AWS_ACCESS_KEY_ID", EmbeddedS3.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", EmbeddedS3.SECRET_KEY);
    }

    /** The lines of the log until now. */
    public List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    /** The processor time used until now. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static String classpath(Path client) throws IOException {
        try (Stream<Path> jars = Files.list(client)) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }

    private static Path unpackLibrary(Path client, Path own) throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        Path library = own.resolve("libaws-lambda-jni.so");
        try (Stream<Path> jars = Files.list(client)) {
            Path jar = jars.filter(p -> p.toString().contains("runtime-interface-client")).findFirst().orElseThrow();
            try (JarFile file = new JarFile(jar.toFile());
                    InputStream in = file.getInputStream(
                            Objects.requireNonNull(file.getEntry("jni/libaws-lambda-jni.linux-" + machine + ".so")))) {
                Files.copy(in, library);
            }
        }
        return library;
    }

    @Override
    public void close() throws IOException {
        // SIGTERM first, because some JVM options write a file at exit.
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
