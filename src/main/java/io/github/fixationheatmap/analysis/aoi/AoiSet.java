package io.github.fixationheatmap.analysis.aoi;

import java.util.List;

/**
 * The AOIs of a drop.
 *
 * @param aois the AOIs in the order of their file, no two with the same id
 * @param notes notes on how the AOIs were read
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
     * A note for the user; manifests list it as a warning.
     *
     * @param type a stable name, for programs
     * @param detail a sentence, for people
     */
    public record Note(String type, String detail) {}
}
