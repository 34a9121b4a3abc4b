package io.github.fixationheatmap.read.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images with oversized content beside their pixels take only the memory of the pixels. Images that end too early are refused. */
class ImageBombTest {

    private static final int UNPACKED = 128 << 20;
    private static final long MAX_BYTES = 8L << 20;

    private static byte[] png(byte[]... chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
        out.writeBytes(chunk("IHDR", ByteBuffer.allocate(13).putInt(4).putInt(4).put((byte) 8).put((byte) 3).array()));
        Arrays.stream(chunks).forEach(out::writeBytes);
        out.writeBytes(chunk("IEND"));
        return out.toByteArray();
    }

    private static byte[] chunk(String name, byte... body) {
        ByteBuffer whole = ByteBuffer.allocate(12 + body.length).putInt(body.length).put(name.getBytes(ISO_8859_1)).put(body);
        CRC32 crc = new CRC32();
        crc.update(whole.array(), 4, 4 + body.length);
        return whole.putInt((int) crc.getValue()).array();
    }

    /** A chunk of text or a profile that unpacks to 128 MB. */
    private static byte[] bomb(String chunk, String before) {
        byte[] zeros = deflated(UNPACKED);
        ByteBuffer body = ByteBuffer.allocate(before.length() + zeros.length).put(before.getBytes(ISO_8859_1)).put(zeros);
        return chunk(chunk, body.array());
    }

    private static byte[] deflated(int zeros) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 20];
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            for (int left = zeros; left > 0; left -= block.length) {
                deflater.write(block, 0, Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The bytes that decoding allocates beside the file itself. */
    private static long memoryOf(byte[] file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        ImagesTest.decoded(ImagesTest.open(file));
        // The test store copies the file.
        return threads.getCurrentThreadAllocatedBytes() - before - 3L * file.length;
    }

    @Tag("slow")
    @Test
    void ancillaryDataAreNotUnpacked() {
        byte[] palette = chunk("PLTE", new byte[6]);
        byte[] data = chunk("IDAT", deflated(20));
        ImagesTest.decoded(ImagesTest.open(png(palette, data)));
        assertThat(memoryOf(png(bomb("zTXt", "t\0\0"), palette, data))).as("text").isLessThan(MAX_BYTES);
        assertThat(memoryOf(png(bomb("iTXt", "t\0\1\0\0\0"), palette, data))).as("text in UTF-8").isLessThan(MAX_BYTES);
        assertThat(memoryOf(png(bomb("iCCP", "p\0\0"), palette, data))).as("profile").isLessThan(MAX_BYTES);
        assertThat(memoryOf(png(palette, chunk("IDAT", deflated(UNPACKED))))).as("pixels beyond the last").isLessThan(MAX_BYTES);
        byte[] many = new byte[12 * 100_000];
        ByteBuffer chunks = ByteBuffer.wrap(many);
        byte[] empty = chunk("IDAT");
        while (chunks.hasRemaining()) {
            chunks.put(empty);
        }
        assertThat(memoryOf(png(palette, many, data))).as("100,000 empty chunks").isLessThan(MAX_BYTES);
    }

    @Test
    void damagedAncillaryChunksOfMasksAreIgnored() {
        byte[] palette = chunk("PLTE", new byte[6]);
        byte[] data = chunk("IDAT", deflated(20));
        BufferedImage mask = mask(png(chunk("iCCP", (byte) 'p'), chunk("gAMA"), chunk("tIME", (byte) 1), palette, data));
        assertThat(List.of(mask.getWidth(), mask.getHeight())).containsExactly(4, 4);
    }

    @Test
    void damagedPixelsOfMasksAreRefused() {
        byte[] palette = chunk("PLTE", new byte[6]);
        assertThatThrownBy(() -> mask(png(palette, chunk("IDAT", deflated(3))))).isInstanceOf(ProblemException.class)
                .hasMessage("a.png: seen \"Error reading PNG image data\", expected a whole PNG picture");
    }

    private static BufferedImage mask(byte[] file) {
        return new MaskImage(new Location.WholeFile("a.png"), file).decode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "progressive.jpg", "restart.jpg", "grey.jpg", "ycck.jpg", "rgb.png", "interlaced.png",
        "palette.png"})
    void isRefusedOrCompleteWhenCutAtAnyLength(String name) {
        byte[] file = ImagesTest.bytes(name);
        byte[] whole = pixels(file).orElseThrow();
        int passed = 0;
        for (int length = 0; length < file.length; length++) {
            Optional<byte[]> cut = pixels(Arrays.copyOf(file, length));
            if (cut.isPresent()) {
                passed++;
                assertThat(cut.get()).as("cut to %s of %s bytes", length, file.length).isEqualTo(whole);
            }
        }
        // A decoder may finish the last row before it reads the last bytes of the file.
        assertThat(passed).isLessThanOrEqualTo(4);
    }

    private static Optional<byte[]> pixels(byte[] file) {
        try {
            ImageRows rows = ImagesTest.decoded(ImagesTest.open(file));
            byte[] row = new byte[3 * rows.width()];
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int y = 0; y < rows.height(); y++) {
                rows.row(y, row);
                all.writeBytes(row);
            }
            return Optional.of(all.toByteArray());
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }
}
