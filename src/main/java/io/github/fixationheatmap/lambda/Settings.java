package io.github.fixationheatmap.lambda;

import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.Normalization;
import io.github.fixationheatmap.options.Weight;
import io.github.fixationheatmap.read.Limits;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a stack sets for its functions, by environment variables that are parameters of its template.
 *
 * @param resultsBucket {@code RESULTS_BUCKET}: where results go
 * @param limits {@code MAX_PIXELS}: how large inputs may be
 * @param defaults {@code DEFAULT_SCALE}, {@code DEFAULT_WEIGHT}, {@code DEFAULT_NORMALIZATION}: what holds where a drop says nothing else
 */
public record Settings(String resultsBucket, Limits limits, HeatmapOptions defaults) {

    /**
     * The settings of an environment.
     *
     * @throws IllegalArgumentException if a variable is missing or has a wrong value, naming it
     */
    public static Settings fromEnvironment(Map<String, String> environment) {
        String bucket = environment.get("RESULTS_BUCKET");
        if (bucket == null || bucket.isBlank()) {
            throw new IllegalArgumentException("the environment variable RESULTS_BUCKET must name a bucket");
        }
        HeatmapOptions published = HeatmapOptions.PUBLISHED;
        Limits limits = value(environment, "MAX_PIXELS", v -> new Limits(Long.parseLong(v))).orElse(new Limits(Limits.DEFAULT_MAX_PIXELS));
        HeatmapOptions scaled = value(environment, "DEFAULT_SCALE", v -> published.with(Double.parseDouble(v))).orElse(published);
        Weight weight = value(environment, "DEFAULT_WEIGHT", v -> oneOf(Weight.values(), Weight::id, v)).orElse(published.weight());
        Normalization normalization = value(environment, "DEFAULT_NORMALIZATION", v -> oneOf(Normalization.values(), Normalization::id, v))
                .orElse(published.normalization());
        return new Settings(bucket, limits, scaled.with(weight).with(normalization));
    }

    private static <T> Optional<T> value(Map<String, String> environment, String name, Function<String, T> parser) {
        String text = environment.getOrDefault(name, "");
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the environment variable " + name + " is \"" + text + "\": " + e.getMessage(), e);
        }
    }

    private static <E> E oneOf(E[] all, Function<E, String> id, String text) {
        return Arrays.stream(all).filter(e -> id.apply(e).equals(text)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "expected " + Arrays.stream(all).map(id).collect(Collectors.joining(" or "))));
    }
}
