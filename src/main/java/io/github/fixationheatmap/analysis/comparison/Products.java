package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Workers;

/**
 * The products of recordings' maps with each other, of deviations from their means: a Gram matrix. The correlation of any two sums of maps
 * follows from it without looking at a bin again.
 */
final class Products {

    /** Parts are summed up one by one and then in their order, so that the result does not depend on the number of threads. */
    private static final int PARTS = 16;

    private static final int BLOCK = 64;

    private final int count;
    private final double[][] products;

    private Products(double[][] products) {
        this.count = products.length;
        this.products = products;
    }

    /** Multiplies all maps with each other. */
    static Products of(RecordingMaps maps, TimeCheck time) {
        int count = maps.ids().size();
        int bins = maps.grid().nx() * maps.grid().ny();
        double[][][] parts = new double[PARTS][][];
        Workers.forEach(PARTS, () -> {
            double[] row = new double[BLOCK];
            double[][] columns = new double[BLOCK][count + 1];
            return part -> {
                double[][] sums = new double[count + 1][count + 1];
                int end = (int) ((long) bins * (part + 1) / PARTS);
                for (int from = (int) ((long) bins * part / PARTS); from < end; from += BLOCK) {
                    time.check();
                    load(maps, from, Math.min(BLOCK, end - from), row, columns);
                    addProducts(columns, sums);
                }
                parts[part] = sums;
            };
        });
        return new Products(centred(parts, count, bins));
    }

    /** Each column has the values of all recordings in a bin, and at last 1, whose products are sums. Columns beyond the end are 0. */
    private static void load(RecordingMaps maps, int from, int length, double[] row, double[][] columns) {
        int count = columns[0].length - 1;
        for (int i = 0; i < count; i++) {
            maps.copy(i, from, row, length);
            for (int bin = 0; bin < BLOCK; bin++) {
                columns[bin][i] = bin < length ? row[bin] : 0;
            }
        }
        for (int bin = 0; bin < BLOCK; bin++) {
            columns[bin][count] = bin < length ? 1 : 0;
        }
    }

    /** Adds the products of four bins at a time, so that sums are read and written less often. */
    private static void addProducts(double[][] columns, double[][] sums) {
        for (int bin = 0; bin < BLOCK; bin += 4) {
            for (int i = 0; i < sums.length; i++) {
                addRow(sums[i], i, columns[bin], columns[bin + 1], columns[bin + 2], columns[bin + 3]);
            }
        }
    }

    private static void addRow(double[] sums, int row, double[] a, double[] b, double[] c, double[] d) {
        double ofA = a[row];
        double ofB = b[row];
        double ofC = c[row];
        double ofD = d[row];
        for (int i = row; i < sums.length; i++) {
            sums[i] += (ofA * a[i] + ofB * b[i]) + (ofC * c[i] + ofD * d[i]);
        }
    }

    private static double[][] centred(double[][][] parts, int count, int bins) {
        double[][] products = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = i; j < count; j++) {
                products[i][j] = sum(parts, i, j) - sum(parts, i, count) * sum(parts, j, count) / bins;
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    private static double sum(double[][][] parts, int i, int j) {
        double sum = 0;
        for (double[][] part : parts) {
            sum += part[i][j];
        }
        return sum;
    }

    /** The correlation of the sum of the maps {@code numbers[0 .. n-1]} with the sum of {@code numbers[n .. 2n-1]}. */
    double correlation(int[] numbers, int n) {
        double[] withFirst = withSum(numbers, 0, n);
        double[] withSecond = withSum(numbers, n, 2 * n);
        double firstFirst = 0;
        double secondSecond = 0;
        double firstSecond = 0;
        for (int i = 0; i < n; i++) {
            firstFirst += withFirst[numbers[i]];
            secondSecond += withSecond[numbers[n + i]];
            firstSecond += withFirst[numbers[n + i]];
        }
        return MapSimilarity.correlation(firstFirst, secondSecond, firstSecond);
    }

    /** The products of each map with a sum of maps. */
    private double[] withSum(int[] numbers, int from, int to) {
        double[] sums = new double[count];
        for (int i = from; i < to; i++) {
            double[] row = products[numbers[i]];
            for (int j = 0; j < count; j++) {
                sums[j] += row[j];
            }
        }
        return sums;
    }
}
