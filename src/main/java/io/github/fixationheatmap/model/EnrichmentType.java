package io.github.fixationheatmap.model;

/** The kinds of export that are understood, told by the columns of their fixations file. */
public enum EnrichmentType {
    /** Pupil Cloud's Reference Image Mapper and Auto Image Mapper, whose files are alike. */
    REFERENCE_IMAGE_MAPPER("reference-image-mapper", CoordinateUnit.PX),
    /** Pupil Cloud's Manual Mapper. */
    MANUAL_MAPPER("manual-mapper", CoordinateUnit.PX),
    /** Pupil Cloud's Marker Mapper. */
    MARKER_MAPPER("marker-mapper", CoordinateUnit.NORMALIZED),
    /** A surface of Neon Player: one recording in one section, without ids. */
    NEON_PLAYER_SURFACE("neon-player-surface", CoordinateUnit.NORMALIZED);

    private final String id;
    private final CoordinateUnit unit;

    EnrichmentType(String id, CoordinateUnit unit) {
        this.id = id;
        this.unit = unit;
    }

    /** The name under which manifests know it. */
    public String id() {
        return id;
    }

    /** The unit of its coordinates. */
    public CoordinateUnit unit() {
        return unit;
    }
}
