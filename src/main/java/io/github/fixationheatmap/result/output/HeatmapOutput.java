package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.draw.render.Renderer.HeatmapImages;
import io.github.fixationheatmap.draw.render.Renderer;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.result.ResultFile;
import java.util.List;

/** The heatmap and its overlay, made in one pass. */
final class HeatmapOutput implements Output {

    private static final FileType HEATMAP = new FileType("heatmap.png", PNG,
            "the heatmap alone, of the image's size, with alpha: laid over the reference image it gives the overlay");
    private static final FileType OVERLAY =
            new FileType("overlay.png", PNG, "the heatmap over the reference image, as Pupil Cloud shows it");

    @Override
    public List<FileType> files() {
        return List.of(HEATMAP, OVERLAY);
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        HeatmapImages images = Renderer.render(analysis.field(), pictures.image(), pictures.colours());
        return List.of(FigureFiles.png(HEATMAP, images.heatmap(), keys), FigureFiles.png(OVERLAY, images.overlay(), keys));
    }
}
