package io.github.fixationheatmap.analysis.aoi;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * An area of interest.
 *
 * @param id its id, never blank
 * @param name the name given by its author
 * @param labels the labels that its fixations count for, at least one, without duplicates: its name, unless labels are given
 * @param area the part of the image that it covers
 */
public record Aoi(String id, String name, List<String> labels, Area area) {

    /** @throws IllegalArgumentException if the id is blank or there is no label */
    public Aoi {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an AOI has an id");
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("an AOI has at least one label");
        }
        labels = List.copyOf(new LinkedHashSet<>(labels));
    }
}
