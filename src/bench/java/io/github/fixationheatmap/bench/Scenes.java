package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Polygon;
import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Inputs for kernels. */
public final class Scenes {

    private Scenes() {}

    /** A fixations file. */
    public static byte[] csv(int rows, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(160 * rows);
        try {
            MadeStudy.fixations(out, rows, width, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A photo, as JPEG. */
    public static byte[] jpeg(int width, int height) {
        try {
            return MadeStudy.jpeg(width, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The field of a study's fixations. */
    public static ScalarField field(int width, int height) {
        double[] positions = Kernels.positions(csv(10_000, width, height));
        return ScalarField.of(Kernels.histogram(Grid.of(width, height), positions), GaussianBlur.ofScale(3));
    }

    /** Small values in a rectangle. */
    public static float[][] values(int columns, int rows) {
        Random random = new Random(columns);
        float[][] values = new float[rows][columns];
        for (float[] row : values) {
            for (int x = 0; x < columns; x++) {
                row[x] = random.nextFloat();
            }
        }
        return values;
    }

    /** Round AOIs of 60 corners all over an image. */
    public static List<Aoi> aois(int count, int width, int height) {
        Random random = new Random(7);
        List<Aoi> aois = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] xs = new double[60];
            double[] ys = new double[60];
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            for (int p = 0; p < xs.length; p++) {
                xs[p] = x + width / 50.0 * Math.cos(2 * Math.PI * p / xs.length);
                ys[p] = y + width / 50.0 * Math.sin(2 * Math.PI * p / xs.length);
            }
            aois.add(new Aoi("id" + i, "aoi " + i, List.of("aoi " + i), Polygon.of(List.of(Ring.of(xs, ys)))));
        }
        return aois;
    }
}
