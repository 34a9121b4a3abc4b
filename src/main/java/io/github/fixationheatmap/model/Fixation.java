package io.github.fixationheatmap.model;

import org.jspecify.annotations.Nullable;

/**
 * One fixation, as the export lists it.
 *
 * @param sectionId the id of its section
 * @param recordingId the id of its recording
 * @param id its id, unique only within the recording
 * @param start the start time, in ns since the Unix epoch, or since another moment that all of its section count from
 * @param end the end time, in ns since the same; start plus duration if the export has no end column, not before the start
 * @param position the position, or null if the fixation was not mapped on the image or surface
 * @param mapping the export's mapping flag
 */
public record Fixation(
        String sectionId, String recordingId, String id, long start, long end, @Nullable Point position, Mapping mapping) {

    /** The duration in ns. */
    public long duration() {
        return end - start;
    }

    /** The export's mapping flag. It is not a bounds check: only the position decides whether a fixation counts. */
    public enum Mapping {
        /** On the image or surface. */
        INSIDE,
        /** Outside of it. */
        OUTSIDE,
        /** The image was not found in the frames of this fixation. */
        NOT_MAPPED,
        /** On another stimulus than the one that the image shows. It has no position. */
        OTHER_STIMULUS
    }

    /** A position in the export's own unit: px of the reference image, or fractions of the surface; the origin is top left. */
    public record Point(double x, double y) {}
}
