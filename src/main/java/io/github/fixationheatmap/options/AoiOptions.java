package io.github.fixationheatmap.options;

import io.github.fixationheatmap.options.HeatmapOptions.Choice;
import java.util.Optional;

/**
 * What may be chosen for the tables about AOIs.
 *
 * @param columns what the columns of a label are called
 * @param background how fixations in no AOI are treated
 * @param timeOrigin from when the time to first fixation counts; if it is not chosen, from the recording where the drop has a file of their
 *     starts, and else from the section
 * @param metrics which metrics there are
 */
public record AoiOptions(AoiColumns columns, Background background, Optional<TimeOrigin> timeOrigin, MetricSet metrics) {

    /** The defaults: the tables as Pupil Cloud writes them. */
    public static final AoiOptions PUBLISHED =
            new AoiOptions(AoiColumns.LABEL, Background.LEFT_OUT, Optional.empty(), MetricSet.STANDARD);

    /** These options with other columns. */
    public AoiOptions withColumns(AoiColumns value) {
        return new AoiOptions(value, background, timeOrigin, metrics);
    }

    /** These options with another background. */
    public AoiOptions withBackground(Background value) {
        return new AoiOptions(columns, value, timeOrigin, metrics);
    }

    /** These options with another origin. */
    public AoiOptions withTimeOrigin(Optional<TimeOrigin> value) {
        return new AoiOptions(columns, background, value, metrics);
    }

    /** These options with other metrics. */
    public AoiOptions withMetrics(MetricSet value) {
        return new AoiOptions(columns, background, timeOrigin, value);
    }

    /** What the tables call the columns of a label. */
    public enum AoiColumns implements Choice {
        /** As Pupil Cloud does since 2026. */
        LABEL("label id", "aoi label"),
        /** As Pupil Cloud did before 2026. */
        AOI("aoi id", "aoi name");

        private final String labelId;
        private final String labelName;

        AoiColumns(String labelId, String labelName) {
            this.labelId = labelId;
            this.labelName = labelName;
        }

        /** The column of a label's id. */
        public String labelId() {
            return labelId;
        }

        /** The column of a label's name. */
        public String labelName() {
            return labelName;
        }
    }

    /** How fixations that lie in no AOI are treated. */
    public enum Background {
        /** The tables leave them out. */
        LEFT_OUT,
        /**
         * They form an AOI of their own, {@value #NAME}, which is listed last. Without any other AOI it is not listed: it would be the
         * whole image.
         */
        LISTED;

        /** The name and the label of the background. */
        public static final String NAME = "background";
    }

    /** From when the time to first fixation counts. */
    public enum TimeOrigin implements Choice {
        /** The start of the section. */
        SECTION,
        /** The start of the recording, which a file of the drop must hold. */
        RECORDING
    }

    /** Which metrics the tables have. */
    public enum MetricSet implements Choice {
        /** Those of Pupil Cloud. */
        STANDARD,
        /** More metrics, and a table that summarises the recordings. */
        EXTENDED
    }
}
