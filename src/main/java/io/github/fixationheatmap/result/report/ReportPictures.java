package io.github.fixationheatmap.result.report;

import java.util.List;
import java.util.Optional;

/**
 * The pictures of the report. SVG is the text of elements in px of the reference image.
 *
 * @param photo the reference image as the text of a {@code data:} URI
 * @param heat the heatmap as the text of a {@code data:} URI, transparent where nothing is
 * @param colours the colours of the colour map from the lowest value, 0xRRGGBB
 * @param scanpath the scanpaths
 * @param outlines the outlines and names of the AOIs
 * @param areas the AOIs in the colours of their labels' values
 * @param hotSpots the outlines of hot spots that can be trusted, if that is known
 * @param groups the pictures of groups, if groups were compared
 */
public record ReportPictures(
        String photo, String heat, List<Integer> colours, Layer scanpath, Layer outlines, Optional<AreaFigure> areas,
        Layer hotSpots, Optional<GroupPictures> groups) {

    public ReportPictures {
        colours = List.copyOf(colours);
    }

    /**
     * A layer over the photo.
     *
     * @param svg its elements; empty if it was not made
     * @param note what is to be said of it; if it was not made, why
     */
    public record Layer(String svg, String note) {

        /** Whether there is anything to see. */
        public boolean isMade() {
            return !svg.isEmpty();
        }
    }

    /**
     * The AOIs in colours.
     *
     * @param svg its elements
     * @param title what is shown, with its unit
     * @param ticks the labels of the colour bar, from the lowest
     * @param note what hatched areas and areas without a colour or a name are; empty if there are none
     */
    public record AreaFigure(String svg, String title, List<String> ticks, String note) {

        public AreaFigure {
            ticks = List.copyOf(ticks);
        }
    }
}
