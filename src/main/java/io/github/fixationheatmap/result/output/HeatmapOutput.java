package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.draw.png.Png;
import io.github.fixationheatmap.draw.render.Renderer;
import io.github.fixationheatmap.draw.render.Renderer.HeatmapImages;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import java.util.List;
import java.util.Optional;

/** The heatmap and its overlay, made in one pass. */
final class HeatmapOutput implements Output {

    private static final String PNG = "image/png";
    private static final FileType HEATMAP = new FileType("heatmap.png", PNG,
            "the heatmap alone, of the image's size, with alpha: laid over the reference image it gives the overlay");
    private static final FileType OVERLAY =
            new FileType("overlay.png", PNG, "the heatmap over the reference image, as Pupil Cloud shows it");

    @Override
    public List<FileType> files() {
        return List.of(HEATMAP, OVERLAY);
    }

    @Override
    public List<ResultFile> make(Analysis analysis, ImageRows image, ResultKeys keys) {
        HeatmapImages images = Renderer.render(analysis.field(), image);
        return List.of(file(HEATMAP, images.heatmap(), keys), file(OVERLAY, images.overlay(), keys));
    }

    private static ResultFile file(FileType type, Png image, ResultKeys keys) {
        return new ResultFile(keys.of(type.name()), PNG, new PutBody(image.length(), image::open), Optional.of(image.sha256()));
    }
}
