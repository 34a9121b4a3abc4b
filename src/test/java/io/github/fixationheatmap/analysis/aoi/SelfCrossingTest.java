package io.github.fixationheatmap.analysis.aoi;

import static io.github.fixationheatmap.analysis.aoi.PolygonTest.polygon;
import static io.github.fixationheatmap.analysis.aoi.PolygonTest.ring;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfCrossingTest {

    @Test
    void onlyEdgesThatCrossCount() {
        assertThat(polygon(0, 0, 10, 10, 10, 0, 0, 10).crossesItself()).as("a bow tie").isTrue();
        assertThat(polygon(0, 0, 9, 9, 10, 0, 0, 8).crossesItself()).as("of different halves").isTrue();
        assertThat(polygon(0, 0, 10, 0, 10, 10, 0, 10, 0, 0).crossesItself()).as("a closed square").isFalse();
        assertThat(polygon(0, 0, 5, 3.5, 10, 7, 7.1, 4.97).crossesItself()).as("a line there and back").isFalse();
        assertThat(polygon(0, 0, 10, 0, 5, 5, 10, 10, 0, 10, 5, 5).crossesItself()).as("a touch in a point").isFalse();
        assertThat(Polygon.of(List.of(ring(0, 0, 9, 0, 0, 9), ring(1, 1, 9, 9, 8, 9))).crossesItself()).as("two rings").isTrue();
        double[] long402 = new double[402];
        for (int i = 0; i < 201; i++) {
            long402[2 * i] = 2 * i % 3;
            long402[2 * i + 1] = i * i % 7;
        }
        assertThat(polygon(long402).crossesItself()).as("not examined").isFalse();
        assertThat(polygon(Arrays.copyOf(long402, 400)).crossesItself()).as("just examined").isTrue();
    }
}
