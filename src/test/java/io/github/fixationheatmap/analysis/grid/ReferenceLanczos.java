package io.github.fixationheatmap.analysis.grid;

/** The reference implementation of {@link LanczosResize}: 8 x 8 taps for each pixel. */
public final class ReferenceLanczos {
    private ReferenceLanczos() {}

    /** The value of the target of {@code width} x {@code height} at {@code x}, {@code y}. */
    public static double at(float[][] source, int x, int y, int width, int height) {
        double sourceX = (x + 0.5) * source[0].length / width - 0.5;
        double sourceY = (y + 0.5) * source.length / height - 0.5;
        double sum = 0;
        double weights = 0;
        for (int j = (int) Math.floor(sourceY) - 3; j <= (int) Math.floor(sourceY) + 4; j++) {
            for (int i = (int) Math.floor(sourceX) - 3; i <= (int) Math.floor(sourceX) + 4; i++) {
                double weight = lanczos(sourceX - i) * lanczos(sourceY - j);
                sum += weight * source[Math.clamp(j, 0, source.length - 1)][Math.clamp(i, 0, source[0].length - 1)];
                weights += weight;
            }
        }
        return Math.clamp(sum / weights, 0, 1);
    }

    private static double lanczos(double x) {
        return Math.abs(x) < 1e-9 ? 1 : 4 * Math.sin(Math.PI * x) * Math.sin(Math.PI * x / 4) / (Math.PI * Math.PI * x * x);
    }
}
