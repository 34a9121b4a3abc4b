package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.model.Digests;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code report.html}, from upload to page. The page is written as XML, too, so that a parser finds each mistake. */
@Tag("slow")
class ReportDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private static final int MAX_BYTES = 3_000_000;
    private static final String AOIS = "{\"aois\": [{\"name\": %s, \"rectangle\": {\"x\": 5, \"y\": 15, \"width\": 15, \"height\": 10}}]}";
    private static final String ROW = "s%d,r%d,%d,%d,%d,100,true,%s,%s\n";

    private final TestStack stack = new TestStack(S3.server());

    private Element drop(Map<String, byte[]> files) throws Exception {
        stack.upload("inbox/x/heatmap.json", text("{\"outputs\": [\"figure\", \"report\"]}"));
        files.forEach((name, bytes) -> stack.upload("inbox/x/" + name, bytes));
        stack.handle(stack.event("inbox/x/fixations.csv"));
        assertThat(stack.resultKeys()).as(stack::log).contains("x/report.html");
        byte[] page = stack.result("x/report.html");
        assertThat(page.length).isLessThan(MAX_BYTES);
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(page)).getDocumentElement();
        idsAreUniqueAndLinksAreRelative(root);
        return root;
    }

    private static List<Element> all(Element root, String tag) {
        NodeList list = root.getElementsByTagName(tag);
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i)).toList();
    }

    private static Element section(Element root, String id) {
        return all(root, "section").stream().filter(e -> e.getAttribute("id").equals(id)).findFirst().orElseThrow();
    }

    private static String words(Element element) {
        return element.getTextContent().replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }

    private static void idsAreUniqueAndLinksAreRelative(Element root) {
        Set<String> ids = new HashSet<>();
        for (Element element : all(root, "*")) {
            String id = element.getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
            assertThat(element.hasAttribute("style") || element.getTagName().equals("script")).as("style or script").isFalse();
        }
        for (Element element : all(root, "*")) {
            String href = element.getAttribute("href");
            boolean known = href.startsWith("#") ? ids.contains(href.substring(1))
                    : href.isEmpty() || href.matches("[a-z_]+\\.[a-z]+") || href.startsWith("data:image/");
            assertThat(known).as(href).isTrue();
            assertThat(element.getTagName().equals("th")).isEqualTo(element.hasAttribute("scope"));
        }
        assertThat(all(root, "section")).extracting(e -> e.getAttribute("id"))
                .containsExactly("seen", "heatmap", "stability", "areas", "recordings", "quality", "methods", "provenance");
    }

    @Test
    void thePageSaysWhatTheManifestSays() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("aois.json", text(AOIS.formatted("\"left\"")));
        Element root = drop(files);
        JsonNode manifest = stack.json("x/manifest.json");
        String seen = words(section(root, "seen"));
        assertThat(seen).contains("Fixations counted " + manifest.at("/rows/counted").asInt(), "of " + manifest.at("/rows/read").asInt());
        String provenance = words(section(root, "provenance"));
        for (JsonNode output : manifest.path("outputs")) {
            String name = output.path("key").asText().substring(2);
            boolean self = name.equals("report.html");
            assertThat(provenance.contains(output.path("sha256").asText())).as(name).isNotEqualTo(self);
        }
        manifest.at("/source/inputs").forEach(input -> assertThat(provenance).contains(input.path("eTag").asText()));
        assertThat(words(section(root, "areas"))).contains("left 1 ");
        assertThat(words(section(root, "methods")))
                .contains("40 × 30 px", "300 × 225 bins", "sigma = 9 bins = 1.2 px", "scale 3", "80 %");
    }

    @Test
    void sharesAreSharesOfAllRecordings() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("aois.json", text(AOIS.formatted("\"left\"")));
        files.put("heatmap.json", text("{\"outputs\": [\"report\"], \"aoiMetric\": \"reach\","
                + " \"normalization\": \"recording\", \"threshold\": 0.5}"));
        Element root = drop(files);
        Element areas = section(root, "areas");
        assertThat(words(areas)).contains("left 1 50.0 ", "Values below 50 % of the largest have no colour.");
        assertThat(all(areas, "rect")).filteredOn(e -> e.getAttribute("class").equals("value"))
                .extracting(e -> e.getAttribute("width")).containsExactly("50%");
        assertThat(words(section(root, "heatmap")))
                .contains(", the share of a recording's fixations per bin, summed over recordings, after the blur.");
    }

    @Test
    void thePolicyAllowsTheStyleSheetAndNothingElse() throws Exception {
        Element root = drop(TestExport.files());
        String policy = all(root, "meta").stream().filter(e -> e.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(e -> e.getAttribute("content")).findFirst().orElseThrow();
        byte[] style = all(root, "style").getFirst().getTextContent().getBytes(UTF_8);
        assertThat(policy).startsWith("default-src 'none';")
                .contains("'sha256-" + Base64.getEncoder().encodeToString(Digests.sha256().digest(style)) + "'").doesNotContain("unsafe");
        JsonNode outputs = stack.json("x/manifest.json").path("outputs");
        assertThat(outputs.path(outputs.size() - 1).path("contentType").asText()).isEqualTo("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"' onload='x", "\u202eabc \u05d0\u05d1", "\ud83d\ude00 ${1} $unsafe{x}", "&amp;",
        "   ", "@if(true)"})
    void namesAreShownAndNeverMarkup(String name) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("aois.json", text(AOIS.formatted(new TextNode(name.isBlank() ? "left" : name))));
        files.put("sections.csv", text(TestExport.SECTIONS.replace(",first,", ",\"" + name.replace("\"", "\"\"") + "\",")));
        Element root = drop(files);
        assertThat(all(section(root, "areas"), "bdi")).extracting(Element::getTextContent).contains(name.isBlank() ? "left" : name);
        assertThat(all(section(root, "recordings"), "bdi")).extracting(Element::getTextContent)
                .contains(name.isBlank() ? "r1" : name);
        assertThat(words(root)).doesNotContain("Jane Private");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "6000, 1", "1, 6000", "1600, 1600"})
    void anyPhotoFits(int width, int height) throws Exception {
        BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        IntStream.range(0, width * height).forEach(i -> noise.setRGB(i % width, i / width, random.nextInt(1 << 24)));
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("reference_image.png", TestExport.encoded(noise, "png"));
        StringBuilder rows = new StringBuilder(TestExport.HEADER + "\n");
        for (int i = 0; i < 4_500; i++) {
            rows.append(ROW.formatted(1, 1, i, i * 1_000L, i * 1_000L + 900, width * random.nextDouble(), height * random.nextDouble()));
        }
        files.put("fixations.csv", text(rows.toString()));
        files.put("heatmap.json", text("{\"scale\": 0.1, \"outputs\": [\"report\"]}"));
        Element root = drop(files);
        assertThat(words(section(root, "quality"))).contains((Math.max(width, height) < 300 ? "warning" : "pass") + " The longer side");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"scanpathNumbers\": \"id\" | Numbers are fixation ids.",
        "\"scanpathNumbers\": \"order\", \"scanpathFirst\": 2 | "
                + "Scanpaths show the first 2 fixations of each section. Numbers count the fixations of each section.",
        "\"scanpathNumbers\": \"none\" | below.",
    })
    void thePageSaysWhatTheNumbersOfScanpathsAre(String options, String end) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("heatmap.json", text("{\"outputs\": [\"report\"], " + options + "}"));
        assertThat(words(section(drop(files), "heatmap"))).endsWith(end + " There is no area of interest.");
    }

    @Test
    void manyRecordingsAreCutAndThePageSaysSo() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("fixations.csv", text(TestExport.HEADER + "\n" + IntStream.range(0, 10_000)
                .mapToObj(i -> ROW.formatted(i, i, 1, i, i + 100, i % 40, i % 30)).collect(Collectors.joining())));
        files.remove("sections.csv");
        Element root = drop(files);
        assertThat(words(section(root, "recordings"))).contains("These are the first 200 of 10,000 recordings.");
        assertThat(all(section(root, "recordings"), "tr")).hasSize(201);
        assertThat(words(section(root, "heatmap"))).contains("The scanpath has more than 5,000 circles");
        assertThat(words(section(root, "quality"))).contains("warning 10,000 recordings have fewer than 10 fixations");
    }

    @Test
    void manyAreasAreCutAndThePageSaysSo() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("aois.json", text("{\"aois\": [" + IntStream.range(0, 1_000).mapToObj(i -> ("{\"name\": \"area %d\","
                + " \"rectangle\": {\"x\": %d, \"y\": %d, \"width\": 1, \"height\": 1}}").formatted(i, i % 50, i / 50))
                .collect(Collectors.joining(",")) + "]}"));
        Element root = drop(files);
        assertThat(words(section(root, "areas"))).contains("These are the first 200 of 1,000 labels.");
        assertThat(all(section(root, "areas"), "tr")).hasSize(201);
        Element folded = all(section(root, "seen"), "details").getFirst();
        int notFixated = (int) StreamSupport.stream(stack.json("x/manifest.json").path("warnings").spliterator(), false)
                .filter(warning -> warning.path("type").asText().equals("aoi-not-fixated")).count();
        assertThat(notFixated).isGreaterThan(50);
        assertThat(words(folded)).startsWith(notFixated - 3 + " more of this kind");
        assertThat(all(folded, "bdi")).hasSize(notFixated - 3);
    }

    @Test
    void withoutFixationsThePageSaysSo() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("fixations.csv", text(TestExport.HEADER + "\n"));
        Element root = drop(files);
        assertThat(words(section(root, "seen"))).contains("100 % stands for nothing", "No fixation was counted");
        assertThat(words(section(root, "areas"))).contains("There is no area of interest in this export.");
        assertThat(words(section(root, "quality"))).contains("fail No fixation was counted.");
    }
}
