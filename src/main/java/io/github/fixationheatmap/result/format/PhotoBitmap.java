package io.github.fixationheatmap.result.format;

import io.github.fixationheatmap.draw.render.ScaledRows;
import io.github.fixationheatmap.draw.vector.Bitmap;
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
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The photo as a bitmap of figures. The JPEG may have fewer px than the bitmap. It is encoded by a worker from the start on, because the
 * encoder uses one processor alone.
 */
public final class PhotoBitmap implements Bitmap {

    /**
     * The longest side of a JPEG in a page, and that of a photo that is made smaller anyway, so that one JPEG serves all. A photo of a size
     * in between is encoded at both sizes.
     */
    public static final int JPEG_SIDE = 1_600;

    private static final float QUALITY = 0.88f;
    private static final float[] LOWER_QUALITIES = {0.75f, 0.55f};

    private final ImageRows rows;
    private final ImageRows jpegRows;
    private final TimeCheck time;
    private final ForkJoinTask<byte[]> jpeg;

    private PhotoBitmap(ImageRows rows, ImageRows jpegRows, float quality, TimeCheck time) {
        this.rows = rows;
        this.jpegRows = jpegRows;
        this.time = time;
        // An adapted task is run by the thread that joins it if no worker has begun it.
        this.jpeg = ForkJoinPool.commonPool().submit(ForkJoinTask.adapt(() -> encode(jpegRows, quality, time)));
    }

    /**
     * An image with a longer side of at most this many px.
     *
     * @param time is looked at while it is made smaller, and before it is encoded
     */
    public static PhotoBitmap of(ImageRows image, int longerSide, TimeCheck time) {
        ImageRows rows = ScaledRows.of(image, longerSide, time);
        return new PhotoBitmap(rows, rows == image ? rows : ScaledRows.of(rows, JPEG_SIDE, time), QUALITY, time);
    }

    /** The same photo with a JPEG whose longer side has at most this many px, of at most {@code maxBytes}, if need be of lower quality. */
    public PhotoBitmap within(int longerSide, int maxBytes) {
        boolean fits = longerSide(jpegRows) <= longerSide;
        ImageRows smaller = fits ? jpegRows : ScaledRows.of(rows, longerSide, time);
        PhotoBitmap within = fits ? this : new PhotoBitmap(rows, smaller, QUALITY, time);
        for (float lower : LOWER_QUALITIES) {
            if (within.encoded().length <= maxBytes) {
                return within;
            }
            within = new PhotoBitmap(rows, smaller, lower, time);
        }
        return within.encoded().length <= maxBytes ? within : within(longerSide(smaller) / 2, maxBytes);
    }

    private static int longerSide(ImageRows rows) {
        return Math.max(rows.width(), rows.height());
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
        rows.row(y, argb);
    }

    @Override
    public String mediaType() {
        return "image/jpeg";
    }

    @Override
    public byte[] encoded() {
        return jpeg.join();
    }

    private static byte[] encode(ImageRows rows, float quality, TimeCheck time) {
        time.check();
        BufferedImage image = image(rows);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = Objects.requireNonNull(writer.getDefaultWriteParam());
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage image(ImageRows rows) {
        byte[] rgb = rows.rgb();
        WritableRaster raster = Raster.createInterleavedRaster(new DataBufferByte(rgb, rgb.length),
                rows.width(), rows.height(), 3 * rows.width(), 3, new int[] {0, 1, 2}, null);
        ColorSpace space = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        return new BufferedImage(
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE), raster, false, null);
    }
}
