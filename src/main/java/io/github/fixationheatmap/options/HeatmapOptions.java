package io.github.fixationheatmap.options;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be chosen for a heatmap.
 *
 * @param blur how wide the blur is
 * @param pixelsPerDegree px of the reference image in a degree of visual angle, or nothing where it is not known
 * @param weight what a fixation adds to its bin
 * @param normalization how recordings are weighted
 * @param recordings the ids or names of the recordings that count, or nothing where all do
 * @param surface the Neon Player surface that counts, or nothing where there is only one
 * @param tracker what is chosen about tables of eye trackers other than Pupil Labs'
 * @param aoi what is chosen for the tables about AOIs
 * @param figures what is chosen for pictures and figures
 * @param window the time in which fixations count
 * @param groups which groups of recordings are compared, and how
 */
public record HeatmapOptions(
        Blur blur, Optional<Double> pixelsPerDegree, Weight weight, Normalization normalization, Optional<List<String>> recordings,
        Optional<String> surface, TrackerOptions tracker, AoiOptions aoi, FigureOptions figures, TimeWindow window, GroupOptions groups) {

    public static final double MIN_SCALE = 0.1;
    public static final double MAX_SCALE = 20;
    public static final double MIN_DEGREES = 0.01;
    public static final double MAX_DEGREES = 90;
    public static final double MIN_PIXELS_PER_DEGREE = 0.1;
    public static final double MAX_PIXELS_PER_DEGREE = 10_000;

    /** The defaults: the published recipe. */
    public static final HeatmapOptions PUBLISHED = new HeatmapOptions(new Blur.Scale(3), Optional.empty(), Weight.COUNT,
            Normalization.NONE, Optional.empty(), Optional.empty(), TrackerOptions.PUBLISHED, AoiOptions.PUBLISHED,
            FigureOptions.PUBLISHED,
            TimeWindow.ALL, GroupOptions.NONE);

    public HeatmapOptions {
        recordings = recordings.map(List::copyOf);
        if (recordings.isPresent() && recordings.get().isEmpty()) {
            throw new IllegalArgumentException("at least one recording, or all");
        }
    }

    /** These options with another scale. */
    public HeatmapOptions withScale(double value) {
        return withBlur(new Blur.Scale(value));
    }

    /** These options with another blur. */
    public HeatmapOptions withBlur(Blur value) {
        return new HeatmapOptions(value, pixelsPerDegree, weight, normalization, recordings, surface, tracker, aoi,
                figures, window, groups);
    }

    /** These options with another relation of px and degrees. */
    public HeatmapOptions withPixelsPerDegree(Optional<Double> value) {
        return new HeatmapOptions(blur, value, weight, normalization, recordings, surface, tracker, aoi, figures, window, groups);
    }

    /** These options with another weight. */
    public HeatmapOptions withWeight(Weight value) {
        return new HeatmapOptions(blur, pixelsPerDegree, value, normalization, recordings, surface, tracker, aoi, figures, window, groups);
    }

    /** These options with another normalization. */
    public HeatmapOptions withNormalization(Normalization value) {
        return new HeatmapOptions(blur, pixelsPerDegree, weight, value, recordings, surface, tracker, aoi, figures, window, groups);
    }

    /** These options with other recordings. */
    public HeatmapOptions withRecordings(Optional<List<String>> value) {
        return new HeatmapOptions(blur, pixelsPerDegree, weight, normalization, value, surface, tracker, aoi, figures, window, groups);
    }

    /** These options with another surface. */
    public HeatmapOptions withSurface(Optional<String> value) {
        return new HeatmapOptions(blur, pixelsPerDegree, weight, normalization, recordings, value, tracker, aoi, figures, window, groups);
    }

    /** These options with others about tables of eye trackers. */
    public HeatmapOptions withTracker(TrackerOptions value) {
        return new HeatmapOptions(blur, pixelsPerDegree, weight, normalization, recordings, surface, value, aoi, figures, window, groups);
    }

    /** These options with others for the tables about AOIs. */
    public HeatmapOptions withAoi(AoiOptions value) {
        return new HeatmapOptions(blur, pixelsPerDegree, weight, normalization, recordings, surface, tracker, value,
                figures, window, groups);
    }

    /** These options with others for pictures and figures. */
    public HeatmapOptions withFigures(FigureOptions value) {
        return new HeatmapOptions(blur, pixelsPerDegree, weight, normalization, recordings, surface, tracker, aoi, value, window, groups);
    }

    /** These options with another time in which fixations count. */
    public HeatmapOptions withWindow(TimeWindow value) {
        return new HeatmapOptions(blur, pixelsPerDegree, weight, normalization, recordings, surface, tracker, aoi, figures, value, groups);
    }

    /** These options with other groups. */
    public HeatmapOptions withGroups(GroupOptions value) {
        return new HeatmapOptions(blur, pixelsPerDegree, weight, normalization, recordings, surface, tracker, aoi, figures, window, value);
    }

    /** How wide the blur is. */
    public sealed interface Blur {

        /** By Pupil Cloud's scale: sigma is 3 bins for each whole step; {@value #MIN_SCALE} to {@value #MAX_SCALE}. */
        record Scale(double scale) implements Blur {
            public Scale {
                if (!(scale >= MIN_SCALE && scale <= MAX_SCALE)) {
                    throw new IllegalArgumentException("a scale of " + MIN_SCALE + " to " + MAX_SCALE + ", not " + scale);
                }
            }
        }

        /** By sigma in degrees of visual angle; {@value #MIN_DEGREES} to {@value #MAX_DEGREES}. */
        record Degrees(double sigma) implements Blur {
            public Degrees {
                if (!(sigma >= MIN_DEGREES && sigma <= MAX_DEGREES)) {
                    throw new IllegalArgumentException("a sigma of " + MIN_DEGREES + " to " + MAX_DEGREES + " degrees, not " + sigma);
                }
            }
        }
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
