package io.github.fixationheatmap.draw.render;

import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.png.Png;
import io.github.fixationheatmap.draw.png.Strip;
import io.github.fixationheatmap.draw.render.Renderer.HeatmapImages;
import io.github.fixationheatmap.model.ImageRows;

/** {@link Renderer}'s steps on one thread, strip by strip, with the summed time of each step. For benchmarks. */
public final class RenderStages {

    private static final int STRIP_BYTES = 192 * 1024;

    private long resizeNs;
    private long pixelsNs;
    private long blendNs;
    private long encodeNs;

    /** Renders both images. */
    public HeatmapImages run(ScalarField field, ImageRows image) {
        int width = field.width();
        int height = field.height();
        int rowsPerStrip = Math.clamp(STRIP_BYTES / (1 + 3 * width), 1, height);
        int count = (height - 1) / rowsPerStrip + 1;
        Png.Assembler heatmaps = new Png.Assembler(
                Png.Chunks.palette(width, height, ColourScale.PUBLISHED.palette(), ColourScale.PUBLISHED.alphas()), count);
        Png.Assembler overlays = new Png.Assembler(Png.Chunks.rgb(width, height), count);
        float[] values = new float[width];
        byte[] pixels = new byte[3 * width];
        OverlayBlender blend = new OverlayBlender(width, ColourScale.PUBLISHED);
        Strip.Compressor compressor = new Strip.Compressor(rowsPerStrip * (1 + 3 * width));
        for (int from = 0; from < height; from += rowsPerStrip) {
            int rows = Math.min(rowsPerStrip, height - from);
            byte[] heatmap = new byte[rows * (1 + width)];
            byte[] overlay = new byte[rows * (1 + 3 * width)];
            for (int y = 0; y < rows; y++) {
                long t0 = System.nanoTime();
                field.row(from + y, values);
                long t1 = System.nanoTime();
                image.row(from + y, pixels);
                long t2 = System.nanoTime();
                blend.row(values, pixels, heatmap, y * (1 + width), overlay, y * (1 + 3 * width));
                resizeNs += t1 - t0;
                pixelsNs += t2 - t1;
                blendNs += System.nanoTime() - t2;
            }
            long t3 = System.nanoTime();
            heatmaps.put(from / rowsPerStrip, compressor.compress(heatmap, heatmap.length, 1 + width, from == 0));
            overlays.put(from / rowsPerStrip, compressor.compress(overlay, overlay.length, 1 + 3 * width, from == 0));
            encodeNs += System.nanoTime() - t3;
        }
        return new HeatmapImages(heatmaps.finish(), overlays.finish());
    }

    public double resizeMs() {
        return resizeNs / 1e6;
    }

    /** The time to convert the image's decoded rows to R, G, B. */
    public double pixelsMs() {
        return pixelsNs / 1e6;
    }

    public double blendMs() {
        return blendNs / 1e6;
    }

    public double encodeMs() {
        return encodeNs / 1e6;
    }
}
