package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.ReferenceLanczos;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.render.ColourScale;
import io.github.fixationheatmap.draw.render.Turbo;
import io.github.fixationheatmap.model.ImageRows;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Reference implementations of the kernels: as simple as possible, and not optimised. Kernels must give the same results, faster. */
public final class ReferenceKernels {

    private ReferenceKernels() {}

    /** The positions in a fixations file without quotes, as x, y, x, y. */
    public static double[] positions(byte[] csv) {
        List<String> lines = new String(csv, UTF_8).lines().toList();
        List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
        int x = header.indexOf("fixation x [px]");
        int y = header.indexOf("fixation y [px]");
        List<Double> positions = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (!fields[x].isEmpty()) {
                positions.add(Double.valueOf(fields[x]));
                positions.add(Double.valueOf(fields[y]));
            }
        }
        return positions.stream().mapToDouble(d -> d).toArray();
    }

    /** {@code numpy.histogram2d}, with a linear search for each bin. */
    public static double[][] histogram(Grid grid, double[] positions) {
        double[][] bins = new double[grid.ny()][grid.nx()];
        for (int i = 0; i < positions.length; i += 2) {
            int x = bin(positions[i], grid.width(), grid.nx());
            int y = bin(positions[i + 1], grid.height(), grid.ny());
            if (x >= 0 && y >= 0) {
                bins[y][x]++;
            }
        }
        return bins;
    }

    private static int bin(double value, int size, int bins) {
        double step = (double) size / bins;
        for (int bin = 0; bin < bins; bin++) {
            double end = bin + 1 == bins ? size : (bin + 1) * step;
            if (value >= bin * step && (value < end || (bin + 1 == bins && value == end))) {
                return bin;
            }
        }
        return -1;
    }

    /** A direct convolution in two dimensions, borders mirrored without the edge bin; the kernel must be shorter than the axes. */
    public static double[][] blur(double[][] rows, GaussianBlur blur) {
        double[] kernel = blur.kernel();
        int reach = kernel.length / 2;
        double[][] blurred = new double[rows.length][rows[0].length];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[0].length; x++) {
                for (int dy = -reach; dy <= reach; dy++) {
                    for (int dx = -reach; dx <= reach; dx++) {
                        blurred[y][x] += kernel[dy + reach] * kernel[dx + reach]
                                * rows[mirrored(y + dy, rows.length)][mirrored(x + dx, rows[0].length)];
                    }
                }
            }
        }
        return blurred;
    }

    private static int mirrored(int i, int length) {
        int positive = Math.abs(i);
        return positive < length ? positive : 2 * (length - 1) - positive;
    }

    /** A row of the target of a Lanczos resize: 8 x 8 taps for each pixel. */
    public static float[] resizedRow(float[][] source, int width, int height, int y) {
        float[] out = new float[width];
        for (int x = 0; x < width; x++) {
            out[x] = (float) ReferenceLanczos.at(source, x, y, width, height);
        }
        return out;
    }

    /** The overlay as 0xRRGGBB, row by row, in doubles. */
    public static BufferedImage overlay(ScalarField field, ImageRows image) {
        BufferedImage overlay = new BufferedImage(field.width(), field.height(), BufferedImage.TYPE_INT_RGB);
        float[] values = new float[field.width()];
        byte[] pixels = new byte[3 * field.width()];
        for (int y = 0; y < field.height(); y++) {
            field.row(y, values);
            image.row(y, pixels);
            for (int x = 0; x < values.length; x++) {
                int colour = Turbo.rgb((int) Math.rint(255.0 * values[x]));
                double alpha = Math.min(values[x], ColourScale.PUBLISHED.opacity());
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    double mixed = (pixels[3 * x + c] & 255) * (1 - alpha) + (colour >> (16 - 8 * c) & 255) * alpha;
                    rgb = rgb << 8 | (int) Math.rint(mixed);
                }
                overlay.setRGB(x, y, rgb);
            }
        }
        return overlay;
    }

    /** An image as PNG, by the JDK's writer. */
    public static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** The size after the JDK's compression, at the level that suits filtered rows best. */
    public static int deflated(byte[] rows) {
        Deflater deflater = new Deflater(1, true);
        deflater.setInput(rows);
        deflater.finish();
        byte[] buffer = new byte[1 << 16];
        int size = 0;
        while (!deflater.finished()) {
            size += deflater.deflate(buffer);
        }
        deflater.end();
        return size;
    }

    /** An image decoded by ImageIO. */
    public static BufferedImage decoded(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    /** The number of AOIs that contain a point, found by testing them all. */
    public static int hits(List<Aoi> aois, double x, double y) {
        return (int) aois.stream().filter(aoi -> aoi.area().contains(x, y)).count();
    }
}
