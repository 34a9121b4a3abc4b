package io.github.fixationheatmap.draw.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.options.Colormap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColourScaleTest {
    /** The first entry, the last and two others, taken from cv2.applyColorMap(COLORMAP_TURBO). */
    @Test
    void entriesAreThePublishedOnes() {
        assertThat(Turbo.rgb(0)).isEqualTo(0x30123b);
        assertThat(Turbo.rgb(64)).isEqualTo(0x28bceb);
        assertThat(Turbo.rgb(192)).isEqualTo(0xfb7e21);
        assertThat(Turbo.rgb(255)).isEqualTo(0x7a0403);
    }

    @Test
    void noStepBetweenEntriesIsLarge() {
        for (int shift = 0; shift <= 16; shift += 8) {
            int channel = shift;
            assertThat(IntStream.range(1, Turbo.SIZE).map(i -> Math.abs(sample(i, channel) - sample(i - 1, channel))).max().orElseThrow())
                    .isLessThanOrEqualTo(8);
        }
    }

    /** The first entry and the last of each map, as their authors publish them. */
    @Test
    void theOtherMapsAreThePublishedOnes() {
        Map<Colormap, int[]> ends = Map.of(
                Colormap.TURBO, new int[] {0x30123b, 0x7a0403},
                Colormap.VIRIDIS, new int[] {0x440154, 0xfde725},
                Colormap.CIVIDIS, new int[] {0x00224e, 0xfee838},
                Colormap.INFERNO, new int[] {0x000004, 0xfcffa4},
                Colormap.BATLOW, new int[] {0x011959, 0xfaccfa});
        for (Colormap map : Colormap.values()) {
            int[] end = Objects.requireNonNull(ends.get(map));
            int[] entries = new ColourScale(map.id(), ColourScale.Kind.SHARES, 1, 0).entries();
            assertThat(entries).hasSize(ColourScale.SIZE).startsWith(end[0]).endsWith(end[1]);
            for (int i = 1; i < entries.length; i++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    assertThat(Math.abs((entries[i] >> shift & 255) - (entries[i - 1] >> shift & 255))).as("%s %d", map, i)
                            .isLessThanOrEqualTo(12);
                }
            }
        }
    }

    @Test
    void alphaEndsAtFourFifths() {
        byte[] alphas = ColourScale.PUBLISHED.alphas();
        assertThat(alphas[0]).isZero();
        assertThat(alphas[203] & 255).isEqualTo(203);
        assertThat(alphas[255] & 255).isEqualTo(204);
    }

    private static int sample(int index, int shift) {
        return Turbo.rgb(index) >> shift & 255;
    }
}
