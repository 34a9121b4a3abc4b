package io.github.fixationheatmap.draw.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurboTest {
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
