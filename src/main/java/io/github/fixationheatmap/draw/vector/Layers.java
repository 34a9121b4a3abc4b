package io.github.fixationheatmap.draw.vector;

import io.github.fixationheatmap.draw.vector.Layer.Area;
import io.github.fixationheatmap.draw.vector.Layer.Blit;
import io.github.fixationheatmap.draw.vector.Layer.Paint;
import io.github.fixationheatmap.draw.vector.Layer.Scaling;
import io.github.fixationheatmap.draw.vector.Layer.Window;
import io.github.fixationheatmap.draw.vector.Mark.Circle;
import io.github.fixationheatmap.draw.vector.Mark.Clip;
import io.github.fixationheatmap.draw.vector.Mark.Group;
import io.github.fixationheatmap.draw.vector.Mark.Line;
import io.github.fixationheatmap.draw.vector.Mark.Path;
import io.github.fixationheatmap.draw.vector.Mark.Picture;
import io.github.fixationheatmap.draw.vector.Mark.Rect;
import io.github.fixationheatmap.draw.vector.Mark.Tagged;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style.Fill;
import io.github.fixationheatmap.draw.vector.Style.Stroke;
import io.github.fixationheatmap.model.TimeCheck;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns the marks of a drawing into layers: shapes into edges, outlines and text into shapes. */
final class Layers {

    /** How far an edge may be from a curve, in px. */
    private static final double FLATNESS = 0.05;
    private static final float MITER_LIMIT = 4;

    private static final int MARKS_PER_LOOK = 256;

    private final Scaling scaling;
    private final TimeCheck time;
    private final AffineTransform toPixels;
    private final List<Layer> layers = new ArrayList<>();
    private Window clip;
    private int seen;

    private Layers(Drawing drawing, TimeCheck time) {
        this.time = time;
        this.scaling = Scaling.of(drawing);
        this.toPixels = new AffineTransform(scaling.scale(), 0, 0, scaling.scale(), scaling.x(), scaling.y());
        this.clip = new Window(0, 0, drawing.width(), drawing.height());
    }

    /** The layers of a drawing, from the bottom. Layers that change no px are left out. The time is looked at after some marks. */
    static List<Layer> of(Drawing drawing, TimeCheck time) {
        Layers layers = new Layers(drawing, time);
        drawing.marks().forEach(layers::add);
        return layers.layers;
    }

    private void add(Mark mark) {
        if (seen++ % MARKS_PER_LOOK == 0) {
            time.check();
        }
        switch (mark) {
            case Tagged t -> add(t.mark());
            case Group g -> g.marks().forEach(this::add);
            case Clip c -> {
                Window outer = clip;
                clip = outer.intersect(scaling.window(c.box()));
                c.marks().forEach(this::add);
                clip = outer;
            }
            case Rect r -> shape(new Rectangle2D.Double(r.box().x(), r.box().y(), r.box().width(), r.box().height()), r.style());
            case Circle c -> circle(c);
            case Line l -> line(l);
            case Path p -> shape(p.path(), p.style());
            case Text t -> text(t);
            case Picture p -> {
                Window box = scaling.window(p.box());
                Window window = box.intersect(clip);
                if (!window.isEmpty()) {
                    layers.add(new Blit(window, box, p.bitmap()));
                }
            }
        }
    }

    private void circle(Circle circle) {
        circle.style().fill().ifPresent(fill -> area(ellipse(circle, circle.radius()), toPixels, fill));
        circle.style().stroke().ifPresent(stroke -> {
            Path2D ring = new Path2D.Double(ellipse(circle, circle.radius() + stroke.width() / 2));
            ring.setWindingRule(Path2D.WIND_EVEN_ODD);
            ring.append(ellipse(circle, Math.max(0, circle.radius() - stroke.width() / 2)), false);
            area(ring, toPixels, stroke.colour());
        });
    }

    private static Ellipse2D ellipse(Circle circle, double radius) {
        return new Ellipse2D.Double(circle.x() - radius, circle.y() - radius, 2 * radius, 2 * radius);
    }

