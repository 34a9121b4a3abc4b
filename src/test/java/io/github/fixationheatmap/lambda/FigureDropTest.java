package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The figure and the options of pictures, from upload to files. */
@Tag("slow")
class FigureDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    private JsonNode drop(String options) {
        return drop(TestExport.files(), options);
    }

    private JsonNode drop(Map<String, byte[]> export, String options) {
        Map<String, byte[]> files = new LinkedHashMap<>(export);
        files.put("heatmap.json", text(options));
        files.forEach((name, bytes) -> stack.upload("inbox/x/" + name, bytes));
        stack.handle(stack.event("inbox/x/fixations.csv"));
        if (stack.resultKeys().contains("x/error.json")) {
            return stack.json("x/error.json");
        }
        JsonNode manifest = stack.json("x/manifest.json");
        assertThat(ManifestSchemaTest.SCHEMA.validate(manifest)).isEmpty();
        return manifest;
    }

    private Element svg() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(stack.result("x/figure.svg"))).getDocumentElement();
    }

    private static List<String> texts(Element root, String cssClass) {
        NodeList list = root.getElementsByTagNameNS("*", "text");
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i))
                .filter(e -> e.getAttribute("class").equals(cssClass)).map(e -> e.getTextContent().replace('\u00a0', ' ')).toList();
    }

    private BufferedImage image(String name) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(stack.result("x/" + name)));
    }

    @Test
    void theFigureShowsPictureBarAndNumbers() throws Exception {
        JsonNode manifest = drop("{\"outputs\": [\"figure\"], \"title\": \"<b>Who</b> looked\", \"recordings\": [\"r1\", \"second\"]}");
        assertThat(manifest.path("outputs").findValuesAsText("contentType")).containsSubsequence("image/png", "image/svg+xml");
        Element root = svg();
        assertThat(texts(root, "heading")).containsExactly("<b>Who</b> looked");
        assertThat(texts(root, "label")).containsExactly("0 %", "25 %", "50 %", "75 %", "100 %");
        String notes = String.join(" ", texts(root, "note"));
        assertThat(notes).matches("100 % = [0-9.]+ fixations per bin after blur\\. 3 fixations of 2 recordings counted; left out: "
                + "1 not mapped, 1 outside the image\\. Gaussian blur: scale 3, sigma 1\\.2 px\\. "
                + "Colour map: turbo, opacity up to 80 %\\.");
        double peak = manifest.at("/fullScale/value").asDouble();
        assertThat(Double.parseDouble(notes.substring(8, notes.indexOf(' ', 8)))).isCloseTo(peak, within(peak / 200));
        assertThat(root.getElementsByTagNameNS("*", "desc").item(0).getTextContent().replace('\u00a0', ' ')).isEqualTo(notes);

        NodeList images = root.getElementsByTagNameNS("*", "image");
        assertThat(images.getLength()).isEqualTo(2);
        assertThat(((Element) images.item(0)).getAttribute("href")).startsWith("data:image/jpeg;base64,/9j/");
        assertThat(((Element) images.item(1)).getAttribute("href")).startsWith("data:image/png;base64,iVBOR");
        BufferedImage figure = image("figure.png");
        assertThat(figure.getWidth()).isEqualTo(Integer.parseInt(root.getAttribute("width"))).isBetween(1_200, 1_350);
        assertThat(figure.getHeight()).isEqualTo(Integer.parseInt(root.getAttribute("height")));
    }

    @Test
    void withoutTheOptionNothingOfAnEarlierFigureStays() {
        drop("{\"outputs\": \"all\"}");
        assertThat(stack.resultKeys()).contains("x/figure.png", "x/figure.svg");
        drop("{}");
        assertThat(stack.resultKeys()).isEqualTo(TestStack.five("x/"));
    }

    @Test
    void picturesFollowTheOptionsOfColours() throws IOException {
        drop("{\"colormap\": \"viridis\", \"opacity\": 0.5, \"threshold\": 0.9}");
        BufferedImage heatmap = image("heatmap.png");
        IndexColorModel colours = (IndexColorModel) heatmap.getColorModel();
        assertThat(colours.getRGB(255)).isEqualTo(0x80fde725);
        int shown = 0;
        for (int i = 0; i < 40 * 30; i++) {
            int index = heatmap.getRaster().getSample(i % 40, i / 40, 0);
            assertThat(index == 0 || index >= 229).isTrue();
            shown += index == 0 ? 0 : 1;
        }
        assertThat(shown).isPositive();
    }

    /** A tenth of a degree of 12 px is 1.2 px, on an image of 40 px 9 of 300 bins: scale 3. */
    @Test
    void degreesGiveTheBlurOfTheirPixels() throws Exception {
        JsonNode manifest = drop("{\"sigmaDegrees\": 0.1, \"pixelsPerDegree\": 12, \"outputs\": [\"figure\"]}");
        assertThat(manifest.at("/blur/sigma").asDouble()).isCloseTo(9, within(1e-9));
        assertThat(manifest.at("/options/scale").isNull()).isTrue();
        assertThat(String.join(" ", texts(svg(), "note"))).contains("Gaussian blur: sigma 1.2 px, 0.1\u00b0 (12 px per degree).");
        byte[] degrees = stack.result("x/overlay.png");
        drop("{\"scale\": 3}");
        assertThat(stack.result("x/overlay.png")).isEqualTo(degrees);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"scale\": 3, \"sigmaDegrees\": 1} | /sigmaDegrees | 1 | either scale or sigmaDegrees, not both",
        "{\"sigmaDegrees\": 1} | /sigmaDegrees | 1.0 | the option pixelsPerDegree as well: how many px of the reference image are a degree",
        "{\"sigmaDegrees\": 5, \"pixelsPerDegree\": 20} | /sigmaDegrees | 5.0 | 0.002000 to 0.4000 degrees on an image of 40 x 30 px with"
                + " 20.0 px per degree, as wide as a scale from 0.1 to 20.0",
        "{\"outputs\": [\"figure\", \"movie\"]} | /outputs/1 | movie |"
                + " \"figure\" or \"scanpath\" or \"aoi-heatmap\" or \"aoi-bars\" or \"histogram\""
                + " or \"recording-histograms\" or \"report\"",
        "{\"aoiMetric\": \"dwell\"} | /aoiMetric | dwell | \"count\" or \"total\" or \"average\" or \"first\" or \"reach\"",
        "{\"outputs\": \"figure\"} | /outputs | figure |"
                + " a list of any of \"figure\", \"scanpath\", \"aoi-heatmap\", \"aoi-bars\", \"histogram\","
                + " \"recording-histograms\", \"report\", or \"all\"",
        "{\"colormap\": \"jet\"} | /colormap | jet | \"turbo\" or \"viridis\" or \"cividis\" or \"inferno\" or \"batlow\"",
        "{\"opacity\": 0} | /opacity | 0 | a number from 0.05 to 1.0",
        "{\"threshold\": \"0.2\"} | /threshold | 0.2 | a number from 0.0 to 0.95, not in quotes",
        "{\"title\": \" \"} | /title | ` ` | a text of 1 to 120 characters, or null for none",
        "{\"title\": \"a\\u0007b\"} | /title | a\u0007b | a text of 1 to 120 characters, or null for none",
        "{\"pixelsPerDegree\": 0} | /pixelsPerDegree | 0 | a number from 0.1 to 10000.0"})
    void wrongOptionsAreLocated(String options, String pointer, String value, String expected) {
        JsonNode error = drop(options);
        assertThat(error.path("pointer").asText()).isEqualTo(pointer);
        assertThat(error.path("value").asText()).isEqualTo(value);
        assertThat(error.path("expected").asText()).isEqualTo(expected);
    }

    @Test
    void extremeImagesGiveAFigureToo() throws Exception {
        for (int[] size : new int[][] {{1, 1}, {6000, 1}, {1, 6000}}) {
            Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
            files.put("reference_image.png", TestExport.png(size[0], size[1]));
            files.put("fixations.csv", text(TestExport.HEADER + "\ns1,r1,1,1636035502384515914,1636035502552495914,167,true,0.5,0.5\n"));
            drop(files, "{\"outputs\": [\"figure\"], \"title\": \"" + "W".repeat(120) + "\"}");
            BufferedImage figure = image("figure.png");
            Element root = svg();
            assertThat(figure.getWidth()).isBetween(1_000, 3_000).isEqualTo(Integer.parseInt(root.getAttribute("width")));
            assertThat(figure.getHeight()).isBetween(200, 4_000);
            assertThat(texts(root, "label")).startsWith("0 %").endsWith("100 %");
            assertThat(String.join("", texts(root, "heading"))).isEqualTo("W".repeat(120));
        }
    }
}
