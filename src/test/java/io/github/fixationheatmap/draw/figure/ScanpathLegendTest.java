package io.github.fixationheatmap.draw.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.figure.ScanpathLegend.Entry;
import io.github.fixationheatmap.draw.vector.Mark.Tagged;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScanpathLegendTest {

    @Test
    void eachColourHasItsNameBesideALowPictureToo() {
        List<Entry> coloured = IntStream.range(0, 15).mapToObj(i -> new Entry(i, "P" + i, 1)).toList();
        assertThat(new ScanpathLegend(coloured).marks(new Size(4_000, 500), 0))
                .filteredOn(mark -> mark instanceof Tagged t && t.cssClass().equals("legend-name")).hasSize(15);
    }
}
