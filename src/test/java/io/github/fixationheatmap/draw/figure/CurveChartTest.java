package io.github.fixationheatmap.draw.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.fixationheatmap.draw.figure.CurveChart.Point;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.draw.vector.Mark.Circle;
import io.github.fixationheatmap.draw.vector.Mark.Line;
import io.github.fixationheatmap.draw.vector.Mark.Tagged;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.RasterWriter;
import io.github.fixationheatmap.draw.vector.SvgWriter;
import io.github.fixationheatmap.model.TimeCheck;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plot is 362 wide from x = 54, and 174 high from y = 30. */
class CurveChartTest {

    private static final List<Point> HALVES = List.of(new Point(1, 0.5, 0.25, 0.75), new Point(2, 0.75, 0.5, 1));

    private static List<Mark> marks(Drawing drawing, String cssClass) {
        return drawing.marks().stream().flatMap(mark -> mark instanceof Tagged t && t.cssClass().equals(cssClass)
                ? Stream.of(t.mark()) : Stream.empty()).toList();
    }

    private static List<String> labels(Drawing drawing) {
        return marks(drawing, "label").stream().map(mark -> ((Text) mark).text()).toList();
    }

    @Test
    void valuesStandAtTheirPlaces() {
        Drawing drawing = new CurveChart("n", "CC", HALVES, List.of(new Point(2, 0.75), new Point(5, 0.875)), 0.9).drawing("c", "", "");
        assertThat(marks(drawing, "point")).extracting(mark -> ((Circle) mark).x(), mark -> ((Circle) mark).y())
                .containsExactly(tuple(54.0, 117.0), tuple(144.5, 73.5));
        assertThat(((Circle) marks(drawing, "expected-last").getFirst()).x()).isEqualTo(416);
        assertThat(((Line) marks(drawing, "aim").getFirst()).y1()).isCloseTo(47.4, within(1e-9));
        assertThat(((Mark.Path) marks(drawing, "band").getFirst()).path().getBounds2D())
                .isEqualTo(new Rectangle2D.Double(54, 30, 90.5, 130.5));
        assertThat(labels(drawing)).containsExactly("0.0", "0.25", "0.5", "0.75", "1.0", "1", "2", "3", "4", "5");
    }

    @Test
    void labelsOfManyNumbersAreRoundAndFew() {
        List<Point> many = IntStream.rangeClosed(1, 150).mapToObj(n -> new Point(n, 0.5)).toList();
        assertThat(labels(new CurveChart("n", "CC", many, List.of(), 0.9).drawing("c", "", "")))
                .containsSubsequence("1", "20", "40", "60", "80", "100", "120", "140").hasSize(5 + 8);
        assertThat(labels(new CurveChart("n", "CC", List.of(new Point(1, 0.5)), List.of(), 0.9).drawing("c", "", "")))
                .containsSubsequence("1.0", "1", "2");
    }

    @Test
    void theAxisGoesBelowZeroForValuesBelowZero() {
        Drawing drawing = new CurveChart("n", "CC", List.of(new Point(1, 0, -0.5, 0.5)), List.of(), 0.9).drawing("c", "", "");
        assertThat(labels(drawing)).startsWith("-1.0", "-0.5", "0.0", "0.5", "1.0");
        assertThat(((Circle) marks(drawing, "point").getFirst()).y()).isEqualTo(117);
    }

    @Test
    void bothWritersTakeIt() {
        Drawing drawing = new CurveChart("n", "CC", HALVES, List.of(), 0.9).drawing("c", "Stability", "Of two points.");
        assertThat(SvgWriter.write(drawing, TimeCheck.NONE)).contains("Of two points.", "class=\"curve\"");
        assertThat(RasterWriter.write(drawing, TimeCheck.NONE).length()).isPositive();
        assertThatIllegalArgumentException().isThrownBy(() -> new CurveChart("n", "CC", List.of(), List.of(), 0.9));
    }
}
