package io.github.fixationheatmap.lambda;

import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.FigureOptions;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.HeatmapOptions.Choice;
import io.github.fixationheatmap.options.HeatmapOptions.Normalization;
import io.github.fixationheatmap.options.HeatmapOptions.Weight;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.study.StudyOptions.Studies;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings of all functions of a stack, from environment variables. The template has a parameter for each.
 *
 * @param resultsBucket {@code RESULTS_BUCKET}: the bucket that results are written to
 * @param limits {@code MAX_PIXELS} and Lambda's {@code AWS_LAMBDA_FUNCTION_MEMORY_SIZE}: the maximum size of inputs
 * @param defaults {@code DEFAULT_SCALE}, {@code DEFAULT_WEIGHT}, {@code DEFAULT_NORMALIZATION}, {@code DEFAULT_OUTPUTS}: the
 *     options that a drop does not set
 * @param studies {@code STUDIES}: whether the stack has studies; {@code off} if it is not set
 */
public record Settings(String resultsBucket, Limits limits, HeatmapOptions defaults, Studies studies) {

    private static final String ENDPOINT = "AWS_ENDPOINT_URL_S3";
    private static final Pattern ADDRESS = Pattern.compile("https?://(\\[[\\da-fA-F:]+]|[^\\s/:]+)(:\\d+)?(/\\S*)?");

    /**
     * The settings that only the functions of the API and of studies have.
     *
     * @param dropBucket {@code DROP_BUCKET}: the bucket of drops and requests
     * @param corsOrigin {@code CORS_ORIGIN}: the origin whose web pages may call the API; none if it is not set
     */
    public record Api(String dropBucket, Optional<String> corsOrigin) {

        /**
         * Reads the settings from environment variables.
         *
         * @throws IllegalArgumentException if a variable is missing, naming it
         */
        public static Api fromEnvironment(Map<String, String> environment) {
            String origin = environment.getOrDefault("CORS_ORIGIN", "");
            return new Api(bucket(environment, "DROP_BUCKET"), Optional.of(origin).filter(o -> !o.isBlank()));
        }
    }

    /**
     * Reads the settings from environment variables.
     *
     * @throws IllegalArgumentException if a variable is missing or has a wrong value, naming it
     */
    public static Settings fromEnvironment(Map<String, String> environment) {
        checkEndpoint(environment);
        String bucket = bucket(environment, "RESULTS_BUCKET");
        HeatmapOptions published = HeatmapOptions.PUBLISHED;
        long memory = value(environment, "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", mb -> Long.parseLong(mb) << 20).orElse(Long.MAX_VALUE);
        Limits limits = value(environment, "MAX_PIXELS", v -> new Limits(Long.parseLong(v), memory))
                .orElse(new Limits(Limits.DEFAULT_MAX_PIXELS, memory));
        HeatmapOptions scaled = value(environment, "DEFAULT_SCALE", v -> published.withScale(Double.parseDouble(v))).orElse(published);
        Weight weight = value(environment, "DEFAULT_WEIGHT", v -> oneOf(Weight.values(), v)).orElse(published.weight());
        Normalization normalization = value(environment, "DEFAULT_NORMALIZATION", v -> oneOf(Normalization.values(), v))
                .orElse(published.normalization());
        FigureOptions figures = published.figures();
        Optional<List<ChosenOutput>> outputs = value(environment, "DEFAULT_OUTPUTS", Settings::outputs);
        return new Settings(bucket, limits, scaled.withWeight(weight).withNormalization(normalization)
                .withFigures(outputs.map(figures::withOutputs).orElse(figures)),
                value(environment, "STUDIES", v -> oneOf(Studies.values(), v)).orElse(Studies.OFF));
    }

    /** Names with commas between them, "all" or "none". */
    private static List<ChosenOutput> outputs(String text) {
        return switch (text.strip()) {
            case "all" -> List.of(ChosenOutput.values());
            case "none" -> List.of();
            default -> Arrays.stream(text.split(",", -1))
                    .map(name -> oneOf(ChosenOutput.values(), name.strip())).toList();
        };
    }

    private static String bucket(Map<String, String> environment, String name) {
        String bucket = environment.get(name);
        if (bucket == null || bucket.isBlank()) {
            throw new IllegalArgumentException("the environment variable " + name + " must name a bucket");
        }
        // The id of a resource in the template: sam local sets it where it is told no name. Names of buckets have no capitals.
        if (!bucket.equals(bucket.toLowerCase(Locale.ROOT))) {
            throw notSet(name, bucket, "which is no bucket's name");
        }
        return bucket;
    }

    /** The SDK reads this variable itself, and makes a null pointer of what is no address. */
    private static void checkEndpoint(Map<String, String> environment) {
        String endpoint = environment.get(ENDPOINT);
        if (endpoint != null && !ADDRESS.matcher(endpoint).matches()) {
            throw notSet(ENDPOINT, endpoint, "which is no address such as http://host.docker.internal:4566");
        }
    }

    private static IllegalArgumentException notSet(String name, String value, String why) {
        return new IllegalArgumentException("the environment variable " + name + " is \"" + value + "\", " + why
                + ": for sam local, set it in events/env.json and add --env-vars events/env.json");
    }

    private static <T> Optional<T> value(Map<String, String> environment, String name, Function<String, T> parser) {
        String text = environment.getOrDefault(name, "");
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the environment variable " + name + " is \"" + text + "\": " + e.getMessage(), e);
        }
    }

    private static <E extends Choice> E oneOf(E[] all, String text) {
        return Arrays.stream(all).filter(e -> e.id().equals(text)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "expected " + Arrays.stream(all).map(Choice::id).collect(Collectors.joining(" or "))));
    }
}
