package io.github.fixationheatmap.drop;

import java.nio.charset.StandardCharsets;

/**
 * The keys of one export's results.
 *
 * @param prefix their common prefix: empty, or ending in a slash
 */
public record ResultKeys(String prefix) {

    /** The maximum length of an S3 key, in bytes of UTF-8. */
    public static final int MAX_KEY_BYTES = 1_024;

    public ResultKeys {
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            throw new IllegalArgumentException("no prefix of results: " + prefix);
        }
    }

    /** Whether all keys are short enough for S3. */
    public boolean fitInS3() {
        return aoiFixations().getBytes(StandardCharsets.UTF_8).length <= MAX_KEY_BYTES;
    }

    public String heatmap() {
        return prefix + "heatmap.png";
    }

    public String overlay() {
        return prefix + "overlay.png";
    }

    public String aoiFixations() {
        return prefix + "aoi_fixations.csv";
    }

    public String aoiMetrics() {
        return prefix + "aoi_metrics.csv";
    }

    public String aoiSummary() {
        return prefix + "aoi_summary.csv";
    }

    public String manifest() {
        return prefix + "manifest.json";
    }

    public String error() {
        return prefix + "error.json";
    }
}
