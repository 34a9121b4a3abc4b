package io.github.fixationheatmap.result.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The bytes of arrays, against the format that numpy documents. {@code src/test/sh/histograms} has numpy itself read such files. */
class NpzTest {

    private static Npz arrays() {
        Npz npz = new Npz();
        npz.put("texts", List.of("ab", "\uD83D\uDE00", "\u05d0bc"));
        npz.put("none", List.of());
        npz.put("ints", new int[] {1, -2});
        npz.put("doubles", new double[] {0.5});
        npz.put("rows", new double[][] {{1, 2, 3}, {4, 5, 6}});
        npz.put("one", Math.PI);
        return npz;
    }

    /** The header without its padding, and the place of the first value. */
    private static String header(ByteBuffer file) {
        byte[] magic = new byte[8];
        file.get(magic);
        assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
        byte[] header = new byte[file.getShort()];
        file.get(header);
        assertThat(file.position() % 64).isZero();
        assertThat(header[header.length - 1]).isEqualTo((byte) '\n');
        return new String(header, StandardCharsets.US_ASCII).strip();
    }

    @Test
    void eachArrayHasItsHeaderAndItsValues() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(arrays().body().stream().get())) {
            ByteBuffer texts = next(zip, "texts");
            assertThat(header(texts)).isEqualTo("{'descr': '<U3', 'fortran_order': False, 'shape': (3,), }");
            byte[] characters = new byte[texts.remaining()];
            texts.get(characters);
            assertThat(new String(characters, Charset.forName("UTF-32LE"))).isEqualTo("ab\0\uD83D\uDE00\0\0\u05d0bc");
            ByteBuffer none = next(zip, "none");
            assertThat(header(none)).isEqualTo("{'descr': '<U1', 'fortran_order': False, 'shape': (0,), }");
            assertThat(none.remaining()).isZero();
            ByteBuffer ints = next(zip, "ints");
            assertThat(header(ints)).isEqualTo("{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }");
            assertThat(List.of(ints.getInt(), ints.getInt(), ints.remaining())).containsExactly(1, -2, 0);
            ByteBuffer doubles = next(zip, "doubles");
            assertThat(header(doubles)).isEqualTo("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }");
            assertThat(doubles.getDouble()).isEqualTo(0.5);
            ByteBuffer rows = next(zip, "rows");
            assertThat(header(rows)).isEqualTo("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }");
            double[] values = new double[6];
            rows.asDoubleBuffer().get(values);
            assertThat(values).containsExactly(1, 2, 3, 4, 5, 6);
            ByteBuffer one = next(zip, "one");
            assertThat(header(one)).isEqualTo("{'descr': '<f8', 'fortran_order': False, 'shape': (), }");
            assertThat(one.getDouble()).isEqualTo(Math.PI);
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    private static ByteBuffer next(ZipInputStream zip, String name) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        assertThat(entry.getName()).isEqualTo(name + ".npy");
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        return ByteBuffer.wrap(zip.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    @ResourceLock(Resources.TIME_ZONE)
    @Test
    void theBytesAreTheSameInAnyTimeZone() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            byte[] east = arrays().body().stream().get().readAllBytes();
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Midway"));
            assertThat(arrays().body().stream().get().readAllBytes()).isEqualTo(east).hasSize((int) arrays().body().length());
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
