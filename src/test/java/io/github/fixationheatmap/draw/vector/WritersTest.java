package io.github.fixationheatmap.draw.vector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.draw.png.Png;
import io.github.fixationheatmap.draw.vector.Mark.Anchor;
import io.github.fixationheatmap.draw.vector.Mark.Circle;
import io.github.fixationheatmap.draw.vector.Mark.Clip;
import io.github.fixationheatmap.draw.vector.Mark.Group;
import io.github.fixationheatmap.draw.vector.Mark.Line;
import io.github.fixationheatmap.draw.vector.Mark.Path;
import io.github.fixationheatmap.draw.vector.Mark.Picture;
import io.github.fixationheatmap.draw.vector.Mark.Rect;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style.Gradient;
import io.github.fixationheatmap.draw.vector.Style.Hatch;
import io.github.fixationheatmap.draw.vector.Style.Stroke;
import io.github.fixationheatmap.model.TimeCheck;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Both writers, on the same drawings. */
class WritersTest {

    private static final Colour RED = new Colour(0xff0000);
    private static final Colour BLUE = new Colour(0x0000ff);

    /** A drawing of 30 x 20 px of the reference image, from (-5, -5) on, twice as large in the PNG. */
    private static Drawing drawing(Mark... marks) {
        return new Drawing("d", "a <title>", "a & b", new Box(-5, -5, 30, 20), 2, List.of(marks));
    }

    private static BufferedImage png(Drawing drawing) throws IOException {
        return ImageIO.read(RasterWriter.write(drawing, TimeCheck.NONE).open());
    }

    /** The colour at a place of the reference image. */
    private static int at(BufferedImage image, double x, double y) {
        return image.getRGB((int) ((x + 5) * 2), (int) ((y + 5) * 2)) & 0xffffff;
    }

