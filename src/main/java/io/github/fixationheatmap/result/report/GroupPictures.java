package io.github.fixationheatmap.result.report;

import java.util.List;

/**
 * The pictures of groups in the report.
 *
 * @param maps the map of each group as the text of a {@code data:} URI, in the groups' order
 * @param differences those of the first pairs of groups, in their order
 * @param colours the colours of differences from the lowest value, 0xRRGGBB
 */
public record GroupPictures(List<String> maps, List<Difference> differences, List<Integer> colours) {

    public GroupPictures {
        maps = List.copyOf(maps);
        differences = List.copyOf(differences);
        colours = List.copyOf(colours);
    }

    /**
     * A difference.
     *
     * @param picture it as the text of a {@code data:} URI
     * @param outlines SVG elements around the bins that differ, in px of the reference image; empty if none does
     */
    public record Difference(String picture, String outlines) {}
}
