package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.fixationheatmap.draw.render.ColourScale;
import io.github.fixationheatmap.example.ExampleExport;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The figures about AOIs and the table of labels, from upload to files. */
@Tag("slow")
class AoiFigureDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    /** The first recording fixates the left area twice, the second the right one once. */
    private static final String AOIS = """
            {"aois": [
              {"name": "left", "rectangle": {"x": 5, "y": 15, "width": 15, "height": 10}},
              {"name": "r", "labels": ["<b>&\\"right\\"", "other"], "ellipse": {"cx": 30, "cy": 24, "rx": 5, "ry": 5}},
              {"name": "never", "polygon": [[0, 0], [8, 0], [8, 8], [0, 8]]},
              {"name": "far", "rectangle": {"x": 50, "y": 0, "width": 2, "height": 5}}]}""";
    private static final String TABLE = "aoi_label_metrics.csv";

    private final TestStack stack = new TestStack(S3.server());

    private JsonNode drop(Map<String, byte[]> files) {
        files.forEach((name, bytes) -> stack.upload("inbox/x/" + name, bytes));
        stack.handle(stack.event("inbox/x/fixations.csv"));
        JsonNode manifest = stack.json("x/manifest.json");
        assertThat(ManifestSchemaTest.SCHEMA.validate(manifest)).isEmpty();
        return manifest;
    }

    private static Map<String, byte[]> export(String aois, String options) {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("aois.json", text(aois));
        files.put("heatmap.json", text("{\"outputs\": [\"aoi-heatmap\", \"aoi-bars\"]" + options + "}"));
        return files;
    }

    private Element svg(String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(stack.result("x/" + name))).getDocumentElement();
    }

    private static List<Element> tagged(Element root, String cssClass) {
        NodeList list = root.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i))
                .filter(e -> e.getAttribute("class").equals(cssClass)).toList();
    }

    private static List<String> texts(Element root, String cssClass) {
        return tagged(root, cssClass).stream().map(e -> e.getTextContent().replace('\u00a0', ' ')).toList();
    }

    private static List<String> data(Element root, String cssClass, String name) {
        return tagged(root, cssClass).stream().map(e -> e.getAttribute("data-" + name)).toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Element first(Element group) {
        return (Element) group.getElementsByTagNameNS("*", "path").item(0);
    }

    private BufferedImage image(String name) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(stack.result("x/" + name)));
    }

    @Test
    void areasHaveTheColourOfTheirFirstLabel() throws Exception {
        drop(export(AOIS, ", \"opacity\": 0.6"));
        Element root = svg("aoi_heatmap.svg");
        List<Element> areas = tagged(root, "aoi");
        assertThat(data(root, "aoi", "label")).as("the largest first").containsExactly("left", "<b>&\"right\"", "never", "far");
        assertThat(data(root, "aoi", "value")).containsExactly("1.0000", "0.5000", "0.0000", "0.0000");
        assertThat(texts(root, "unit")).containsExactly("Fixations per", "recording");
        assertThat(texts(root, "label")).containsExactly("0", "0.25", "0.5", "0.75", "1");
        int[] colours = ColourScale.PUBLISHED.entries();
        assertThat(first(areas.get(0)).getAttribute("fill")).isEqualTo(String.format("#%06x", colours[255]));
        assertThat(first(areas.get(1)).getAttribute("fill")).isEqualTo(String.format("#%06x", colours[128]));
        assertThat(first(areas.get(0)).getAttribute("fill-opacity")).isEqualTo("0.6");
        assertThat(areas.get(2).getElementsByTagNameNS("*", "path")).extracting(NodeList::getLength).isEqualTo(2);
        Element lines = (Element) areas.get(2).getElementsByTagNameNS("*", "path").item(1);
        assertThat(lines.getAttribute("fill")).startsWith("url(#aoi-heatmap-");
        assertThat(texts(root, "hatched")).containsExactly("not fixated");
        assertThat(texts(root, "aoi-name")).containsExactlyInAnyOrder("left", "<b>&\"right\"", "never");
        assertThat(texts(root, "aoi-value")).containsExactlyInAnyOrder("1.00", "0.50", "not fixated");
        assertThat(String.join(" ", texts(root, "note"))).contains(
                "1 area outside the image.", "3 fixations of 2 recordings counted", "opacity 60 %.");
        Element left = tagged(root, "aoi-name").stream().filter(e -> e.getTextContent().equals("left")).findFirst().orElseThrow();
        assertThat(number(left, "x")).as("the centre").isCloseTo(12.5, within(0.01));
        assertThat(number(left, "y")).isCloseTo(19.7, within(0.5));
        BufferedImage png = image("aoi_heatmap.png");
        assertThat(png.getWidth()).isEqualTo((int) number(root, "width"));
        assertThat(png.getHeight()).isEqualTo((int) number(root, "height"));
    }

    @Test
    void barsHaveDotsAndWhiskers() throws Exception {
        JsonNode manifest = drop(export(AOIS, ""));
        assertThat(manifest.at("/options/aoiMetric").asText()).isEqualTo("count");
        Element root = svg("aoi_bars.svg");
        assertThat(texts(root, "name")).as("the order of the file").containsExactly("left", "<b>&\"right\"", "other", "never", "far");
        assertThat(texts(root, "value")).containsExactly("1.00", "0.50", "0.50", "0", "0");
        assertThat(data(root, "bar", "value")).containsExactly("1.0000", "0.5000", "0.5000", "0.0000", "0.0000");
        assertThat(texts(root, "n")).containsOnly("n = 2");
        // The whisker of 2 and 0: 1 + 12.706. The axis ends at 16, after 700 px.
        assertThat(texts(root, "label")).containsExactly("0", "4", "8", "12", "16");
        Element bar = tagged(root, "bar").get(0);
        double zero = number(bar, "x");
        assertThat(number(bar, "width")).isEqualTo(43.75);
        Element whisker = tagged(root, "whisker").get(0);
        assertThat(number(whisker, "x1")).as("cut at 0").isCloseTo(zero, within(0.01));
        assertThat(number(whisker, "x2")).isCloseTo(zero + 13.706205 * 43.75, within(0.01));
        assertThat(number(tagged(root, "mean").get(0), "x1")).isCloseTo(zero + 43.75, within(0.01));
        assertThat(data(root, "dot", "recording-id")).hasSize(10).startsWith("r1", "r2");
        assertThat(tagged(root, "dot").stream().limit(4).map(e -> number(e, "cx") - zero)).usingElementComparator(
                (a, b) -> Math.abs(a - b) < 0.011 ? 0 : Double.compare(a, b)).containsExactly(87.5, 0.0, 0.0, 43.75);
    }

    @ParameterizedTest
    @CsvSource({"total,118.00;84.00;84.00;0.00;0.00,n = 2", "average,118.00;168.00;168.00;;,n = 1",
        "first,385.00;385.00;385.00;;,n = 1", "reach,0.5000;0.5000;0.5000;0.0000;0.0000,n = 2"})
    void eachMetricCanBeShown(String metric, String values, String n) throws Exception {
        drop(export(AOIS, ", \"aoiMetric\": \"" + metric + "\""));
        Element root = svg("aoi_bars.svg");
        assertThat(String.join(";", data(root, "bar", "value"))).isEqualTo(values);
        assertThat(texts(root, "n")).startsWith(n);
        assertThat(tagged(root, "whisker")).hasSize(n.equals("n = 2") ? 5 : 0);
        String[] ofLabels = values.split(";", -1);
        assertThat(data(svg("aoi_heatmap.svg"), "aoi", "value")).containsExactly(ofLabels[0], ofLabels[1], ofLabels[3], ofLabels[4]);
    }

    @Test
    void theTableCountsWearersWhereTheyAreNamed() {
        drop(export(AOIS, ""));
        assertThat(new String(stack.result("x/" + TABLE), UTF_8)).contains(",left,118.00,118.00,385.00,0.5000,0.5000,1.0000,2\n");
        Map<String, byte[]> one = export(AOIS, "");
        one.put("sections.csv", text(TestExport.SECTIONS.replace(",w2,", ",w1,")));
        drop(one);
        assertThat(new String(stack.result("x/" + TABLE), UTF_8)).contains(",left,118.00,118.00,385.00,1.0000,0.5000,1.0000,2\n");
        for (String unknown : List.of(TestExport.SECTIONS.replace(",w2,", ", ,"), TestExport.SECTIONS.replace("wearer id", "someone"))) {
            one.put("sections.csv", text(unknown));
            drop(one);
            assertThat(new String(stack.result("x/" + TABLE), UTF_8)).contains(",left,118.00,118.00,385.00,,0.5000,1.0000,2\n");
        }
        assertThat(stack.log()).doesNotContain("w1", "w2");
    }

    @Test
    void withoutAoisTheyAreLeftOutWithAWarning() {
        Map<String, byte[]> files = export("", "");
        files.remove("aois.json");
        JsonNode warnings = drop(files).path("warnings");
        assertThat(warnings.findValuesAsText("type")).containsExactly("output-without-aois", "output-without-aois");
        assertThat(warnings.get(0).path("detail").asText()).isEqualTo("The output \"aoi-heatmap\" is left out: there is no AOI.");
        assertThat(stack.resultKeys()).isEqualTo(TestStack.five("x/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert('1')</script>", "\u05e9\u05dc\u05d5\u05dd (1)", "\ud83d\ude00", "\u00a0\u2003\u00a0"})
    void namesAreShownAsTheyAre(String name) throws Exception {
        for (String each : List.of(name, name.repeat(256 / name.length()))) {
            ArrayNode aois = new JsonMapper().createArrayNode();
            aois.addObject().put("name", each).putObject("rectangle").put("x", 0).put("y", 0).put("width", 40).put("height", 30);
            drop(export("{\"aois\": " + aois + "}", ""));
            assertThat(data(svg("aoi_heatmap.svg"), "aoi", "label")).containsExactly(each);
            assertThat(data(svg("aoi_bars.svg"), "bar", "label")).containsExactly(each);
            String shown = texts(svg("aoi_bars.svg"), "name").get(0);
            assertThat(shown).isNotBlank().hasSizeLessThan(60);
            assertThat(texts(svg("aoi_heatmap.svg"), "aoi-name")).singleElement().asString().isNotBlank();
        }
    }

    @Test
    void manyAreasStayBounded() throws Exception {
        ArrayNode aois = new JsonMapper().createArrayNode();
        for (int i = 0; i < 1_000; i++) {
            ArrayNode points = aois.addObject().put("name", "area " + i).putArray("polygon");
            for (int j = 0; j < 100; j++) {
                double angle = 2 * Math.PI * j / 100;
                points.addArray().add(i % 40 + 0.5 + 0.4 * Math.cos(angle)).add(Math.floorDiv(i, 40) + 0.5 + 0.4 * Math.sin(angle));
            }
        }
        drop(export("{\"aois\": " + aois + "}", ""));
        assertThat(data(svg("aoi_heatmap.svg"), "aoi", "label")).hasSize(1_000);
        assertThat(stack.result("x/aoi_heatmap.svg")).hasSizeLessThan(2_000_000);
        Element bars = svg("aoi_bars.svg");
        assertThat(tagged(bars, "bar")).hasSize(60);
        assertThat(String.join(" ", texts(bars, "note"))).contains("The first 60 of 1,000 labels.");
        assertThat(new String(stack.result("x/" + TABLE), UTF_8).lines()).hasSize(1_001);
        assertThat(image("aoi_bars.png").getHeight()).isLessThanOrEqualTo(4_001);
    }

    @Test
    void extremeImagesAndNoFixationGiveFiguresToo() throws Exception {
        for (int[] size : new int[][] {{1, 1}, {60_000, 1}, {1, 6_000}}) {
            Map<String, byte[]> files = export("""
                    {"unit": "normalized", "aois": [{"name": "all", "rectangle": {"x": 0, "y": 0, "width": 1, "height": 1}}]}""", "");
            files.put("reference_image.png", TestExport.png(size[0], size[1]));
            files.put("fixations.csv", text(TestExport.HEADER + "\n"));
            drop(files);
            assertThat(texts(svg("aoi_heatmap.svg"), "hatched")).containsExactly("not fixated");
            assertThat(image("aoi_heatmap.png").getWidth()).isBetween(1_000, 3_000);
            assertThat(texts(svg("aoi_bars.svg"), "value")).containsExactly("0");
        }
    }

    @Test
    void legendsAndNotesSpeakOfWhatIsThere() throws Exception {
        drop(export("""
                {"aois": [{"name": "far", "rectangle": {"x": 500, "y": 0, "width": 2, "height": 5}}]}""", ", \"recordings\": [\"r1\"]"));
        assertThat(texts(svg("aoi_heatmap.svg"), "hatched")).as("no hatched area is on the image").isEmpty();
        assertThat(String.join(" ", texts(svg("aoi_bars.svg"), "note"))).as("one recording").contains("Dots").doesNotContain("Whiskers");
    }

    /** The script {@code src/test/sh/label-metrics} has pandas compute the tables of these drops. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"example | ``", "some | , \"recordings\": [\"shelf-02\", \"shelf-03\"]",
        "background | , \"background\": true"})
    void tablesAreLeftForPandas(String name, String options) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String file : ExampleExport.FILES) {
            files.put(file, ExampleExport.read(file));
        }
        files.put("heatmap.json", text("{\"outputs\": [\"aoi-bars\"]" + options + "}"));
        drop(files);
        Path folder = Files.createDirectories(Path.of("target", "label-metrics", name));
        for (String file : List.of("fixations.csv", "sections.csv")) {
            Files.write(folder.resolve(file), files.get(file));
        }
        for (String file : List.of("aoi_fixations.csv", TABLE, "manifest.json")) {
            Files.write(folder.resolve(file), stack.result("x/" + file));
        }
        assertThat(new String(stack.result("x/" + TABLE), UTF_8).lines().count()).isGreaterThan(7);
    }
}
