package io.github.fixationheatmap.draw.figure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.fixationheatmap.analysis.ScanpathRecorder.Place;
import io.github.fixationheatmap.analysis.ScanpathRecorder.Step;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.figure.ScanpathLegend.Entry;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.draw.vector.SvgWriter;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.ScanpathOptions.Numbers;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The elements of scanpaths in the SVG, by an example worked out by hand and by laws. */
class ScanpathsTest {

    /** Its diagonal is 500 px. */
    private static final Size IMAGE = new Size(300, 400);

    private static Step inside(String id, double x, double y, double ms) {
        return new Step(id, 0, Math.round(ms * 1e6), x, y, Place.INSIDE);
    }

    private static Step outside(double x, double y) {
        return new Step("", 0, 0, x, y, Place.OUTSIDE);
    }

    private static Step notMapped() {
        return new Step("", 0, 0, 0, 0, Place.NOT_MAPPED);
    }

    private static Element svg(Scanpaths scanpaths, List<Entry> legend) throws Exception {
        Drawing drawing = new FigurePage(IMAGE, "", scanpaths.marks(), new ScanpathLegend(legend), "").drawing("s", "s");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        byte[] svg = SvgWriter.write(drawing, TimeCheck.NONE).getBytes(UTF_8);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg)).getDocumentElement();
    }

    private static Element svg(Numbers numbers, Scanpaths.Path... paths) throws Exception {
        return svg(new Scanpaths(IMAGE, List.of(paths), numbers), List.of());
    }

    private static List<Element> all(Element root, String cssClass) {
        NodeList list = root.getElementsByTagName("*");
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i))
                .filter(e -> e.getAttribute("class").equals(cssClass)).toList();
    }

    private static List<String> values(List<Element> elements, String... attributes) {
        return elements.stream().map(e -> String.join(" ", List.of(attributes).stream().map(e::getAttribute).toList())).toList();
    }

    private static String recording(Element element) {
        assertThat(((Element) element.getParentNode()).getAttribute("class")).isEqualTo("scanpath");
        return ((Element) element.getParentNode()).getAttribute("data-recording-id");
    }

    /** One run of four, of which the third is outside; one that stands alone; and another section. */
    private static Scanpaths.Path example() {
        return new Scanpaths.Path("r-1", List.of(
                List.of(inside("7", 10, 20, 100), inside("8", 100, 200.126, 1000), outside(400, 200), inside("10", 150, 300, 2000),
                        notMapped(), inside("12", 50, 50, 0), notMapped(), outside(-5, 5)),
                List.of(inside("1", 60, 70, 250.5))));
    }

    @Test
    void theExampleHasTheseElements() throws Exception {
        Element root = svg(Numbers.ID, example());
        List<Element> circles = all(root, "fixation");
        assertThat(values(circles, "data-fixation-id", "data-duration-ms", "cx", "cy", "r")).containsExactly(
                "7 100 10 20 6", "8 1000 100 200.13 15", "10 2000 150 300 15", "12 0 50 50 5", "1 250.5 60 70 7.5");
        assertThat(circles).allSatisfy(c ->
                assertThat(values(List.of(c), "fill", "fill-opacity", "stroke")).containsExactly("#f77089 0.8 "));
        List<Element> lines = all(root, "saccade");
        assertThat(values(lines, "x1", "y1", "x2", "y2"))
                .containsExactly("10 20 100 200.13", "100 200.13 400 200", "400 200 150 300");
        assertThat(values(lines, "stroke", "stroke-opacity", "stroke-width")).containsOnly("#f77089 0.8 1.15");
        List<Element> rings = all(root, "ring");
        assertThat(values(rings, "cx", "cy", "r")).containsExactly("10 20 6", "150 300 15", "50 50 5", "60 70 7.5");
        assertThat(values(rings, "fill", "stroke", "stroke-opacity", "stroke-width")).containsOnly("none #70f7de  1.65");
        List<Element> numbers = all(root, "number");
        assertThat(numbers).extracting(Element::getTextContent).containsExactly("7", "8", "10", "12", "1");
        assertThat(values(numbers, "x")).containsExactly("10", "100", "150", "50", "60");
        // The middle of a digit, 0.69 of 6 px high, is at the middle of the circle.
        assertThat(values(numbers, "y").getFirst()).isEqualTo("22.07");
        assertThat(values(List.of((Element) numbers.getFirst().getParentNode()),
                "font-size", "text-anchor", "fill", "stroke", "stroke-width"))
                .containsExactly("6 middle #ffffff #111111 1");
    }

    @Test
    void linesLieBelowCirclesAndTheseBelowNumbersOfAllRecordings() throws Exception {
        Scanpaths.Path other = new Scanpaths.Path("<&\">", example().sections());
        Element root = svg(Numbers.ID, example(), new Scanpaths.Path("none", List.of()), other);
        NodeList list = root.getElementsByTagName("*");
        List<String> order = IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i))
                .filter(e -> List.of("saccade", "fixation", "ring", "number").contains(e.getAttribute("class")))
                .map(e -> (e.getAttribute("class").equals("ring") ? "fixation" : e.getAttribute("class")) + " of " + recording(e))
                .distinct().toList();
        assertThat(order).containsExactly("saccade of r-1", "saccade of <&\">", "fixation of r-1", "fixation of <&\">", "number of r-1",
                "number of <&\">");
        assertThat(values(all(root, "fixation"), "fill")).containsOnly("#f77089", "#3ba3ec");
    }

    @Test
    void numbersCountOrAreNotThere() throws Exception {
        assertThat(all(svg(Numbers.ORDER, example()), "number")).extracting(Element::getTextContent)
                .containsExactly("1", "2", "4", "6", "1");
        assertThat(all(svg(Numbers.NONE, example()), "number")).isEmpty();
        Scanpaths.Path longId = new Scanpaths.Path("r", List.of(List.of(inside("9".repeat(256), 100, 100, 5))));
        assertThat(all(svg(Numbers.ID, longId), "number").getFirst().getTextContent()).hasSizeBetween(10, 20).endsWith("\u2026");
    }

    @Test
    void coloursAreSpreadOverUpToFifteenRecordingsAndThenRepeat() {
        assertThat(IntStream.range(0, 4).map(i -> Scanpaths.colour(i, 4))).containsExactly(0xf77089, 0xad9d31, 0x35ae99, 0x9591f4);
        assertThat(IntStream.range(0, 15).map(i -> Scanpaths.colour(i, 15)).distinct().count()).isEqualTo(15);
        assertThat(Scanpaths.colour(15, 16)).isEqualTo(Scanpaths.colour(0, 16)).isEqualTo(0xf77089);
        assertThat(Scanpaths.colour(9_999, 10_000)).isEqualTo(Scanpaths.colour(9, 15));
    }

    /** AWT's HSB has the hue of HSL. */
    @Test
    void theOppositeColourHasTheHueOppositeAndTheSameLightness() {
        for (int i = 0; i < 15; i++) {
            int rgb = Scanpaths.colour(i, 15);
            Color colour = new Color(rgb);
            Color opposite = new Color(Scanpaths.opposite(rgb));
            float hue = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null)[0];
            float turned = Color.RGBtoHSB(opposite.getRed(), opposite.getGreen(), opposite.getBlue(), null)[0];
            assertThat(Math.abs(hue - turned)).isCloseTo(0.5f, within(1e-5f));
            assertThat(Scanpaths.opposite(opposite.getRGB() & 0xffffff)).isEqualTo(rgb);
        }
    }

    /** A line is there if and only if some point of it is in the image. Its ends are not far from the image, and on the same line. */
    @Test
    void linesAreThoseThatAreSeen() throws Exception {
        Random random = new Random(11);
        int seenFromOutside = 0;
        for (int i = 0; i < 400; i++) {
            double reach = List.of(1.0, 3.0, 1e6, 1e300).get(i % 4);
            double[] at = random.doubles(4, -reach, reach).toArray();
            Step from = outside(150 + 300 * at[0], 200 + 400 * at[1]);
            Step to = i % 3 == 0 ? outside(150 + 300 * at[2], 200 + 400 * at[3]) : inside("1", 1 + 298 * random.nextDouble(), 200, 5);
            List<Element> lines = all(svg(Numbers.NONE, new Scanpaths.Path("r", List.of(List.of(from, to)))), "saccade");
            boolean seen = crosses(from, to);
            assertThat(lines).as("%s to %s", from, to).hasSize(seen ? 1 : 0);
            seenFromOutside += seen && to.place() == Place.OUTSIDE ? 1 : 0;
            for (Element line : lines) {
                for (String end : List.of("1", "2")) {
                    double x = Double.parseDouble(line.getAttribute("x" + end));
                    double y = Double.parseDouble(line.getAttribute("y" + end));
                    assertThat(x).isBetween(-500.01, 800.01);
                    assertThat(y).isBetween(-500.01, 900.01);
                    if (reach <= 3) {
                        double dx = to.x() - from.x();
                        double dy = to.y() - from.y();
                        assertThat(((x - from.x()) * dy - (y - from.y()) * dx) / Math.hypot(dx, dy)).isCloseTo(0, within(0.02));
                    }
                }
            }
        }
        assertThat(seenFromOutside).isPositive();
    }

    /** Whether an edge of the image, 0.6 px farther out as lines have a width, is crossed, or the end is inside. */
    private static boolean crosses(Step from, Step to) {
        return to.place() == Place.INSIDE || new java.awt.geom.Rectangle2D.Double(-1.15, -1.15, 302.3, 402.3)
                .intersectsLine(from.x(), from.y(), to.x(), to.y());
    }

    @Test
    void circlesNumbersAndRingsFollowTheirLaws() throws Exception {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < random.nextInt(40); i++) {
                double x = 400 * random.nextDouble() - 50;
                steps.add(random.nextInt(5) == 0 ? notMapped()
                        : x >= 0 && x <= 300 ? inside("f" + i, x, 400 * random.nextDouble(), 3000 * random.nextDouble()) : outside(x, 10));
            }
            Element root = svg(Numbers.ID, new Scanpaths.Path("r", List.of(steps)));
            List<Step> drawn = steps.stream().filter(s -> s.place() == Place.INSIDE).toList();
            List<Element> circles = all(root, "fixation");
            assertThat(values(circles, "data-fixation-id")).isEqualTo(drawn.stream().map(Step::id).toList());
            assertThat(all(root, "number")).extracting(Element::getTextContent).isEqualTo(drawn.stream().map(Step::id).toList());
            for (int i = 0; i < drawn.size(); i++) {
                assertThat(Double.parseDouble(circles.get(i).getAttribute("cx"))).isCloseTo(drawn.get(i).x(), within(0.0051));
                assertThat(Double.parseDouble(circles.get(i).getAttribute("r")))
                        .isCloseTo(500 * (0.01 + 0.02 * Math.min(drawn.get(i).duration() / 1e6, 1000) / 1000), within(0.0051));
            }
            List<String> ends = new ArrayList<>();
            String runs = String.join("", steps.stream().map(s -> s.isMapped() ? s.place() == Place.INSIDE ? "i" : "o" : " ").toList());
            for (int i = 0; i < steps.size(); i++) {
                boolean alone = i == 0 || i == steps.size() - 1 || runs.charAt(i - 1) == ' ' || runs.charAt(i + 1) == ' ';
                if (runs.charAt(i) == 'i' && alone) {
                    ends.add(circles.get(drawn.indexOf(steps.get(i))).getAttribute("cx"));
                }
            }
            assertThat(values(all(root, "ring"), "cx")).isEqualTo(ends);
        }
    }

    @Test
    void theLegendListsWhatFitsAndSaysHowManyMore() throws Exception {
        Scanpaths none = new Scanpaths(IMAGE, List.of(), Numbers.ID);
        List<Entry> few = List.of(new Entry(0xf77089, "\u202eP <1>", 1234), new Entry(0x123456, "W".repeat(256), 0));
        Element root = svg(none, few);
        assertThat(values(all(root, "legend-colour"), "fill")).containsExactly("#f77089", "#123456");
        assertThat(all(root, "legend-count")).extracting(Element::getTextContent).containsExactly("1,234", "0");
        assertThat(all(root, "legend-name").getFirst().getTextContent()).isEqualTo("\u202eP <1>");
        assertThat(all(root, "legend-name").getLast().getTextContent()).matches("W{5,30}\u2026");
        assertThat(all(root, "legend-more")).isEmpty();

        Element many = svg(none, IntStream.range(0, 10_000).mapToObj(i -> new Entry(0, "P" + i, 1)).toList());
        int listed = all(many, "legend-name").size();
        assertThat(listed).isBetween(10, 39);
        assertThat(all(many, "legend-more")).singleElement().satisfies(
                e -> assertThat(e.getTextContent()).isEqualTo(String.format("and %,d more", 10_000 - listed)));
        assertThat(all(many, "key")).hasSize(3).allSatisfy(c -> assertThat(Double.parseDouble(c.getAttribute("cy"))).isLessThan(400));
        assertThat(values(all(many, "key"), "r")).containsExactly("6", "10", "15");
    }

    /** The bound is checked on marks alone: the document around them has less than 1,000 bytes. */
    @Test
    void theSvgIsNoLongerThanItsBound() {
        for (int side : new int[] {1, 400, 65_535}) {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                double at = side * (i % 97 + 1 / 3.0) / 97;
                steps.add(inside("<i & \u00e9>" + i, side - at, at, i / 7.0));
                steps.add(i % 3 == 0 ? notMapped() : outside(-side - at, 3 * at));
            }
            Scanpaths.Path path = new Scanpaths.Path("r&", List.of(steps));
            FigurePage.Size size = new FigurePage.Size(side, side);
            Scanpaths scanpaths = new Scanpaths(size, List.of(path, path), Numbers.ID);
            String svg = SvgWriter.write(new Drawing("s", "s", "s", size.box(), 1, scanpaths.marks()), TimeCheck.NONE);
            int bytes = svg.getBytes(UTF_8).length;
            assertThat(scanpaths.maxSvgBytes()).as("%d px", side).isBetween(bytes - 1_000L, bytes * 3L / 2);
        }
    }
}
