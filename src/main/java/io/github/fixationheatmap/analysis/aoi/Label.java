package io.github.fixationheatmap.analysis.aoi;

/**
 * A label, under which the tables count the fixations of its AOIs.
 *
 * @param id the id of the first AOI of that name, or one made up from the text where no AOI has it for its name
 * @param text what it says; no two labels say the same
 */
public record Label(String id, String text) {}
