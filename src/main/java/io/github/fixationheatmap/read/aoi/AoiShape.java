package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.analysis.aoi.Area;
import io.github.fixationheatmap.analysis.aoi.Ellipse;
import io.github.fixationheatmap.analysis.aoi.Mask;
import io.github.fixationheatmap.analysis.aoi.Polygon;
import io.github.fixationheatmap.analysis.aoi.Rectangle;
import io.github.fixationheatmap.analysis.aoi.Ring;
import java.util.BitSet;
import java.util.List;

/** An area in the coordinates of its file: what they are over may be said further down. */
sealed interface AoiShape {

    /** The area that it is on the reference image. */
    Area on(CoordinateMapping frame);

    /** The points of a ring. */
    final class Points {

        private final double[] x;
        private final double[] y;

        /** The points {@code x[i], y[i]}; the arrays are taken over. */
        Points(double[] x, double[] y) {
            this.x = x;
            this.y = y;
        }

        private Ring on(CoordinateMapping frame) {
            double[] scaledX = x.clone();
            double[] scaledY = y.clone();
            for (int i = 0; i < x.length; i++) {
                scaledX[i] = frame.x(x[i]);
                scaledY[i] = frame.y(y[i]);
            }
            return Ring.of(scaledX, scaledY);
        }
    }

    /** Rings, even-odd. */
    record Rings(List<Points> rings) implements AoiShape {
        @Override
        public Area on(CoordinateMapping frame) {
            return Polygon.of(rings.stream().map(ring -> ring.on(frame)).toList());
        }
    }

    /** An upright rectangle with some width and height. */
    record Box(double left, double top, double right, double bottom) implements AoiShape {
        @Override
        public Area on(CoordinateMapping frame) {
            return new Rectangle(frame.x(left), frame.y(top), frame.x(right), frame.y(bottom));
        }
    }

    /** An upright ellipse with radii above 0. */
    record Oval(double x, double y, double radiusX, double radiusY) implements AoiShape {
        @Override
        public Area on(CoordinateMapping frame) {
            return new Ellipse(frame.x(x), frame.y(y), frame.x(radiusX), frame.y(radiusY));
        }
    }

    /**
     * A raster over the whole picture.
     *
     * @param pixels row by row, set where inside
     * @param alpha whether it told inside from outside by alpha
     */
    record Bitmap(int width, int height, BitSet pixels, boolean alpha) implements AoiShape {
        @Override
        public Area on(CoordinateMapping frame) {
            return Mask.of(width, height, pixels, frame.imageWidth(), frame.imageHeight());
        }

        boolean coversAll() {
            return pixels.nextClearBit(0) >= width * height;
        }
    }
}
