package io.github.fixationheatmap.draw.vector;

import java.util.Arrays;
import java.util.List;

/** A bitmap of vertical stripes. */
record TestBitmap(int width, int height, List<Integer> stripes) implements Bitmap {

    @Override
    public void row(int y, int[] argb) {
        Arrays.setAll(argb, x -> stripes.get(x % stripes.size()));
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
