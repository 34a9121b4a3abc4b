package io.github.fixationheatmap.draw.vector;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Liberation Sans: measures, wraps and elides text, and gives its outlines. Lambda has no fonts, and AWT's font classes need libraries that
 * its runtime lacks. Thread-safe.
 */
public final class Typeface {

    /** The fonts that the SVG asks for: all have the widths of Liberation Sans. */
    public static final String FAMILIES = "Liberation Sans, Arial, Helvetica, sans-serif";

    /** The height of a capital letter or a digit, for a size of 1. */
    public static final double CAP_HEIGHT = 0.69;

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String ELLIPSIS = "\u2026";

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private static final double NARROW = 0.6;
    private static final Glyph NOTHING = space(0);
    private static final Glyph NARROW_SPACE = space(NARROW);
    private static final Glyph WIDE_SPACE = space(1);
    private static final Glyph NARROW_BOX = box(NARROW);
    private static final Glyph WIDE_BOX = box(1);

    /** Glyphs of the font by their numbers in it. */
    private final ConcurrentHashMap<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    /** A character's advance and outline for a size of 1, on the baseline, y downwards. */
    private record Glyph(double advance, Path2D outline) {}

    /** Loaded with the first text. */
    private static final class Loaded {
        private static final Typeface INSTANCE = load();
    }

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
    }

    /** The typeface. */
    public static Typeface get() {
        return Loaded.INSTANCE;
    }

    private static Typeface load() {
        try (InputStream file = Objects.requireNonNull(Typeface.class.getResourceAsStream(FILE), FILE)) {
            return new Typeface(new TTFParser(true).parse(new RandomAccessReadBuffer(file.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** The width of a line. Fonts that stand in for missing characters may differ from it. */
    public double width(String text, double size) {
        return size * text.codePoints().mapToDouble(c -> glyph(c).advance).sum();
    }

    /** The text in lines no wider than {@code width}, broken at spaces, and in a word that is wider than a line. One line at least. */
    public List<String> wrap(String text, double width, double size) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("[ \\t\\n\\r]+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
            while (width(line, size) > width) {
                int end = Math.max(fitting(line, width, size), Character.charCount(line.codePointAt(0)));
                if (end == line.length()) {
                    break;
                }
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return lines;
    }

    /** The text, or its beginning and an ellipsis if it is wider than {@code width}. */
    public String elide(String text, double width, double size) {
        return width(text, size) <= width
                ? text
                : text.substring(0, fitting(text, width - width(ELLIPSIS, size), size)).stripTrailing() + ELLIPSIS;
    }

    /** The number of chars whose characters fit into a width. */
    private int fitting(String text, double width, double size) {
        double sum = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            sum += size * glyph(character).advance;
            if (sum > width) {
                break;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    /** The outline of a line that begins at (0, 0), for a size of 1, y downwards. Right-to-left text is put in its visual order. */
    Path2D outline(String text) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = 0;
        for (int character : VisualOrder.of(text)) {
            Glyph glyph = glyph(character);
            outline.append(glyph.outline.getPathIterator(AffineTransform.getTranslateInstance(x, 0)), false);
            x += glyph.advance;
        }
        return outline;
    }

    private Glyph glyph(int character) {
        // The font draws joiners and marks of direction as signs. They must not be visible.
        if (Character.getType(character) == Character.FORMAT) {
            return NOTHING;
        }
        int id = characters.getGlyphId(character);
        return id == 0 ? missing(character) : glyphs.computeIfAbsent(id, this::read);
    }

    private Glyph read(int id) {
        try {
            // The font reads its glyphs from one stream.
            synchronized (font) {
                double scale = 1.0 / font.getUnitsPerEm();
                Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
                outline.append(font.getGlyph().getGlyph(id).getPath()
                        .getPathIterator(AffineTransform.getScaleInstance(scale, -scale)), false);
                return new Glyph(font.getAdvanceWidth(id) * scale, outline);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("glyph " + id, e);
        }
    }

    /** A box, or nothing for what has no width: marks over letters and controls. Characters of Asia and emoji are square. */
    private static Glyph missing(int character) {
        int kind = Character.getType(character);
        if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK || Character.isISOControl(character)) {
            return NOTHING;
        }
        boolean narrow = character < 0x1100;
        if (Character.isSpaceChar(character)) {
            return narrow ? NARROW_SPACE : WIDE_SPACE;
        }
        return narrow ? NARROW_BOX : WIDE_BOX;
    }

    private static Glyph space(double advance) {
        return new Glyph(advance, new Path2D.Double(Path2D.WIND_EVEN_ODD));
    }

    private static Glyph box(double advance) {
        Glyph box = space(advance);
        ring(box.outline, 0.06, advance - 0.06, false);
        ring(box.outline, 0.11, advance - 0.11, true);
        return box;
    }

    /** A name, or what stands for one of spaces. */
    public static String visible(String name) {
        return name.codePoints().allMatch(c -> Character.isSpaceChar(c) || Character.isWhitespace(c)) ? "(spaces)" : name;
    }

    /** Adds a rectangle; the inner one runs the other way round, so that it is a hole. */
    private static void ring(Path2D path, double left, double right, boolean inner) {
        double inset = left - 0.06;
        double top = inset - CAP_HEIGHT;
        path.moveTo(left, top);
        path.lineTo(inner ? left : right, inner ? -inset : top);
        path.lineTo(right, -inset);
        path.lineTo(inner ? right : left, inner ? top : -inset);
        path.closePath();
    }
}
