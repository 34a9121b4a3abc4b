package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.comparison.GroupComparison;
import io.github.fixationheatmap.analysis.comparison.GroupStudy;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.render.BinOutlines;
import io.github.fixationheatmap.draw.render.ColourScale;
import io.github.fixationheatmap.draw.render.Renderer.HeatmapImages;
import io.github.fixationheatmap.draw.render.Renderer;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.result.ResultFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The difference of each two groups, alone, and over the reference image with outlines around the bins that differ. */
final class DifferenceOutput implements Output {

    private static final FileType DIFFERENCE = new FileType("groups/<group> vs <group>/difference.png", PNG,
            "where the first group looked more (red) or less (blue); all differences share one scale");
    private static final FileType OVERLAY = new FileType("groups/<group> vs <group>/difference_overlay.png", PNG,
            "the same over the reference image; outlines surround what is more than chance");

    @Override
    public List<FileType> files() {
        return List.of(DIFFERENCE, OVERLAY);
    }

    /** The names of a pair's files. */
    static List<String> namesOf(String pair) {
        return List.of(DIFFERENCE.named(pair).name(), OVERLAY.named(pair).name());
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        List<ResultFile> files = new ArrayList<>();
        analysis.groups().ifPresent(study -> {
            ColourScale colours = ColourScale.ofDifferences(analysis.setup().options().figures());
            for (GroupComparison pair : study.comparisons()) {
                analysis.setup().time().check();
                BinOutlines outlines = new BinOutlines(analysis.setup().grid(), differs(analysis, pair));
                HeatmapImages images = Renderer.render(field(analysis, study, pair), pictures.image(), colours, outlines::row);
                files.add(FigureFiles.png(DIFFERENCE.named(pair.name()), images.heatmap(), keys));
                files.add(FigureFiles.png(OVERLAY.named(pair.name()), images.overlay(), keys));
            }
        });
        return files;
    }

    /** Which bins differ, row by row. The p value of a bin that was not tested is not a number. */
    static boolean[] differs(Analysis analysis, GroupComparison pair) {
        double alpha = analysis.setup().options().groups().comparison().alpha();
        double[] p = Arrays.stream(pair.test().p()).flatMapToDouble(Arrays::stream).toArray();
        boolean[] differs = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            differs[i] = p[i] <= alpha;
        }
        return differs;
    }

    /** A difference from -1 to 1 as values from 0 to 1, which {@link ColourScale.Kind#DIFFERENCES} takes. */
    static ScalarField field(Analysis analysis, GroupStudy study, GroupComparison pair) {
        double[][] values = study.maps().scaledDifference(pair.first(), pair.second());
        for (double[] row : values) {
            Arrays.setAll(row, x -> (1 + row[x]) / 2);
        }
        return ScalarField.ofShares(values, analysis.setup().grid());
    }
}
