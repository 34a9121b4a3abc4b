package io.github.fixationheatmap.draw.vector;

import io.github.fixationheatmap.draw.vector.Mark.Anchor;
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
import io.github.fixationheatmap.draw.vector.Style.Gradient;
import io.github.fixationheatmap.draw.vector.Style.Hatch;
import io.github.fixationheatmap.draw.vector.Style.Stroke;
import io.github.fixationheatmap.model.TimeCheck;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes a drawing as SVG. Text stays text. Ids begin with the drawing's name, so that several drawings fit into one page. */
public final class SvgWriter {

    private final Drawing drawing;
    private final SvgText out;
    private final Map<Object, String> ids = new LinkedHashMap<>();
    private Optional<Text> inherited = Optional.empty();
    private final TimeCheck time;

    private SvgWriter(Drawing drawing, TimeCheck time) {
        this.time = time;
        this.drawing = drawing;
        this.out = new SvgText(drawing.view());
    }

    /** The drawing as a document, which may also stand in an HTML page, with a look at the time at each group of marks. */
    public static String write(Drawing drawing, TimeCheck time) {
        return new SvgWriter(drawing, time).document();
    }

    /** The marks of a drawing alone, to stand in an SVG element of a page that has the same view, with the same looks at the time. */
    public static String fragment(Drawing drawing, TimeCheck time) {
        SvgWriter writer = new SvgWriter(drawing, time);
        drawing.marks().forEach(writer::mark);
        return writer.out.toString();
    }

