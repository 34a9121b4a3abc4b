package io.github.fixationheatmap.options;

/**
 * What may be chosen for the tables about AOIs.
 *
 * @param columns what the columns of a label are called
 * @param background what becomes of fixations in no AOI
 * @param timeOrigin from when the time to first fixation counts
 * @param metrics which metrics there are
 */
public record AoiOptions(AoiColumns columns, Background background, TimeOrigin timeOrigin, MetricSet metrics) {

    /** The defaults: the tables as Pupil Cloud writes them. */
    public static final AoiOptions PUBLISHED =
            new AoiOptions(AoiColumns.LABEL, Background.LEFT_OUT, TimeOrigin.SECTION, MetricSet.STANDARD);

    /** These options with other columns. */
    public AoiOptions withColumns(AoiColumns value) {
        return new AoiOptions(value, background, timeOrigin, metrics);
    }

    /** These options with another background. */
    public AoiOptions withBackground(Background value) {
        return new AoiOptions(columns, value, timeOrigin, metrics);
    }

    /** These options with another origin. */
    public AoiOptions withTimeOrigin(TimeOrigin value) {
        return new AoiOptions(columns, background, value, metrics);
    }

    /** These options with other metrics. */
    public AoiOptions withMetrics(MetricSet value) {
        return new AoiOptions(columns, background, timeOrigin, value);
    }
}
