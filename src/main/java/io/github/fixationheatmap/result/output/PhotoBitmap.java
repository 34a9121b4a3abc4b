package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.draw.figure.Bitmap;
import io.github.fixationheatmap.draw.figure.ScaledRows;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.TimeCheck;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** The photo as a bitmap of figures, encoded as JPEG when it is first needed. */
final class PhotoBitmap implements Bitmap {

    private static final float QUALITY = 0.88f;
    private static final float[] LOWER_QUALITIES = {0.75f, 0.55f};

    private final ImageRows rows;
    private final float quality;
    private final TimeCheck time;
    private byte @Nullable [] jpeg;

    /**
     * The photo of these rows.
     *
     * @param time is looked at before it is encoded
     */
    PhotoBitmap(ImageRows rows, TimeCheck time) {
        this(rows, QUALITY, time);
    }

    private PhotoBitmap(ImageRows rows, float quality, TimeCheck time) {
        this.time = time;
        this.rows = rows;
        this.quality = quality;
    }

    /** The same photo with a longer side of at most this many px, and a JPEG of at most {@code maxBytes}, if need be of lower quality. */
    PhotoBitmap within(int longerSide, int maxBytes) {
        PhotoBitmap within = Math.max(width(), height()) <= longerSide
                ? this : new PhotoBitmap(ScaledRows.of(rows, longerSide, time), time);
        for (float lower : LOWER_QUALITIES) {
            if (within.encoded().length <= maxBytes) {
                return within;
            }
            within = new PhotoBitmap(within.rows, lower, time);
        }
        return within.encoded().length <= maxBytes ? within : within(longerSide / 2, maxBytes);
    }

    @Override
    public int width() {
        return rows.width();
    }

    @Override
    public int height() {
        return rows.height();
    }

    @Override
    public void row(int y, int[] argb) {
        byte[] rgb = new byte[3 * width()];
        rows.row(y, rgb);
        for (int x = 0, i = 0; x < width(); x++, i += 3) {
            argb[x] = 0xff000000 | (rgb[i] & 255) << 16 | (rgb[i + 1] & 255) << 8 | (rgb[i + 2] & 255);
        }
    }

    @Override
    public String mediaType() {
        return "image/jpeg";
    }

    @Override
    public synchronized byte[] encoded() {
        if (jpeg == null) {
            jpeg = encode();
        }
        return jpeg;
    }

    private byte[] encode() {
        time.check();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = Objects.requireNonNull(writer.getDefaultWriteParam());
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(copy(), null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private BufferedImage copy() {
        WritableRaster raster = Raster.createInterleavedRaster(
                DataBuffer.TYPE_BYTE, width(), height(), 3 * width(), 3, new int[] {0, 1, 2}, null);
        byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
        byte[] row = new byte[3 * width()];
        for (int y = 0; y < height(); y++) {
            rows.row(y, row);
            System.arraycopy(row, 0, data, y * row.length, row.length);
        }
        ColorSpace space = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        return new BufferedImage(
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE), raster, false, null);
    }
}
