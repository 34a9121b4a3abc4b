package io.github.fixationheatmap.model;

import org.jspecify.annotations.Nullable;

/**
 * One fixation as an export lists it.
 *
 * @param sectionId the section it belongs to
 * @param recordingId the recording it belongs to
 * @param id its id, unique within the recording only
 * @param start when it starts, in ns since the Unix epoch
 * @param end when it ends, in ns since the Unix epoch; the start plus the duration where the export has no end column
 * @param durationMs how long it lasts in ms, as the export says or else as the ns between start and end say
 * @param position where it lies, or null where it was not mapped on the image or surface
 * @param mapping what the export says of its mapping
 */
public record Fixation(
        String sectionId, String recordingId, String id, long start, long end, long durationMs, @Nullable Point position, Mapping mapping) {

    /** What an export's flag says. It is no bounds check: whether a fixation counts is decided by its position alone. */
    public enum Mapping {
        /** On the image or surface. */
        INSIDE,
        /** Beside it. */
        OUTSIDE,
        /** Nowhere: the image was not found in the frames of this fixation. */
        NOT_MAPPED
    }

    /** A position in the export's own unit: px of the reference image, or fractions of the surface; the origin is top left. */
    public record Point(double x, double y) {}
}
