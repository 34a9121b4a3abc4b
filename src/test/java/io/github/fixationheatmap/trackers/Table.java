package io.github.fixationheatmap.trackers;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table of texts and numbers, which is written in the ways of different programs and countries. */
public final class Table {

    /** How a table is written. */
    public enum Mark { NONE, BYTE_ORDER }

    /**
     * The ways of a program.
     *
     * @param delimiter between two cells
     * @param decimal the decimal sign
     * @param whole how a whole number ends, such as {@code .0} with the decimal sign for the point
     * @param lineEnd the end of a line, with a delimiter before it if lines have one
     * @param missing what stands for no value
     * @param charset the encoding
     * @param mark whether it begins with a byte order mark
     * @param before lines before the header
     */
    public record Style(String delimiter, String decimal, String whole, String lineEnd, String missing, Charset charset, Mark mark,
            String before) {

        /** Commas and points, UTF-8, LF. */
        public static final Style COMMAS = new Style(",", ".", "", "\n", "", StandardCharsets.UTF_8, Mark.NONE, "");
        /** Tabs and points, UTF-8 with a mark, CRLF, as Tobii's programs write. */
        public static final Style TABS = new Style("\t", ".", "", "\r\n", "", StandardCharsets.UTF_8, Mark.BYTE_ORDER, "");

        public Style delimited(String value) {
            return new Style(value, decimal, whole, lineEnd, missing, charset, mark, before);
        }

        public Style decimal(String value) {
            return new Style(delimiter, value, whole, lineEnd, missing, charset, mark, before);
        }

        public Style whole(String value) {
            return new Style(delimiter, decimal, value, lineEnd, missing, charset, mark, before);
        }

        public Style lineEnd(String value) {
            return new Style(delimiter, decimal, whole, value, missing, charset, mark, before);
        }

        public Style missing(String value) {
            return new Style(delimiter, decimal, whole, lineEnd, value, charset, mark, before);
        }

        public Style encoded(Charset value, Mark with) {
            return new Style(delimiter, decimal, whole, lineEnd, missing, value, with, before);
        }

        public Style before(String value) {
            return new Style(delimiter, decimal, whole, lineEnd, missing, charset, mark, value);
        }

        /** All digits of an eighth or the like; 5 decimals of a number that has no end. */
        private static String plain(BigDecimal number) {
            return (number.scale() > 12 ? number.setScale(5, RoundingMode.HALF_UP) : number).toPlainString();
        }

        private String cell(Object value) {
            return switch (value) {
                case Integer i -> i + whole;
                case Long l -> l + whole;
                case BigDecimal seconds -> seconds.toPlainString().replace(".", decimal);
                case Double d when d % 1 == 0 -> d.longValue() + whole;
                case Double d -> plain(new BigDecimal(d)).replace(".", decimal);
                default -> value.toString();
            };
        }
    }

    private final List<String> header;
    private final List<List<Object>> rows = new ArrayList<>();

    public Table(String delimiter, String header) {
        this.header = List.of(header.split(delimiter, -1));
    }

    /** Adds a row with values in some columns, and none in the others. */
    public void add(Map<String, ?> values) {
        List<Object> row = new ArrayList<>(Collections.nCopies(header.size(), ""));
        values.forEach((column, value) -> row.set(at(column), value));
        rows.add(row);
    }

    private int at(String column) {
        int at = header.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException(column);
        }
        return at;
    }

    /** The same table without some columns. */
    public Table without(String... columns) {
        List<String> gone = List.of(columns);
        List<Integer> kept = java.util.stream.IntStream.range(0, header.size()).filter(i -> !gone.contains(header.get(i))).boxed().toList();
        Table other = new Table("\n", kept.stream().map(header::get).collect(Collectors.joining("\n")));
        rows.forEach(row -> other.rows.add(kept.stream().map(row::get).toList()));
        return other;
    }

    /** The same table with the rows of another below its own. */
    public Table with(Table other) {
        Table both = new Table("\n", String.join("\n", header));
        both.rows.addAll(rows);
        both.rows.addAll(other.rows);
        return both;
    }

    /** The text in a style. */
    public String text(Style style) {
        StringBuilder text = new StringBuilder(style.before).append(String.join(style.delimiter, header)).append(style.lineEnd);
        for (List<Object> row : rows) {
            text.append(row.stream().map(v -> v.equals("") ? style.missing : style.cell(v)).collect(Collectors.joining(style.delimiter)))
                    .append(style.lineEnd);
        }
        return text.toString();
    }

    /** The file in a style. */
    public byte[] bytes(Style style) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (style.mark == Mark.BYTE_ORDER) {
            out.writeBytes("\uFEFF".getBytes(style.charset));
        }
        out.writeBytes(text(style).getBytes(style.charset));
        return out.toByteArray();
    }
}
