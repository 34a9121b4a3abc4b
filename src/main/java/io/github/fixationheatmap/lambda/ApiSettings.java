package io.github.fixationheatmap.lambda;

import java.util.Map;
import java.util.Optional;

/**
 * What a stack sets for its API beside what it sets for all its functions.
 *
 * @param dropBucket {@code DROP_BUCKET}: where drops and requests lie
 * @param corsOrigin {@code CORS_ORIGIN}: the origin whose pages may call; none where it is not set
 */
public record ApiSettings(String dropBucket, Optional<String> corsOrigin) {

    /**
     * The settings of an environment.
     *
     * @throws IllegalArgumentException if a variable is missing, naming it
     */
    public static ApiSettings fromEnvironment(Map<String, String> environment) {
        String bucket = environment.get("DROP_BUCKET");
        if (bucket == null || bucket.isBlank()) {
            throw new IllegalArgumentException("the environment variable DROP_BUCKET must name a bucket");
        }
        return new ApiSettings(bucket, Optional.of(environment.getOrDefault("CORS_ORIGIN", "")).filter(o -> !o.isBlank()));
    }
}
