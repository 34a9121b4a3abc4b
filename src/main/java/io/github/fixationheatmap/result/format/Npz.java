package io.github.fixationheatmap.result.format;

import io.github.fixationheatmap.store.ObjectStore.PutBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Arrays with names, in numpy's file format {@code .npz}: a zip of {@code .npy} files of version 1.0, for {@code numpy.load} without
 * pickle. Nothing is compressed, as in {@code numpy.savez}: the bytes do not depend on a version of zlib. Not thread-safe.
 */
public final class Npz {

    /** The time of all entries: a fixed one, and the first month that needs no second form of it. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    /** The zip's headers of an entry, without its name twice. */
    private static final int ENTRY_BYTES = 30 + 46;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Adds whole numbers. */
    public void put(String name, int[] values) {
        ByteBuffer file = file("<i4", "(" + values.length + ",)", 4L * values.length);
        file.asIntBuffer().put(values);
        put(name, file);
    }

    /** Adds numbers. */
    public void put(String name, double[] values) {
        ByteBuffer file = file("<f8", "(" + values.length + ",)", 8L * values.length);
        file.asDoubleBuffer().put(values);
        put(name, file);
    }

    /** Adds one number, an array without dimensions. */
    public void put(String name, double value) {
        put(name, file("<f8", "()", 8).putDouble(value));
    }

    /** Adds rows of equal length. */
    public void put(String name, double[][] rows) {
        ByteBuffer file = file("<f8", "(" + rows.length + ", " + rows[0].length + ")", 8L * rows.length * rows[0].length);
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).forEach(file::putDouble);
        put(name, file);
    }

    /** Adds texts, which numpy reads as one type of fixed length. */
    public void put(String name, List<String> texts) {
        int longest = texts.stream().mapToInt(text -> text.codePointCount(0, text.length())).max().orElse(1);
        ByteBuffer file = file("<U" + longest, "(" + texts.size() + ",)", 4L * longest * texts.size());
        int start = file.position();
        for (int i = 0; i < texts.size(); i++) {
            file.position(start + 4 * longest * i);
            texts.get(i).codePoints().forEach(file::putInt);
        }
        put(name, file);
    }

    private void put(String name, ByteBuffer file) {
        byte[] bytes = new byte[file.capacity()];
        file.get(0, bytes);
        files.put(name + ".npy", bytes);
    }

    /** A file with its header, at the place of its first value. */
    private static ByteBuffer file(String type, String shape, long bytes) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int before = MAGIC.length + Short.BYTES;
        int padding = Math.floorMod(-(before + header.length() + 1), ALIGNMENT);
        byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(Math.toIntExact(before + text.length + bytes)).order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC).putShort((short) text.length).put(text);
    }

    /** The zip. */
    public PutBody body() {
        int size = files.entrySet().stream()
                .collect(Collectors.summingInt(file -> ENTRY_BYTES + 2 * file.getKey().length() + file.getValue().length));
        Bytes bytes = new Bytes(size + ENTRY_BYTES);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                CRC32 crc = new CRC32();
                crc.update(file.getValue());
                entry.setTimeLocal(TIME);
                entry.setSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return new PutBody(bytes.size(), bytes::open);
    }

    /** Bytes that are read without a copy of them. */
    private static final class Bytes extends ByteArrayOutputStream {

        Bytes(int size) {
            super(size);
        }

        InputStream open() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }
}