    private static Element svg(Drawing drawing) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        byte[] svg = SvgWriter.write(drawing, TimeCheck.NONE).getBytes(UTF_8);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg)).getDocumentElement();
    }

    private static List<Element> elements(Element root, String name) {
        NodeList list = root.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i)).toList();
    }

    private static Element only(Element root, String name) {
        assertThat(elements(root, name)).as(name).hasSize(1);
        return elements(root, name).getFirst();
    }

    private static Path2D triangle() {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.moveTo(0, 0);
        path.lineTo(10, 0);
        path.quadTo(5, 5, 0, 10);
        path.closePath();
        return path;
    }

    @Test
    void aPixelOverAnotherIsRoundedAsByADivision() {
        for (int alpha = 0; alpha < 256; alpha++) {
            for (int ground = 0; ground < 256; ground += 5) {
                for (int colour = 0; colour < 256; colour++) {
                    int pixel = RasterWriter.over(
                            ground << 16 | (255 - ground) << 8 | colour, alpha << 24 | colour << 16 | ground << 8 | (255 - colour));
                    int expected = mixed(ground, colour, alpha) << 16 | mixed(255 - ground, ground, alpha) << 8
                            | mixed(colour, 255 - colour, alpha);
                    if (pixel != expected) {
                        assertThat(pixel).as("%d over %d with alpha %d", colour, ground, alpha).isEqualTo(expected);
                    }
                }
            }
        }
    }

    private static int mixed(int ground, int colour, int alpha) {
        return (ground * (255 - alpha) + colour * alpha + 127) / 255;
    }

    @Test
    void theDocumentSaysWhatItShows() throws Exception {
        Element root = svg(drawing());
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("viewBox")).isEqualTo("-5 -5 30 20");
        assertThat(root.getAttribute("width")).isEqualTo("60");
        assertThat(only(root, "title").getTextContent()).isEqualTo("a <title>");
        assertThat(only(root, "desc").getTextContent()).isEqualTo("a & b");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo(
                only(root, "title").getAttribute("id") + " " + only(root, "desc").getAttribute("id"));
        BufferedImage image = png(drawing());
        assertThat(image.getWidth()).isEqualTo(60);
        assertThat(image.getHeight()).isEqualTo(40);
        assertThat(at(image, 0, 0)).isEqualTo(0xffffff);
    }

    @Test
    void theViewEndsAtWholePixelsInBothFiles() throws Exception {
        Drawing drawing = new Drawing("d", "t", "d", new Box(-3.3, -2.7, 20.2, 10.1), 0.7, List.of());
        Element root = svg(drawing);
        assertThat(root.getAttribute("viewBox")).isEqualTo("-2.8571 -2.8571 21.4286 11.4286");
        assertThat(List.of(root.getAttribute("width"), root.getAttribute("height"))).containsExactly("15", "8");
        assertThat(List.of(png(drawing).getWidth(), png(drawing).getHeight())).containsExactly(15, 8);
    }

    @Test
    void aStripOfLessThanAPixelIsDrawnInThePng() throws Exception {
        Picture strip = new Picture(new Box(0, 0, 10, 0.01), new TestBitmap(2, 1, List.of(0xffff0000, 0xffff0000)));
        Drawing drawing = drawing(new Clip(strip.box(), List.of(strip)));
        assertThat(at(png(drawing), 5, 0.2)).isEqualTo(0xff0000);
    }

    @Test
    void shapesStandWhereTheyShould() throws Exception {
        Drawing drawing = drawing(
                new Rect(new Box(0, 0, 10, 8), Style.filled(RED).withOutline(BLUE, 2)),
                new Circle(15, 4, 3, Style.filled(new Colour(0x00ff00, 0.5))).tagged("fixation", "fixation-id", "7", "duration-ms", "5"),
                new Circle(15, 4, 4, Style.outlined(Colour.BLACK, 1)),
                new Line(-4, 12, 20, 12, new Stroke(RED, 2)));
        BufferedImage image = png(drawing);
        assertThat(at(image, 5, 4)).isEqualTo(0xff0000);
        assertThat(at(image, -0.9, 4)).isEqualTo(0x0000ff);
        assertThat(at(image, 0.6, 4)).isEqualTo(0x0000ff);
        assertThat(at(image, -1.6, 4)).isEqualTo(0xffffff);
        assertThat(at(image, 15, 4)).isEqualTo(0x80ff80);
        assertThat(at(image, 18.8, 4)).isEqualTo(0x111111);
        assertThat(at(image, 0, 12.6)).isEqualTo(0xff0000);
        assertThat(at(image, 20.6, 12)).isEqualTo(0xffffff);

        Element root = svg(drawing);
        assertThat(elements(root, "rect").getLast().getAttribute("stroke")).isEqualTo("#0000ff");
        Element fixation = elements(root, "circle").getFirst();
        assertThat(fixation.getAttribute("class")).isEqualTo("fixation");
        assertThat(fixation.getAttribute("data-fixation-id")).isEqualTo("7");
        assertThat(fixation.getAttribute("data-duration-ms")).isEqualTo("5");
        assertThat(fixation.getAttribute("fill-opacity")).isEqualTo("0.5");
        assertThat(elements(root, "circle").getLast().getAttribute("class")).isEmpty();
        assertThat(elements(root, "circle").getLast().getAttribute("fill")).isEqualTo("none");
        assertThat(only(root, "line").getAttribute("stroke-width")).isEqualTo("2");
    }

    @Test
    void pathsKeepTheirCurvesAndTheirRule() throws Exception {
        Drawing drawing = drawing(new Path(triangle(), Style.filled(RED)).tagged("aoi"));
        BufferedImage image = png(drawing);
        assertThat(at(image, 2, 2)).isEqualTo(0xff0000);
        assertThat(at(image, 8, 8)).isEqualTo(0xffffff);
        Element path = only(svg(drawing), "path");
        assertThat(path.getAttribute("d")).isEqualTo("M0 0L10 0Q5 5 0 10Z");
        assertThat(path.getAttribute("fill-rule")).isEqualTo("evenodd");
        assertThat(path.getAttribute("class")).isEqualTo("aoi");
    }

    @Test
    void fillsThatNeedADefinitionShareIt() throws Exception {
        Hatch hatch = new Hatch(Colour.BLACK, 1, 4);
        Gradient gradient = new Gradient(List.of(0x000000, 0xff0000));
        Drawing drawing = drawing(
                new Rect(new Box(0, 0, 10, 10), Style.filled(hatch)).tagged("a"),
                new Rect(new Box(10, 0, 5, 10), Style.filled(hatch)),
                new Rect(new Box(15, 0, 5, 10), Style.filled(gradient)));
        BufferedImage image = png(drawing);
        assertThat(at(image, 17, 0)).isEqualTo(0xf90000);
        assertThat(at(image, 17, 9.7)).isEqualTo(0x060000);
        int dark = 0;
        for (int i = 0; i < 400; i++) {
            dark += 255 - (at(image, i % 20 / 2.0, Math.floorDiv(i, 20) / 2.0) & 255);
        }
        // A line of 1 in each 4, of 0x111111.
        assertThat(dark / 400.0 / (255 - 0x11)).isBetween(0.22, 0.28);

        Element root = svg(drawing);
        Element pattern = only(root, "pattern");
        Element first = elements(root, "rect").stream().filter(r -> r.getAttribute("class").equals("a")).findFirst().orElseThrow();
        assertThat(first.getAttribute("fill")).isEqualTo("url(#" + pattern.getAttribute("id") + ")");
        assertThat(elements(only(root, "linearGradient"), "stop")).extracting(s -> s.getAttribute("stop-color"))
                .containsExactly("#000000", "#ff0000");
        assertThat(elements(root, "*")).extracting(e -> e.getAttribute("id")).filteredOn(id -> !id.isEmpty())
                .hasSize(4).doesNotHaveDuplicates().allMatch(id -> id.startsWith("d-"));
    }

    @Test
    void textIsTextOrItsOutline() throws Exception {
        String awkward = "<script>&\"'\u0001\uD83D\uDE00 \u05d0";
        Drawing drawing = drawing(
                new Text(0, 10, "H", 14, Anchor.START, Colour.BLACK, Optional.of(new Stroke(RED, 2))),
                new Text(20, 10, awkward, 1, Anchor.END, BLUE));
        BufferedImage image = png(drawing);
        // The left stem of an H of size 14, its halo, and what lies between the stems.
        assertThat(at(image, 1.75, 4)).isEqualTo(0x111111);
        assertThat(at(image, 0.5, 4)).isEqualTo(0xff0000);
        assertThat(at(image, 5, 1.5)).isEqualTo(0xffffff);
        Element root = svg(drawing);
        assertThat(elements(root, "text")).extracting(Element::getTextContent)
                .containsExactly("H", awkward.replace('\u0001', '\ufffd'));
        assertThat(elements(root, "text").getLast().getAttribute("text-anchor")).isEqualTo("end");
        assertThat(elements(root, "text").getFirst().getAttribute("paint-order")).isEqualTo("stroke");
    }

    /** The first letter gives the direction. The start of a line is then its right end: it must stay where it is. */
    @Test
    void rightToLeftTextStandsWhereOtherTextWould() throws Exception {
        Drawing drawing = drawing(new Group(List.of(
                new Text(1, 10, "a", 1, Anchor.END, BLUE), new Text(2, 10, "\u05d0 (1)", 1, Anchor.END, BLUE))),
                new Text(3, 10, "\u05d0", 1, Anchor.START, BLUE), new Text(4, 10, "\u05d0", 1, Anchor.MIDDLE, BLUE),
                new Text(5, 10, "a \u05d0", 1, Anchor.START, BLUE));
        assertThat(elements(svg(drawing), "text"))
                .extracting(text -> text.getAttribute("direction") + " " + text.getAttribute("text-anchor"))
                .containsExactly(" ", "rtl start", "rtl end", "rtl middle", " ");
    }

    @Test
    void picturesAreScaledBlendedAndCut() throws Exception {
        Picture red = new Picture(new Box(0, 0, 10, 10), new TestBitmap(20, 20, List.of(0xffff0000)));
        Picture half = new Picture(new Box(0, 0, 10, 10), new TestBitmap(2, 1, List.of(0x800000ff, 0)));
        Drawing drawing = drawing(new Clip(new Box(0, 0, 10, 5), List.of(new Group(List.of(red, half)).tagged("picture"))));
        BufferedImage image = png(drawing);
        assertThat(at(image, 0.5, 2)).isEqualTo(0x7f0080);
        assertThat(at(image, 9.5, 2)).isEqualTo(0xff0000);
        assertThat(at(image, 5, 2) >> 16).isBetween(0x7f, 0xff);
        assertThat(at(image, 5, 5.5)).isEqualTo(0xffffff);
        assertThat(at(image, 10.5, 2)).isEqualTo(0xffffff);
        Element root = svg(drawing);
        assertThat(elements(root, "image").getFirst().getAttribute("href")).isEqualTo("data:image/png;base64,AQID");
        assertThat(elements(root, "g").getFirst().getAttribute("clip-path"))
                .isEqualTo("url(#" + only(root, "clipPath").getAttribute("id") + ")");
    }

    @Test
    @Tag("slow")
    void theBytesDoNotDependOnTheNumberOfProcessors() {
        Mark[] marks = IntStream.range(0, 200).mapToObj(i -> (Mark) new Circle(i % 30, i % 17, 3 + i % 5,
                Style.filled(new Colour(i * 12345 & 0xffffff, 0.7)).withOutline(BLUE, 0.3))).toArray(Mark[]::new);
        Drawing drawing = new Drawing("d", "t", "d", new Box(-5, -5, 40, 30), 40, List.of(marks));
        Png first = RasterWriter.write(drawing, TimeCheck.NONE);
        for (int threads : new int[] {1, 7}) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                assertThat(pool.submit(() -> RasterWriter.write(drawing, TimeCheck.NONE)).join().open()).hasSameContentAs(first.open());
            }
        }
    }

    @Test
    void fewPixelsGetMoreDecimals() {
        SvgText small = new SvgText(new Box(0, 0, 1, 1));
        assertThat(small.number(0.123456789)).isEqualTo("0.12346");
        assertThat(new SvgText(new Box(0, 0, 4000, 3000)).number(1234.5678)).isEqualTo("1234.57");
        assertThat(small.number(-1e-9)).isEqualTo("0");
    }
}
