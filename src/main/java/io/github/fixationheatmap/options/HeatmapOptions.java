package io.github.fixationheatmap.options;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be chosen for a heatmap.
 *
 * @param scale how wide the blur is: sigma is 3 bins for each whole step; {@value #MIN_SCALE} to {@value #MAX_SCALE}
 * @param weight what a fixation adds to its bin
 * @param normalization how recordings are weighted
 * @param recordings the ids or names of the recordings that count, or nothing where all do
 * @param surface the Neon Player surface that counts, or nothing where there is only one
 * @param aoi what is chosen for the tables about AOIs
 */
public record HeatmapOptions(
        double scale, Weight weight, Normalization normalization, Optional<List<String>> recordings, Optional<String> surface,
        AoiOptions aoi) {

    public static final double MIN_SCALE = 0.1;
    public static final double MAX_SCALE = 20;

    /** The defaults: the published recipe. */
    public static final HeatmapOptions PUBLISHED =
            new HeatmapOptions(3, Weight.COUNT, Normalization.NONE, Optional.empty(), Optional.empty(), AoiOptions.PUBLISHED);

    public HeatmapOptions {
        if (!(scale >= MIN_SCALE && scale <= MAX_SCALE)) {
            throw new IllegalArgumentException("a scale of " + MIN_SCALE + " to " + MAX_SCALE + ", not " + scale);
        }
        recordings = recordings.map(List::copyOf);
        if (recordings.isPresent() && recordings.get().isEmpty()) {
            throw new IllegalArgumentException("at least one recording, or all");
        }
    }

    /** These options with another scale. */
    public HeatmapOptions withScale(double value) {
        return new HeatmapOptions(value, weight, normalization, recordings, surface, aoi);
    }

    /** These options with another weight. */
    public HeatmapOptions withWeight(Weight value) {
        return new HeatmapOptions(scale, value, normalization, recordings, surface, aoi);
    }

    /** These options with another normalization. */
    public HeatmapOptions withNormalization(Normalization value) {
        return new HeatmapOptions(scale, weight, value, recordings, surface, aoi);
    }

    /** These options with other recordings. */
    public HeatmapOptions withRecordings(Optional<List<String>> value) {
        return new HeatmapOptions(scale, weight, normalization, value, surface, aoi);
    }

    /** These options with another surface. */
    public HeatmapOptions withSurface(Optional<String> value) {
        return new HeatmapOptions(scale, weight, normalization, recordings, value, aoi);
    }

    /** These options with others for the tables about AOIs. */
    public HeatmapOptions withAoi(AoiOptions value) {
        return new HeatmapOptions(scale, weight, normalization, recordings, surface, value);
    }

    /** What a fixation adds to its bin. */
    public enum Weight implements Choice {
        /** 1 each. */
        COUNT("fixations"),
        /** Its duration in ms. */
        DURATION("ms of fixation");

        private final String unit;

        Weight(String unit) {
            this.unit = unit;
        }

        /** The unit that a bin counts in. */
        public String unit() {
            return unit;
        }
    }

    /** How recordings are weighted. */
    public enum Normalization implements Choice {
        /** Each fixation counts the same, so longer recordings count more. */
        NONE,
        /** Each recording's histogram is divided by its sum first, so that all recordings count the same. */
        RECORDING
    }

    /** The values of an option that are words. */
    public interface Choice {

        /** The name of the constant. */
        String name();

        /** Its name in options and manifests. */
        default String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
