package io.github.fixationheatmap.draw.vector;

import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style.Fill;
import io.github.fixationheatmap.draw.vector.Style.Gradient;
import io.github.fixationheatmap.draw.vector.Style.Hatch;
import java.util.List;

/** A mark in px of the PNG, ready to be painted. */
sealed interface Layer {

    /** The px that it may change. */
    Window window();

    /** Px from left and top (inclusive) to right and bottom (exclusive). */
    record Window(int left, int top, int right, int bottom) {

        Window intersect(Window other) {
            return new Window(Math.max(left, other.left), Math.max(top, other.top), Math.min(right, other.right),
                    Math.min(bottom, other.bottom));
        }

        boolean isEmpty() {
            return left >= right || top >= bottom;
        }
    }

    /** A bitmap that fills a box. */
    record Blit(Window window, Window box, Bitmap bitmap) implements Layer {}

    /** An area of one paint. */
    final class Area implements Layer {

        private final Window window;
        private final double[] edges;
        private final boolean evenOdd;
        private final Paint paint;

        /**
         * @param edges x1, y1, x2, y2 of each edge; not copied
         * @param evenOdd whether an area that is enclosed twice is outside
         */
        Area(Window window, double[] edges, boolean evenOdd, Paint paint) {
            this.window = window;
            this.edges = edges;
            this.evenOdd = evenOdd;
            this.paint = paint;
        }

        @Override
        public Window window() {
            return window;
        }

        boolean evenOdd() {
            return evenOdd;
        }

        Paint paint() {
            return paint;
        }

        void addTo(Coverage coverage) {
            for (int i = 0; i < edges.length; i += 4) {
                coverage.edge(edges[i], edges[i + 1], edges[i + 2], edges[i + 3]);
            }
        }
    }

    /** The colour of each px. */
    sealed interface Paint {

        /** 0xRRGGBB at the middle of a px. */
        int rgb(double x, double y);

        /** The opacity at the middle of a px. */
        float opacity(double x, double y);

        /** The paint of a fill for a shape. */
        static Paint of(Fill fill, Scaling scaling, double top, double bottom) {
            return switch (fill) {
                case Colour c -> new Plain(c.rgb(), (float) c.opacity());
                case Gradient g -> new Vertical(g.rgb(), top, bottom);
                case Hatch h -> new Lines(h, scaling);
            };
        }
    }

    /** One colour. */
    record Plain(int rgb, float opacity) implements Paint {
        @Override
        public int rgb(double x, double y) {
            return rgb;
        }

        @Override
        public float opacity(double x, double y) {
            return opacity;
        }
    }

    /** A gradient from the bottom to the top. */
    record Vertical(List<Integer> colours, double top, double bottom) implements Paint {
        @Override
        public int rgb(double x, double y) {
            double at = Math.clamp((bottom - y) / (bottom - top), 0, 1) * (colours.size() - 1);
            int index = Math.min((int) at, colours.size() - 2);
            return mixed(colours.get(index), colours.get(index + 1), (float) (at - index));
        }

        @Override
        public float opacity(double x, double y) {
            return 1;
        }
    }

    /** Lines at 45 degrees, at the same places as the pattern of the SVG. */
    record Lines(Hatch hatch, Scaling scaling) implements Paint {
        @Override
        public int rgb(double x, double y) {
            return hatch.colour().rgb();
        }

        @Override
        public float opacity(double x, double y) {
            double across = (scaling.unitX(x) + scaling.unitY(y)) / Math.sqrt(2) - hatch.width() / 2;
            double fromMiddle = Math.abs(across - hatch.distance() * Math.rint(across / hatch.distance()));
            double covered = 0.5 + (hatch.width() / 2 - fromMiddle) * scaling.scale();
            return (float) (Math.clamp(covered, 0, 1) * hatch.colour().opacity());
        }
    }

    /** {@code from} with a share of {@code to}, channel by channel. */
    static int mixed(int from, int to, float share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            float a = from >> shift & 255;
            float b = to >> shift & 255;
            mixed |= (int) (a + (b - a) * share + 0.5f) << shift;
        }
        return mixed;
    }

    /**
     * Where px of the reference image are in the PNG. The reference image's corner is at a whole px, so that its edges are sharp.
     *
     * @param scale px of the PNG in a px of the reference image
     * @param x the px where the reference image begins
     * @param y the px where the reference image begins
     */
    record Scaling(double scale, long x, long y) {

        static Scaling of(Drawing drawing) {
            double scale = drawing.pixelsPerUnit();
            return new Scaling(scale, Math.round(-drawing.view().x() * scale), Math.round(-drawing.view().y() * scale));
        }

        double pixelX(double unit) {
            return unit * scale + x;
        }

        double pixelY(double unit) {
            return unit * scale + y;
        }

        double unitX(double pixel) {
            return (pixel - x) / scale;
        }

        double unitY(double pixel) {
            return (pixel - y) / scale;
        }

        /** The px of a box, at least one in each direction. */
        Window window(Box box) {
            int left = (int) Math.rint(pixelX(box.x()));
            int top = (int) Math.rint(pixelY(box.y()));
            return new Window(left, top, Math.max(left + 1, (int) Math.rint(pixelX(box.right()))),
                    Math.max(top + 1, (int) Math.rint(pixelY(box.bottom()))));
        }
    }
}
