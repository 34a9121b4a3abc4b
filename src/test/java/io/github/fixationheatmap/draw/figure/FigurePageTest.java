package io.github.fixationheatmap.draw.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.vector.Box;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class FigurePageTest {

    @Test
    void aNarrowPictureIsStretchedAroundItsMiddleSoThatItCanBeSeen() {
        assertThat(new Size(60_000, 1).box()).isEqualTo(new Box(0, -599.5, 60_000, 1_200));
        assertThat(new Size(1, 60_000).box()).isEqualTo(new Box(-599.5, 0, 1_200, 60_000));
        assertThat(new Size(100, 2).box()).isEqualTo(new Box(0, 0, 100, 2));
        assertThat(new Size(1, 1).box()).isEqualTo(new Box(0, 0, 1, 1));
    }

    @Test
    void pathsAreStretchedAsThePictureIs() {
        Path2D path = new Path2D.Double(new Rectangle2D.Double(10, 0.25, 20, 0.5));
        new Size(100, 2).stretch(path);
        assertThat(path.getBounds2D()).isEqualTo(new Rectangle2D.Double(10, 0.25, 20, 0.5));
        new Size(60_000, 1).stretch(path);
        assertThat(path.getBounds2D()).isEqualTo(new Rectangle2D.Double(10, -299.5, 20, 600));
    }
}
