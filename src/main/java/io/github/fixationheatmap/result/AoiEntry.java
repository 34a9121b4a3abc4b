package io.github.fixationheatmap.result;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Labels;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.options.Background;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest lists of an AOI.
 *
 * @param id its id
 * @param name its name
 * @param labels its labels
 * @param kind its kind of shape, or {@code background}
 * @param size its size, or null of the background
 * @param hits the counted fixations that hit it
 */
public record AoiEntry(String id, String name, List<String> labels, String kind, @Nullable Size size, long hits) {

    public AoiEntry {
        labels = List.copyOf(labels);
    }

    /**
     * How large an AOI is, parts outside the image included.
     *
     * @param px its area in px, to the nearest whole one
     * @param percent its area in percent of the image's, to three decimals
     */
    record Size(long px, double percent) {}

    public static AoiEntry of(Aoi aoi, Grid grid, long hits) {
        double area = aoi.area().area();
        double percent = 100 * area / ((double) grid.width() * grid.height());
        return new AoiEntry(aoi.id(), aoi.name(), aoi.labels(), aoi.area().kind(),
                new Size(Math.round(area), Math.rint(1_000 * percent) / 1_000), hits);
    }

    public static AoiEntry ofBackground(long hits) {
        return new AoiEntry(Labels.BACKGROUND_ID, Background.NAME, List.of(Background.NAME), Background.NAME, null, hits);
    }
}
