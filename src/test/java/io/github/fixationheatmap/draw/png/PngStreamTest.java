package io.github.fixationheatmap.draw.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.render.ColourScale;
import io.github.fixationheatmap.draw.render.Renderer;
import io.github.fixationheatmap.draw.render.Renderer.HeatmapImages;
import io.github.fixationheatmap.draw.render.TestImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Checks what lenient decoders may ignore: chunks, their CRCs, the zlib stream with its Adler-32, and its length. */
class PngStreamTest {
    private record Parsed(List<String> types, ByteBuffer header, ByteBuffer zlib) {}

    @Property(tries = 60)
    void filesAreComplete(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height) throws DataFormatException, IOException {
        assertComplete(seed, width, height);
    }

    /** Several strips, so that their checksums are combined. */
    @Property(tries = 5)
    void filesOfSeveralStripsAreComplete(@ForAll long seed, @ForAll @IntRange(min = 2000, max = 2100) int width)
            throws DataFormatException, IOException {
        assertComplete(seed, width, 150);
    }

    private static void assertComplete(long seed, int width, int height) throws DataFormatException, IOException {
        Histogram histogram = new Histogram(Grid.of(width, height));
        histogram.add(width * 0.3, height * 0.6, 1);
        ScalarField field = ScalarField.of(histogram, GaussianBlur.ofScale(3));
        HeatmapImages images = Renderer.render(field, TestImage.noise(width, height, seed), ColourScale.PUBLISHED);
        Parsed heatmap = parsed(images.heatmap().open().readAllBytes());
        Parsed overlay = parsed(images.overlay().open().readAllBytes());
        assertThat(heatmap.types).containsExactly("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
        assertThat(overlay.types).containsExactly("IHDR", "IDAT", "IEND");
        assertThat(heatmap.header).isEqualTo(ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 3, 0, 0, 0}).flip());
        assertThat(overlay.header).isEqualTo(ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).flip());
        assertInflatesTo(heatmap.zlib, (1 + width) * height);
        assertInflatesTo(overlay.zlib, (1 + 3 * width) * height);
    }

    /** Parses the chunks and checks their CRCs; consecutive chunks of one type are listed once. */
    private static Parsed parsed(byte[] png) {
        ByteBuffer in = ByteBuffer.wrap(png);
        assertThat(in.getLong()).isEqualTo(0x89504e470d0a1a0aL);
        List<String> types = new ArrayList<>();
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        byte[] header = {};
        while (in.hasRemaining()) {
            int length = in.getInt();
            CRC32 crc = new CRC32();
            crc.update(png, in.position(), 4 + length);
            byte[] type = new byte[4];
            byte[] data = new byte[length];
            in.get(type).get(data);
            assertThat(in.getInt()).isEqualTo((int) crc.getValue());
            String name = new String(type, StandardCharsets.US_ASCII);
            if (types.isEmpty()) {
                header = data;
            }
            if (types.isEmpty() || !types.get(types.size() - 1).equals(name)) {
                types.add(name);
            }
            if (name.equals("IDAT")) {
                zlib.write(data, 0, length);
            }
        }
        return new Parsed(types, ByteBuffer.wrap(header), ByteBuffer.wrap(zlib.toByteArray()));
    }

    /** The Inflater rejects a wrong Adler-32. */
    private static void assertInflatesTo(ByteBuffer zlib, int length) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(zlib);
        byte[] rows = new byte[length + 1];
        assertThat(inflater.inflate(rows)).isEqualTo(length);
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        assertThat(Arrays.copyOf(rows, 1)).containsExactly(1);
        inflater.end();
    }
}
