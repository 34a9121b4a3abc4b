package io.github.fixationheatmap.options;

import io.github.fixationheatmap.options.HeatmapOptions.Choice;
import java.util.Optional;

/**
 * What may be chosen for the tables and figures about AOIs.
 *
 * @param columns what the columns of a label are called
 * @param background how fixations in no AOI are treated
 * @param timeOrigin from when the time to first fixation counts; if it is not chosen, from the recording where the drop has a file of their
 *     starts, and else from the section
 * @param metrics which metrics there are
 * @param shown what the figures show of each label
 */
public record AoiOptions(
        AoiColumns columns, Background background, Optional<TimeOrigin> timeOrigin, MetricSet metrics, LabelMetric shown) {

    /** The defaults: the tables as Pupil Cloud writes them. */
    public static final AoiOptions PUBLISHED =
            new AoiOptions(AoiColumns.LABEL, Background.LEFT_OUT, Optional.empty(), MetricSet.STANDARD, LabelMetric.COUNT);

    /** These options with other columns. */
    public AoiOptions withColumns(AoiColumns value) {
        return new AoiOptions(value, background, timeOrigin, metrics, shown);
    }

    /** These options with another background. */
    public AoiOptions withBackground(Background value) {
        return new AoiOptions(columns, value, timeOrigin, metrics, shown);
    }

    /** These options with another origin. */
    public AoiOptions withTimeOrigin(Optional<TimeOrigin> value) {
        return new AoiOptions(columns, background, value, metrics, shown);
    }

    /** These options with other metrics. */
    public AoiOptions withMetrics(MetricSet value) {
        return new AoiOptions(columns, background, timeOrigin, value, shown);
    }

    /** These options with figures that show something else. */
    public AoiOptions withShown(LabelMetric value) {
        return new AoiOptions(columns, background, timeOrigin, metrics, value);
    }

    /** What the tables call the columns of a label. */
    public enum AoiColumns implements Choice {
        /** As Pupil Cloud does since 2026. */
        LABEL("label id", "aoi label", "label name"),
        /** As Pupil Cloud did before 2026. */
        AOI("aoi id", "aoi name", "aoi name");

        private final String labelId;
        private final String labelName;
        private final String labelNameOfLabels;

        AoiColumns(String labelId, String labelName, String labelNameOfLabels) {
            this.labelId = labelId;
            this.labelName = labelName;
            this.labelNameOfLabels = labelNameOfLabels;
        }

        /** The column of a label's id. */
        public String labelId() {
            return labelId;
        }

        /** The column of a label's name. */
        public String labelName() {
            return labelName;
        }

        /** The column of a label's name in {@code aoi_label_metrics.csv}. */
        public String labelNameOfLabels() {
            return labelNameOfLabels;
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

    /** A number of a label, over all selected recordings. */
    public enum LabelMetric implements Choice {
        /** Fixations per recording. */
        COUNT,
        /** Fixation time per recording. */
        TOTAL,
        /** How long a fixation lasts on average. */
        AVERAGE,
        /** After which time the label is fixated first, on average over the recordings that fixated it. */
        FIRST,
        /** How many of the recordings fixated it. */
        REACH
    }
}
