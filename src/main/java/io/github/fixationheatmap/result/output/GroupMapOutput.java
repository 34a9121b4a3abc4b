package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.comparison.GroupStudy;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.render.Renderer.HeatmapImages;
import io.github.fixationheatmap.draw.render.Renderer;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.result.ResultFile;
import java.util.ArrayList;
import java.util.List;

/** The map of each group, alone and over the reference image, all on one scale. */
final class GroupMapOutput implements Output {

    private static final FileType HEATMAP = new FileType("groups/<group>/heatmap.png", PNG,
            "the heatmap of a [group](src/docs/groups.md) alone, with alpha; all groups share one scale");
    private static final FileType OVERLAY = new FileType("groups/<group>/overlay.png", PNG, "the same over the reference image");

    @Override
    public List<FileType> files() {
        return List.of(HEATMAP, OVERLAY);
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        List<ResultFile> files = new ArrayList<>();
        analysis.groups().ifPresent(study -> {
            for (String group : study.maps().names()) {
                analysis.setup().time().check();
                HeatmapImages images = Renderer.render(field(analysis, study, group), pictures.image(), pictures.colours());
                files.add(FigureFiles.png(HEATMAP.named(group), images.heatmap(), keys));
                files.add(FigureFiles.png(OVERLAY.named(group), images.overlay(), keys));
            }
        });
        return files;
    }

    /** A group's map on the scale of all groups. */
    static ScalarField field(Analysis analysis, GroupStudy study, String group) {
        return ScalarField.ofShares(study.maps().scaled(group), analysis.setup().grid());
    }
}
