package io.github.fixationheatmap.draw.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.aoi.Outline;
import io.github.fixationheatmap.draw.figure.AreaMap.MappedArea;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.vector.Mark.Tagged;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.model.TimeCheck;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where names stand: text is 15.5 px high, for the diagonal is 1,000 px. */
class AreaMapTest {

    private static final Size IMAGE = new Size(800, 600);

    private static MappedArea area(String name, double left, double top, double width, double height) {
        return new MappedArea(Outline.of(new Rectangle(left, top, left + width, top + height), 0.1, 100), name, "1", "1 ms",
                Optional.of(new Colour(0xff0000)));
    }

    private static AreaMap map(MappedArea... areas) {
        return new AreaMap(IMAGE, List.of(areas), TimeCheck.NONE);
    }

    private static List<Text> names(AreaMap map) {
        return map.marks().stream().filter(mark -> mark instanceof Tagged t && t.cssClass().equals("aoi-name"))
                .map(mark -> (Text) ((Tagged) mark).mark()).toList();
    }

    @Test
    void namesStandBesideSmallAreasAndDoNotHideThem() {
        AreaMap map = map(area("around", 300, 200, 200, 200), area("small", 398, 298, 4, 4), area("smaller", 406, 298, 3, 3));
        assertThat(map.withoutName()).isZero();
        List<Text> names = names(map);
        assertThat(names).extracting(Text::text).containsExactly("smaller", "small", "around");
        assertThat(names.get(0).y()).as("below").isBetween(310.0, 330.0);
        assertThat(names.get(1).y()).as("above, with its value between").isBetween(260.0, 285.0);
        assertThat(Math.abs(names.get(2).y() - 300)).as("around them").isGreaterThan(20);
    }

    @Test
    void aLongNameAmongNeighboursIsCutOffToItsArea() {
        MappedArea named = area("a name that is longer", 200, 200, 100, 100);
        List<Text> names = names(map(area("neighbour", 100, 200, 100, 100), named, area("neighbour", 300, 200, 100, 100)));
        assertThat(names).extracting(Text::y).as("one height").containsOnly(names.getFirst().y());
        assertThat(names.get(1).text()).startsWith("a name").endsWith("\u2026");
        assertThat(names(map(named))).extracting(Text::text).containsExactly("a name that is longer");
    }
}
