package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.example.ExampleExport;
import io.github.fixationheatmap.example.GroupStudy;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code report.html} says of groups and of stability. */
@Tag("slow")
class GroupReportTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private static final int MAX_BYTES = 3_000_000;

    private final TestStack stack = new TestStack(S3.server());

    private Element drop(Map<String, byte[]> files) throws Exception {
        TestExport.under("inbox/x/", files).forEach(stack::upload);
        stack.handle(stack.event("inbox/x/fixations.csv"));
        assertThat(stack.resultKeys()).as(stack::log).contains("x/report.html");
        byte[] page = stack.result("x/report.html");
        assertThat(page.length).isLessThan(MAX_BYTES);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(page)).getDocumentElement();
    }

    private static Map<String, byte[]> study() {
        Map<String, byte[]> files = new LinkedHashMap<>(GroupStudy.files());
        files.put("reference_image.jpeg", ExampleExport.read("reference_image.jpeg"));
        files.put("heatmap.json", text("{\"outputs\": [\"report\"]}"));
        return files;
    }

    /** Two recordings a group, with fixations anywhere. */
    private static Map<String, byte[]> noise(int groups, String options) {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder(TestExport.HEADER + "\n");
        StringBuilder sections = new StringBuilder(TestExport.SECTIONS.lines().findFirst().orElseThrow() + "\n");
        StringBuilder members = new StringBuilder("recording id,group\n");
        for (int r = 0; r < 2 * groups; r++) {
            members.append("r%d,g%d%n".formatted(r, r / 2));
            sections.append("s%d,r%d,P%d,w%d,x,0,9000000000,b,e%n".formatted(r, r, r, r % 2));
            for (int i = 0; i < 300; i++) {
                rows.append("s%d,r%d,%d,%d,%d,1,true,%s,%s%n".formatted(
                        r, r, i, 2_000_000L * i, 2_000_000L * i + 1_000_000, 600 * random.nextDouble(), 600 * random.nextDouble()));
            }
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("reference_image.png", TestExport.png(600, 600));
        files.put("fixations.csv", text(rows.toString()));
        files.put("sections.csv", text(sections.toString()));
        files.put("groups.csv", text(members.toString()));
        files.put("heatmap.json", text(options));
        return files;
    }

    private static List<Element> all(Element root, String tag) {
        NodeList list = root.getElementsByTagName(tag);
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i)).toList();
    }

    private static List<Element> ofClass(Element root, String name) {
        return all(root, "*").stream().filter(e -> List.of(e.getAttribute("class").split(" ", -1)).contains(name)).toList();
    }

    private static Element section(Element root, String id) {
        return all(root, "section").stream().filter(e -> e.getAttribute("id").equals(id)).findFirst().orElseThrow();
    }

    private static String words(Element element) {
        return element.getTextContent().replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }

    @Test
    void groupsAreShownAsTheTablesHaveThem() throws Exception {
        Element root = drop(study());
        Element groups = section(root, "groups");
        String[] row = new String(stack.result("x/groups.csv"), UTF_8).lines().toList().get(1).split(",", -1);
        assertThat(ofClass(groups, "panel")).extracting(GroupReportTest::words).containsExactly("hosts 10 recordings",
                "guests 10 recordings", "hosts \u2212 guests 10.4 % of the image is outlined");
        assertThat(words(groups)).startsWith("Groups The groups hosts and guests look at different places: p is at most 0.05 in 10.4 %"
                + " of the image (smallest p 0.0004).");
        assertThat(all(groups, "td")).extracting(GroupReportTest::words).containsExactly(row[2] + ", " + row[3], "0.47", "0.60",
                "0.62, 0.53", "7.58", "0.0004", "6,998 of 32,337", "10.4 %");
        assertThat(Double.parseDouble(row[4])).isBetween(0.465, 0.475);
        assertThat(ofClass(groups, "scale")).hasSize(2);
        assertThat(all(ofClass(groups, "panel").getLast(), "path")).as("a dark line and its light edge").hasSize(2);
        assertThat(all(root, "nav").getFirst().getTextContent()).contains("Groups", "Stability");
    }

    /** The photo and each map are in the page once. */
    @Test
    void noPictureIsInThePageTwice() throws Exception {
        Element root = drop(study());
        List<String> pictures = all(root, "image").stream().map(e -> e.getAttribute("href")).toList();
        assertThat(pictures).hasSize(5).doesNotHaveDuplicates().allMatch(href -> href.startsWith("data:image/"));
        List<String> uses = all(root, "use").stream().map(e -> e.getAttribute("href")).toList();
        assertThat(uses).contains("#heat").containsOnly("#photo", "#heat");
    }

    @Test
    void stabilityIsToldInWordsAndAsACurve() throws Exception {
        Element root = drop(study());
        Element stability = section(root, "stability");
        assertThat(words(stability)).contains(stack.json("x/manifest.json").at("/stability/detail").asText())
                .contains("With 20 recordings this map would correlate 0.96 with that of 20 others; 9 recordings are enough for 0.9.");
        assertThat(ofClass(stability, "point")).extracting(e -> e.getAttribute("data-n"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10).mapToObj(String::valueOf).toList());
        assertThat(ofClass(stability, "chart").getFirst().getAttribute("aria-label").replace('\u00a0', ' '))
                .contains("maps of 10 0.915 (95 % of draws: 0.812 to 0.97)", "Maps of 20 are expected to correlate 0.955.");
        assertThat(all(stability, "path")).as("band, curve, expectation, and the outlines of hot spots").hasSize(5);
    }

    @Test
    void methodsGrowByWhatWasDone() throws Exception {
        String methods = words(section(drop(study()), "methods"));
        assertThat(methods).contains("for each n from 1 to 10", "0.915 for n = 10", "hosts (n = 10) and guests (n = 10)", "Welch\u2019s t.",
                "5,000 random relabelings (seed 1)", "Maris and Oostenveld 2007", "Bylinskii et al. 2018",
                "Hoogerbrugge et al. 2025, doi 10.3758/s13428-025-02754-8", "The level was 0.05.").doesNotContain("Smith", "wearer");
    }

    @Test
    void methodsOfPairsAndClustersAreOthers() throws Exception {
        String methods = words(section(drop(noise(2, "{\"outputs\": [\"report\"], \"from\": 10, \"to\": 400,"
                + " \"comparison\": {\"design\": \"paired\", \"correction\": \"tfce\"}}")), "methods"));
        assertThat(methods).contains("enhanced by threshold-free cluster enhancement (E = 0.5, H = 2", "Smith and Nichols 2009",
                "t of the differences of each wearer\u2019s two recordings", "exchanged between the groups in all 4 relabelings",
                "Fixations count that start from 10 ms and before 400 ms after the start of their section.");
    }

    @Test
    void eightGroupsFitIntoThePage() throws Exception {
        Element root = drop(noise(8, "{\"scale\": 0.1, \"outputs\": [\"report\"], \"comparison\": {\"permutations\": 100}}"));
        Element groups = section(root, "groups");
        assertThat(ofClass(groups, "panel")).hasSize(8 + 6);
        assertThat(all(groups, "tr")).hasSize(1 + 28);
        assertThat(words(groups)).contains("22 more differences are in the folder groups beside this page.",
                "not for the number of pairs", "With so few people no p can be below 0.333: record more.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 | How stable this map is cannot be told from 1 recording with counted fixations: that takes at least 4. Record more people.",
        "3 | How stable this map is cannot be told from 3 recordings with counted fixations: that takes at least 4. Record more people.",
    })
    void fewRecordingsAreSaidToBeTooFew(int recordings, String sentence) throws Exception {
        Map<String, byte[]> files = noise(2, "{\"outputs\": [\"report\"], \"recordings\": [%s]}".formatted(String.join(", ",
                IntStream.range(0, recordings).mapToObj(i -> "\"r" + i + "\"").toList())));
        files.remove("groups.csv");
        Element root = drop(files);
        assertThat(words(section(root, "stability"))).isEqualTo("Stability " + sentence);
        assertThat(all(root, "section")).extracting(e -> e.getAttribute("id")).doesNotContain("groups");
        assertThat(words(section(root, "methods"))).doesNotContain("Bylinskii", "relabelings");
    }

    /** Names have spaces and letters of all languages; the links to files in folders are addresses. */
    @Test
    void linksLeadToFilesInFolders() throws Exception {
        Map<String, byte[]> files = noise(2, "{\"outputs\": [\"report\"]}");
        files.put("groups.csv", text("recording id,group\nr0,fr\u00fch am Tag\nr1,fr\u00fch am Tag\nr2,sp\u00e4t\nr3,sp\u00e4t\n"));
        Element root = drop(files);
        List<String> links = all(section(root, "provenance"), "a").stream().map(e -> e.getAttribute("href")).toList();
        assertThat(links).contains("groups/fr%C3%BCh%20am%20Tag%20vs%20sp%C3%A4t/difference.png");
        for (String link : links) {
            assertThat(stack.resultKeys()).contains("x/" + URI.create(link).getPath());
        }
    }
}
