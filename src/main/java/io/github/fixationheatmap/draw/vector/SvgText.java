package io.github.fixationheatmap.draw.vector;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The text of an SVG, element by element. It is well-formed for any text and number. */
public final class SvgText {

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder tag = new StringBuilder();
    private final int decimals;

    /** Coordinates have two decimals, and more for a view of few px. */
    SvgText(Box view) {
        double size = Math.hypot(view.width(), view.height());
        this.decimals = (int) Math.clamp(Math.ceil(4.5 - Math.log10(size)), 2, 8);
    }

    static String hex(int rgb) {
        return String.format("#%06x", rgb);
    }

    /** A coordinate. */
    String number(double value) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Opens an element that gets the class and the data of {@link #tag}. */
    SvgText open(String element) {
        plain(element).out.append(tag);
        tag.setLength(0);
        return this;
    }

    /** Opens an element that is part of a definition. */
    SvgText plain(String element) {
        out.append('<').append(element);
        return this;
    }

    /** Gives the next element a class and data. */
    void tag(String cssClass, Map<String, String> data) {
        tag.append(" class=\"").append(escaped(cssClass)).append('"');
        data.forEach((name, value) -> tag.append(" data-").append(name).append("=\"").append(escaped(value)).append('"'));
    }

    SvgText put(String attribute, String value) {
        out.append(' ').append(attribute).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    SvgText put(String attribute, double value) {
        return put(attribute, number(value));
    }

    /** An attribute that holds a file. */
    SvgText data(String attribute, String mediaType, byte[] file) {
        out.append(' ').append(attribute).append("=\"data:").append(mediaType).append(";base64,")
                .append(Base64.getEncoder().encodeToString(file)).append('"');
        return this;
    }

    SvgText box(Box box) {
        return put("x", box.x()).put("y", box.y()).put("width", box.width()).put("height", box.height());
    }

    /** Ends an element without children. */
    void empty() {
        out.append("/>\n");
    }

    /** Ends an open tag; children follow. */
    void children() {
        out.append(">\n");
    }

    /** Ends an element that holds text. */
    void text(String text, String element) {
        out.append('>').append(escaped(text)).append("</").append(element).append(">\n");
    }

    void close(String element) {
        out.append("</").append(element).append(">\n");
    }

    /** Text for XML 1.0 and HTML. What XML cannot hold, such as control characters, is replaced. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n', '\r' -> escaped.append(' ');
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** The number of bytes that a text has in the document. */
    public static int bytes(String text) {
        return escaped(text).getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isXml(int c) {
        return c >= 0x10000 || (c >= 0x20 && c < 0xFFFE && !(c >= 0xD800 && c <= 0xDFFF));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
