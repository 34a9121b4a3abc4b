package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.model.ImageRows;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;

/**
 * Reads a JPEG into rows of R, G, B, and tells of them as they arrive. ImageIO's own image has B, G, R, to which it copies pixel by pixel
 * what the decoder makes in whole rows: that alone took a third of the time.
 */
final class JpegRows {

    private JpegRows() {}

    static ImageRows read(ImageReader reader, ImageFile picture, DecodingListener listener) throws IOException {
        BufferedImage image = rgb(picture.width(), picture.height());
        ImageRows photo = RasterImage.of(image);
        Orientation orientation = picture.orientation();
        // A reader that has a listener shows every pass, of which only the last counts; turned rows need the last of the stored ones.
        if (picture.rows() == ImageFile.Rows.TOP_DOWN && !orientation.transposed() && !orientation.flipped()) {
            listener.begun(orientation.turn(photo));
            reader.addIIOReadUpdateListener(new Arrivals(listener));
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestination(image);
        reader.read(0, param);
        return photo;
    }

    private static BufferedImage rgb(int width, int height) {
        ColorSpace space = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        ComponentColorModel model = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        int[] bands = {0, 1, 2};
        return new BufferedImage(model,
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3 * width, 3, bands, null), false, null);
    }

    private record Arrivals(DecodingListener listener) implements IIOReadUpdateListener {

        @Override
        public void imageUpdate(ImageReader source, BufferedImage image, int minX, int minY, int width, int height, int periodX,
                int periodY, int[] bands) {
            listener.arrived(minY + height);
        }

        @Override
        public void passStarted(ImageReader source, BufferedImage image, int pass, int minPass, int maxPass, int minX, int minY,
                int periodX, int periodY, int[] bands) {}

        @Override
        public void passComplete(ImageReader source, BufferedImage image) {}

        @Override
        public void thumbnailPassStarted(ImageReader source, BufferedImage image, int pass, int minPass, int maxPass, int minX, int minY,
                int periodX, int periodY, int[] bands) {}

        @Override
        public void thumbnailUpdate(ImageReader source, BufferedImage image, int minX, int minY, int width, int height, int periodX,
                int periodY, int[] bands) {}

        @Override
        public void thumbnailPassComplete(ImageReader source, BufferedImage image) {}
    }
}
