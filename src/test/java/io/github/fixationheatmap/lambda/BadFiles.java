package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Bad files that are too large, or binary. */
final class BadFiles {

    private static final String ROW = "s1,%s,1,1636035502384515914,1636035502552495914,167,true,10,20\n";
    private static final String OTHER_FIXATIONS = "s1,r1,%s,1636035502384515914,1636035502552495914,167,true,10,20\n";

    private static final String TOBII = "ParticipantName\tRecordingName\tMediaName\tGazeEventType\tFixationIndex\tGazeEventDuration\t"
            + "RecordingTimestamp\tMediaWidth\tMediaHeight\tFixationPointX (MCSpx)\tFixationPointY (MCSpx)";

    private BadFiles() {}

    /** Generates a file of a kind. */
    static byte[] made(String kind) {
        return switch (kind) {
            case "long field" -> text(TestExport.HEADER + "\ns1,r1,\"" + "7".repeat(65_537) + "\",1,2,3,true,1,1\n");
            case "long unclosed quote" -> text(TestExport.HEADER + "\n" + ROW.formatted("r1") + "\"" + ROW.formatted("r1").repeat(2000));
            case "long row" -> text(TestExport.HEADER + "\n" + ("x".repeat(60_000) + ",").repeat(18) + "\n");
            case "many fields" -> text(TestExport.HEADER + ",".repeat(1100) + "\n");
            case "long id" -> text(TestExport.HEADER + "\n" + ROW.formatted("r".repeat(257)));
            case "many recordings" -> rows(TestExport.HEADER + "\n", ROW, 10_001);
            case "many sections" -> rows("section id,recording id,recording name,section start time [ns]\n", "%s,r,,5\n", 100_001);
            case "10,001 fixations" -> rows(TestExport.HEADER + "\n", OTHER_FIXATIONS, 10_001);
            case "5,001 recordings" -> rows(TestExport.HEADER + "\n", ROW, 5_001);
            case "100,001 sections" -> rows(TestExport.HEADER + "\n", "%1$s" + OTHER_FIXATIONS.substring(2).replace("%s", "%1$s"), 100_001);
            case "areas one over the other" -> areas("{'name': '%s', 'rectangle': {'x': 0, 'y': 0, 'width': 40, 'height': 30}}");
            case "areas apart" -> areas("{'name': '%s', 'rectangle': {'x': 30, 'y': 0, 'width': 5, 'height': 5}}");
            case "many labels" -> areas(1, IntStream.range(0, 10_001).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(",",
                    "{'name': '%s', 'ellipse': {'cx': 5, 'cy': 5, 'rx': 1, 'ry': 1}, 'labels': [", "]}")));
            case "long name" -> text("section id,recording id,recording name,section start time [ns]\ns1,r1," + "n".repeat(257) + ",5\n");
            case "deep json" -> text("{\"scale\": " + "[".repeat(2000) + "]".repeat(2000) + "}");
            case "long number" -> text("{\"scale\": 1" + "0".repeat(2000) + "}");
            case "long json" -> text("{}" + " ".repeat(1 << 20));
            case "1,000 unknown columns" -> text(columns(1_000, ",") + "\n1\n");
            case "1,025 columns" -> text(TOBII + "\t" + columns(1_020, "\t") + "\n1\n");
            case "10,000 stimuli" -> rows(TOBII + "\n", "P\tR\t%s.png\tFixation\t1\t60\t100\t40\t30\t10\t20\n", 10_000);
            case "10,001 recordings of Tobii" -> rows(TOBII + "\n", "%s\tR\ta\tFixation\t1\t60\t100\t40\t30\t10\t20\n", 10_001);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String columns(int count, String delimiter) {
        return IntStream.range(0, count).mapToObj(i -> "column " + i).collect(Collectors.joining(delimiter));
    }

    /** The maximum number of areas. */
    private static byte[] areas(String area) {
        return areas(1_000, area);
    }

    private static byte[] areas(int count, String area) {
        String list = IntStream.range(0, count).mapToObj(i -> area.replace("%s", "n" + i)).collect(Collectors.joining(",\n"));
        return text(("{'aois': [" + list + "]}").replace('\'', '"'));
    }

    private static byte[] rows(String header, String row, int count) {
        StringBuilder rows = new StringBuilder(header);
        for (int i = 0; i < count; i++) {
            rows.append(row.formatted("n" + i));
        }
        return text(rows.toString());
    }

    /** A PNG file of these chunks, each given as its name and its bytes in Latin 1; "IHDR" takes "width height bits type interlace". */
    static byte[] png(List<String> chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
        for (String chunk : chunks) {
            String name = chunk.substring(0, 4);
            byte[] body = body(name, chunk.substring(4).strip());
            ByteBuffer whole = ByteBuffer.allocate(12 + body.length).putInt(body.length).put(name.getBytes(ISO_8859_1)).put(body);
            CRC32 crc = new CRC32();
            crc.update(whole.array(), 4, 4 + body.length);
            out.writeBytes(whole.putInt((int) crc.getValue()).array());
        }
        return out.toByteArray();
    }

    private static byte[] body(String name, String text) {
        if (name.equals("IHDR")) {
            List<Integer> n = List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
            return ByteBuffer.allocate(13).putInt(n.get(0)).putInt(n.get(1)).put(n.get(2).byteValue()).put(n.get(3).byteValue())
                    .putShort((short) 0).put(n.get(4).byteValue()).array();
        }
        return name.equals("IDAT") && !text.startsWith("raw") ? deflated(new byte[Integer.parseInt(text)]) : text.getBytes(ISO_8859_1);
    }

    static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9))) {
            deflater.write(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A zip of these files in folder {@code e}, with a kind of defect. */
    static byte[] zip(String kind, Map<String, byte[]> files) {
        Map<String, byte[]> entries = new LinkedHashMap<>(TestExport.under("e/", files));
        switch (kind) {
            case "plain" -> { }
            case "empty" -> entries.clear();
            case "no export" -> {
                entries.clear();
                entries.put("readme.txt", text("hello"));
            }
            case "many entries" -> {
                for (int i = 0; i < 100_001 - files.size(); i++) {
                    entries.put("x" + i, new byte[0]);
                }
            }
            default -> {
                if (kind.startsWith("path ")) {
                    entries.put(kind.substring(5), text("hello"));
                }
            }
        }
        byte[] zip = TestExport.zip(entries);
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        int first = bytes.getInt(end + 16);
        switch (kind) {
            case "encrypted" -> bytes.putShort(first + 8, (short) (bytes.getShort(first + 8) | 1));
            case "bzip2" -> bytes.putShort(first + 10, (short) 12);
            case "smaller than it is" -> bytes.putInt(first + 24, 10);
            case "larger than it is" -> bytes.putInt(first + 24, 5000);
            case "checksum" -> bytes.putInt(first + 16, 1);
            case "place" -> bytes.putInt(first + 42, 7);
            case "packed size" -> bytes.putInt(first + 20, 3);
            case "overlap" -> bytes.putInt(first + 20, bytes.getInt(first + 20) + 2000);
            case "impossible size" -> bytes.putInt(first + 20, 0x7FFFFFFF);
            case "count too high" -> bytes.putShort(end + 10, (short) 9);
            case "count too low" -> bytes.putShort(end + 10, (short) 1);
            case "directory too long" -> bytes.putInt(end + 12, 1 << 28);
            case "directory elsewhere" -> bytes.putInt(end + 16, 1 << 28);
            case "cut" -> zip = java.util.Arrays.copyOf(zip, end - 10);
            case "same place" -> bytes.putInt(second(bytes, first) + 42, bytes.getInt(first + 42));
            default -> { }
        }
        return zip;
    }

    private static int second(ByteBuffer zip, int first) {
        return first + 46 + zip.getShort(first + 28) + zip.getShort(first + 30) + zip.getShort(first + 32);
    }
}
