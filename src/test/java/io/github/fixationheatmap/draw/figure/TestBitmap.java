package io.github.fixationheatmap.draw.figure;

import java.util.Arrays;

/** A bitmap of vertical stripes. */
record TestBitmap(int width, int height, int... stripes) implements Bitmap {

    @Override
    public void row(int y, int[] argb) {
        Arrays.setAll(argb, x -> stripes[x % stripes.length]);
    }

    @Override
    public String mediaType() {
        return "image/png";
    }

    @Override
    public byte[] encoded() {
        return new byte[] {1, 2, 3};
    }
}