    private void line(Line line) {
        double length = Math.hypot(line.x2() - line.x1(), line.y2() - line.y1());
        if (length > 0) {
            double acrossX = (line.y2() - line.y1()) / length * line.stroke().width() / 2;
            double acrossY = (line.x1() - line.x2()) / length * line.stroke().width() / 2;
            Path2D path = new Path2D.Double();
            path.moveTo(line.x1() + acrossX, line.y1() + acrossY);
            path.lineTo(line.x2() + acrossX, line.y2() + acrossY);
            path.lineTo(line.x2() - acrossX, line.y2() - acrossY);
            path.lineTo(line.x1() - acrossX, line.y1() - acrossY);
            area(path, toPixels, line.stroke().colour());
        }
    }

    private void text(Text text) {
        double width = Typeface.get().width(text.text(), text.size());
        double x = text.x() - switch (text.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        AffineTransform place = new AffineTransform(toPixels);
        place.translate(x, text.y());
        place.scale(text.size(), text.size());
        Shape outline = place.createTransformedShape(Typeface.get().outline(text.text()));
        text.halo().ifPresent(halo -> stroke(outline, halo, BasicStroke.JOIN_ROUND));
        area(outline, new AffineTransform(), text.colour());
    }

    private void shape(Shape shape, Style style) {
        style.fill().ifPresent(fill -> area(shape, toPixels, fill));
        style.stroke().ifPresent(stroke -> stroke(toPixels.createTransformedShape(shape), stroke, BasicStroke.JOIN_MITER));
    }

    private void stroke(Shape pixels, Stroke stroke, int join) {
        BasicStroke pen = new BasicStroke((float) (stroke.width() * scaling.scale()), BasicStroke.CAP_BUTT, join, MITER_LIMIT);
        area(pen.createStrokedShape(pixels), new AffineTransform(), stroke.colour());
    }

    private void area(Shape shape, AffineTransform transform, Fill fill) {
        PathIterator path = shape.getPathIterator(transform, FLATNESS);
        boolean evenOdd = path.getWindingRule() == PathIterator.WIND_EVEN_ODD;
        double[] edges = edges(path);
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = left;
        double bottom = right;
        for (int i = 0; i < edges.length; i += 2) {
            left = Math.min(left, edges[i]);
            right = Math.max(right, edges[i]);
            top = Math.min(top, edges[i + 1]);
            bottom = Math.max(bottom, edges[i + 1]);
        }
        Window window = new Window((int) Math.floor(left), (int) Math.floor(top), (int) Math.ceil(right), (int) Math.ceil(bottom))
                .intersect(clip);
        if (!window.isEmpty()) {
            layers.add(new Area(window, edges, evenOdd, Paint.of(fill, scaling, top, bottom)));
        }
    }

    /** The edges of a flat path, whose parts are closed. */
    private static double[] edges(PathIterator path) {
        double[] edges = new double[64];
        double[] point = new double[6];
        int length = 0;
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (; !path.isDone(); path.next()) {
            int segment = path.currentSegment(point);
            boolean closes = segment != PathIterator.SEG_LINETO;
            double toX = closes ? startX : point[0];
            double toY = closes ? startY : point[1];
            if (length + 8 > edges.length) {
                edges = Arrays.copyOf(edges, 2 * edges.length);
            }
            length = put(edges, length, x, y, toX, toY);
            x = segment == PathIterator.SEG_MOVETO ? point[0] : toX;
            y = segment == PathIterator.SEG_MOVETO ? point[1] : toY;
            if (segment == PathIterator.SEG_MOVETO) {
                startX = x;
                startY = y;
            }
        }
        length = put(edges, length, x, y, startX, startY);
        return Arrays.copyOf(edges, length);
    }

    private static int put(double[] edges, int at, double x1, double y1, double x2, double y2) {
        if (x1 == x2 && y1 == y2) {
            return at;
        }
        edges[at] = x1;
        edges[at + 1] = y1;
        edges[at + 2] = x2;
        edges[at + 3] = y2;
        return at + 4;
    }
}
