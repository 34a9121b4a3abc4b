package io.github.fixationheatmap.example;

import io.github.fixationheatmap.model.Fixation.Point;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Where a drawn object lies, in px of the picture, in the ways in which people outline areas of interest. */
public sealed interface Outline {

    /** The same as a shape that can be drawn. */
    Shape shape();

    /** A rectangle by its upper left corner and its size. */
    record Rectangle(double x, double y, double width, double height) implements Outline {
        @Override
        public Shape shape() {
            return new Rectangle2D.Double(x, y, width, height);
        }
    }

    /** An ellipse by the rectangle around it. */
    record Ellipse(double x, double y, double width, double height) implements Outline {
        @Override
        public Shape shape() {
            return new Ellipse2D.Double(x, y, width, height);
        }
    }

    /** A closed polygon by its corners. */
    record Polygon(List<Point> corners) implements Outline {
        public Polygon {
            corners = List.copyOf(corners);
        }

        /** A polygon by x, y, x, y and so on. */
        static Polygon of(double... xy) {
            List<Point> corners = new ArrayList<>();
            for (int i = 0; i < xy.length; i += 2) {
                corners.add(new Point(xy[i], xy[i + 1]));
            }
            return new Polygon(corners);
        }

        @Override
        public Shape shape() {
            Path2D path = new Path2D.Double();
            path.moveTo(corners.getFirst().x(), corners.getFirst().y());
            corners.forEach(c -> path.lineTo(c.x(), c.y()));
            path.closePath();
            return path;
        }
    }
}
