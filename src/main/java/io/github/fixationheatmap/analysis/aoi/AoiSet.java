package io.github.fixationheatmap.analysis.aoi;

import java.util.List;

/**
 * The AOIs of a drop.
 *
 * @param aois the AOIs in their owner's order, no two with the same id
 * @param notes what their owner should know of how they were read
 */
public record AoiSet(List<Aoi> aois, List<Note> notes) {

    /** No AOI. */
    public static final AoiSet NONE = new AoiSet(List.of(), List.of());

    /** @throws IllegalArgumentException if two AOIs have the same id */
    public AoiSet {
        aois = List.copyOf(aois);
        notes = List.copyOf(notes);
        if (aois.stream().map(Aoi::id).distinct().count() != aois.size()) {
            throw new IllegalArgumentException("two AOIs have the same id");
        }
    }

    /**
     * Something that the owner should know; manifests carry it as a warning.
     *
     * @param type a name that stays the same, for programs
     * @param detail a sentence, for people
     */
    public record Note(String type, String detail) {}
}
