package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.analysis.aoi.Area;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;

/** Draws areas as masks. A pixel is inside if its centre is. */
final class SampleMasks {

    static final int IMAGE_WIDTH = 1200;
    static final int IMAGE_HEIGHT = 900;

    private SampleMasks() {}

    static boolean[][] raster(Area area, int width, int height) {
        boolean[][] inside = new boolean[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                inside[y][x] = area.contains((x + .5) * IMAGE_WIDTH / width, (y + .5) * IMAGE_HEIGHT / height);
            }
        }
        return inside;
    }

    /** An image of {@code type} with the colours {@code inside} and {@code outside}. */
    static byte[] png(boolean[][] mask, int type, int inside, int outside) {
        BufferedImage image = new BufferedImage(mask[0].length, mask.length, type);
        for (int y = 0; y < mask.length; y++) {
            for (int x = 0; x < mask[0].length; x++) {
                image.setRGB(x, y, mask[y][x] ? inside : outside);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String dataUrl(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** COCO's run lengths: column by column, starting outside. */
    static List<Long> runs(boolean[][] mask) {
        List<Long> runs = new ArrayList<>(List.of(0L));
        boolean inside = false;
        for (int x = 0; x < mask[0].length; x++) {
            for (boolean[] row : mask) {
                if (row[x] != inside) {
                    inside = row[x];
                    runs.add(0L);
                }
                runs.set(runs.size() - 1, runs.getLast() + 1);
            }
        }
        return runs;
    }

    /** The run lengths as the COCO API compresses them. */
    static String compressed(List<Long> runs) {
        return LongStream.range(0, runs.size())
                .map(i -> i > 2 ? runs.get((int) i) - runs.get((int) i - 2) : runs.get((int) i))
                .mapToObj(SampleMasks::groups).collect(Collectors.joining());
    }

    private static String groups(long value) {
        StringBuilder text = new StringBuilder();
        long rest = value;
        boolean more;
        do {
            long group = rest & 0x1F;
            rest >>= 5;
            more = (group & 0x10) != 0 ? rest != -1 : rest != 0;
            text.append((char) (48 + (more ? group | 0x20 : group)));
        } while (more);
        return text.toString();
    }
}
