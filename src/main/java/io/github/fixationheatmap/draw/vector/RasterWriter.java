package io.github.fixationheatmap.draw.vector;

import io.github.fixationheatmap.draw.png.Png;
import io.github.fixationheatmap.draw.png.Strip;
import io.github.fixationheatmap.draw.vector.Layer.Area;
import io.github.fixationheatmap.draw.vector.Layer.Blit;
import io.github.fixationheatmap.draw.vector.Layer.Window;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Writes a drawing as PNG, on white. Strips of rows are painted and compressed in parallel; their size depends on the drawing alone, so the
 * same drawing gives the same bytes on any machine. No class of AWT is used but those of geometry, which need no library.
 */
public final class RasterWriter {

    private static final int STRIP_BYTES = 192 * 1024;
    private static final byte SUB = 1;
    private static final int LAYERS_PER_LOOK = 256;

    private final List<Layer> layers;
    private final int width;
    private final int height;
    private final int rowsPerStrip;
    private final TimeCheck time;

    private RasterWriter(Drawing drawing, TimeCheck time) {
        this.time = time;
        this.layers = Layers.of(drawing, time);
        this.width = drawing.width();
        this.height = drawing.height();
        this.rowsPerStrip = Math.clamp(STRIP_BYTES / (1 + 3 * width), 1, height);
    }

    /** The drawing as an RGB image, with a look at the time in each strip, again after some layers. */
    public static Png write(Drawing drawing, TimeCheck time) {
        return new RasterWriter(drawing, time).png();
    }

    private Png png() {
        int count = (height - 1) / rowsPerStrip + 1;
        Png.Assembler png = new Png.Assembler(Png.Chunks.rgb(width, height), count);
        Workers.forEach(count, () -> new Painter(png));
        return png.finish();
    }

    /** Puts a px of a bitmap over the ground, channel by channel, rounded. */
    static int over(int ground, int argb) {
        int alpha = argb >>> 24;
        if (alpha == 0) {
            return ground;
        }
        if (alpha == 255) {
            return argb & 0xffffff;
        }
        int redAndBlue = overPairs(ground & 0xff00ff, argb & 0xff00ff, alpha);
        int green = overPairs(ground >> 8 & 255, argb >> 8 & 255, alpha);
        return redAndBlue | green << 8;
    }

    /** Two channels at once, with 8 bits between them. The result is that of a division by 255: Blinn, Three wrongs make a right, 1995. */
    private static int overPairs(int ground, int colour, int alpha) {
        int sum = ground * (255 - alpha) + colour * alpha + 0x800080;
        return (sum + (sum >>> 8 & 0xff00ff)) >>> 8 & 0xff00ff;
    }

    /** Paints strips, one after the other. */
    private final class Painter implements IntConsumer {

        private final Png.Assembler png;
        private final int[] pixels = new int[rowsPerStrip * width];
        private final byte[] filtered = new byte[rowsPerStrip * (1 + 3 * width)];
        private final float[] covered = new float[width];
        private final Coverage coverage = new Coverage();
        private final BitmapScaler scaler = new BitmapScaler(width);
        private final Strip.Compressor compressor = new Strip.Compressor(filtered.length);
        private int top;
        private int rows;

        Painter(Png.Assembler png) {
            this.png = png;
        }

        @Override
        public void accept(int number) {
            top = number * rowsPerStrip;
            rows = Math.min(rowsPerStrip, height - top);
            Window strip = new Window(0, top, width, top + rows);
            Arrays.fill(pixels, 0xffffff);
            int painted = 0;
            for (Layer layer : layers) {
                Window window = layer.window().intersect(strip);
                if (!window.isEmpty()) {
                    if (painted++ % LAYERS_PER_LOOK == 0) {
                        time.check();
                    }
                    paint(layer, window);
                }
            }
            filter();
            png.put(number, compressor.compress(filtered, rows * (1 + 3 * width), 1 + 3 * width, number == 0));
        }

        private void paint(Layer layer, Window window) {
            switch (layer) {
                case Area area -> paint(area, window);
                case Blit blit -> {
                    for (int y = window.top(); y < window.bottom(); y++) {
                        int[] argb = scaler.row(blit.bitmap(), blit.box(), y);
                        int to = (y - top) * width;
                        for (int x = window.left(); x < window.right(); x++) {
                            pixels[to + x] = over(pixels[to + x], argb[x - blit.box().left()]);
                        }
                    }
                }
            }
        }

        private void paint(Area area, Window window) {
            coverage.begin(window.left(), window.top(), window.right(), window.bottom());
            area.addTo(coverage);
            for (int y = window.top(); y < window.bottom(); y++) {
                coverage.row(y, area.evenOdd(), covered);
                int to = (y - top) * width;
                for (int x = window.left(); x < window.right(); x++) {
                    float share = covered[x - window.left()];
                    if (share > 0) {
                        pixels[to + x] = blend(pixels[to + x], area.paint().rgb(x + 0.5, y + 0.5),
                                share * area.paint().opacity(x + 0.5, y + 0.5));
                    }
                }
            }
        }

        private static int blend(int ground, int colour, float opacity) {
            return opacity <= 0 ? ground : opacity >= 1 ? colour : Layer.mixed(ground, colour, opacity);
        }

        private void filter() {
            int at = 0;
            for (int y = 0; y < rows; y++) {
                filtered[at++] = SUB;
                int before = 0;
                for (int x = y * width; x < (y + 1) * width; x++, at += 3) {
                    int pixel = pixels[x];
                    filtered[at] = (byte) ((pixel >> 16) - (before >> 16));
                    filtered[at + 1] = (byte) ((pixel >> 8) - (before >> 8));
                    filtered[at + 2] = (byte) (pixel - before);
                    before = pixel;
                }
            }
        }
    }
}
