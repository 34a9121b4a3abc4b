package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.model.Warning;
import java.util.List;

/**
 * The AOIs of a drop.
 *
 * @param aois the AOIs in the order of their file, no two with the same id
 * @param warnings what the user should know of how the AOIs were read
 */
public record AoiSet(List<Aoi> aois, List<Warning> warnings) {

    /** No AOI. */
    public static final AoiSet NONE = new AoiSet(List.of(), List.of());

    /** @throws IllegalArgumentException if two AOIs have the same id */
    public AoiSet {
        aois = List.copyOf(aois);
        warnings = List.copyOf(warnings);
        if (aois.stream().map(Aoi::id).distinct().count() != aois.size()) {
            throw new IllegalArgumentException("two AOIs have the same id");
        }
    }
}