    private String document() {
        Box view = drawing.view();
        String name = drawing.name();
        out.open("svg").put("xmlns", "http://www.w3.org/2000/svg").put("role", "img")
                .put("aria-labelledby", name + "-title " + name + "-desc")
                .put("width", drawing.width()).put("height", drawing.height())
                .put("viewBox", out.number(view.x()) + ' ' + out.number(view.y()) + ' ' + out.number(view.width()) + ' '
                        + out.number(view.height()))
                .put("font-family", Typeface.FAMILIES).children();
        out.open("title").put("id", name + "-title").text(drawing.title(), "title");
        out.open("desc").put("id", name + "-desc").text(drawing.description(), "desc");
        out.open("rect").box(view).put("fill", SvgText.hex(Colour.WHITE.rgb())).empty();
        drawing.marks().forEach(this::mark);
        out.close("svg");
        return out.toString();
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Tagged t -> {
                out.tag(t.cssClass(), t.data());
                mark(t.mark());
            }
            case Group g -> children(g.marks(), "");
            case Clip c -> {
                String id = clip(c.box());
                children(c.marks(), id);
            }
            case Rect r -> {
                String paint = prepare(r.style());
                out.open("rect").box(r.box());
                style(r.style(), paint);
            }
            case Circle c -> {
                String paint = prepare(c.style());
                out.open("circle").put("cx", c.x()).put("cy", c.y()).put("r", c.radius());
                style(c.style(), paint);
            }
            case Line l -> {
                out.open("line").put("x1", l.x1()).put("y1", l.y1()).put("x2", l.x2()).put("y2", l.y2());
                stroke(l.stroke());
                out.empty();
            }
            case Path p -> path(p);
            case Text t -> text(t);
            case Picture p -> out.open("image").box(p.box()).put("preserveAspectRatio", "none")
                    .data("href", p.bitmap().mediaType(), p.bitmap().encoded()).empty();
        }
    }

    private void children(List<Mark> marks, String clipId) {
        time.check();
        out.open("g");
        if (!clipId.isEmpty()) {
            out.put("clip-path", "url(#" + clipId + ")");
        }
        Optional<Text> outer = inherited;
        inherited = commonLook(marks);
        inherited.ifPresent(this::look);
        out.children();
        marks.forEach(this::mark);
        out.close("g");
        inherited = outer;
    }

    private String clip(Box box) {
        return define(box, id -> {
            out.plain("clipPath").put("id", id).children();
            out.plain("rect").box(box).empty();
            out.close("clipPath");
        });
    }

    private void path(Path mark) {
        String paint = prepare(mark.style());
        StringBuilder data = new StringBuilder();
        double[] p = new double[6];
        PathIterator each = mark.path().getPathIterator(null);
        for (; !each.isDone(); each.next()) {
            int segment = each.currentSegment(p);
            data.append("MLQCZ".charAt(segment));
            for (int i = 0; i < new int[] {2, 2, 4, 6, 0}[segment]; i++) {
                data.append(i == 0 ? "" : " ").append(out.number(p[i]));
            }
        }
        out.open("path").put("d", data.toString());
        if (each.getWindingRule() == PathIterator.WIND_EVEN_ODD) {
            out.put("fill-rule", "evenodd");
        }
        style(mark.style(), paint);
    }

    private void text(Text text) {
        boolean isRightToLeft = VisualOrder.isRightToLeft(text.text());
        Text look = lookOf(text, isRightToLeft ? text.anchor().mirrored() : text.anchor());
        out.open("text").put("x", text.x()).put("y", text.y());
        if (!inherited.equals(Optional.of(look))) {
            look(look);
        }
        if (isRightToLeft) {
            out.put("direction", "rtl");
        }
        out.text(text.text(), "text");
    }

    /** The look that all marks of a group share, if all of them are text: it is written once, as texts may be many. */
    private static Optional<Text> commonLook(List<Mark> marks) {
        List<Text> looks = marks.stream().map(mark -> mark instanceof Tagged t ? t.mark() : mark)
                .flatMap(mark -> mark instanceof Text t ? Stream.of(lookOf(t, t.anchor())) : Stream.empty()).toList();
        return looks.size() > 1 && looks.size() == marks.size() && looks.stream().distinct().count() == 1
                ? Optional.of(looks.getFirst())
                : Optional.empty();
    }

    private static Text lookOf(Text text, Anchor anchor) {
        return new Text(0, 0, "", text.size(), anchor, text.colour(), text.halo());
    }

    private void look(Text text) {
        out.put("font-size", text.size());
        if (text.anchor() != Anchor.START || inherited.isPresent()) {
            out.put("text-anchor", text.anchor().name().toLowerCase(Locale.ROOT));
        }
        colour("fill", text.colour());
        text.halo().ifPresent(halo -> {
            out.put("paint-order", "stroke").put("stroke-linejoin", "round");
            stroke(halo);
        });
    }

    /** Writes the definition that a fill needs, and returns its id; the element itself is not open yet. */
    private String prepare(Style style) {
        return style.fill().map(fill -> switch (fill) {
            case Colour c -> "";
            case Hatch h -> define(h, id -> {
                out.plain("pattern").put("id", id).put("patternUnits", "userSpaceOnUse").put("width", h.distance())
                        .put("height", h.distance()).put("patternTransform", "rotate(-45)").children();
                out.plain("rect").put("width", h.distance()).put("height", h.width());
                colour("fill", h.colour());
                out.empty();
                out.close("pattern");
            });
            case Gradient g -> define(g, id -> {
                out.plain("linearGradient").put("id", id).put("x1", "0").put("y1", "1").put("x2", "0").put("y2", "0").children();
                for (int i = 0; i < g.rgb().size(); i++) {
                    out.plain("stop").put("offset", String.format(Locale.ROOT, "%.4f", i / (g.rgb().size() - 1.0)))
                            .put("stop-color", SvgText.hex(g.rgb().get(i))).empty();
                }
                out.close("linearGradient");
            });
        }).orElse("");
    }

    private String define(Object what, Consumer<String> write) {
        String known = ids.get(what);
        if (known != null) {
            return known;
        }
        String id = drawing.name() + "-" + (ids.size() + 1);
        ids.put(what, id);
        out.plain("defs").children();
        write.accept(id);
        out.close("defs");
        return id;
    }

    private void style(Style style, String paintId) {
        if (style.fill().isEmpty()) {
            out.put("fill", "none");
        }
        style.fill().ifPresent(fill -> fill(fill, paintId));
        style.stroke().ifPresent(this::stroke);
        out.empty();
    }

    private void fill(Fill fill, String paintId) {
        if (fill instanceof Colour colour) {
            colour("fill", colour);
        } else {
            out.put("fill", "url(#" + paintId + ")");
        }
    }

    private void stroke(Stroke stroke) {
        colour("stroke", stroke.colour());
        out.put("stroke-width", stroke.width());
    }

    private void colour(String attribute, Colour colour) {
        out.put(attribute, SvgText.hex(colour.rgb()));
        if (colour.opacity() < 1) {
            out.put(attribute + "-opacity", String.valueOf(colour.opacity()));
        }
    }
}
