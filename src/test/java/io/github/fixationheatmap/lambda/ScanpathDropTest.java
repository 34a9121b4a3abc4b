package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

/** Scanpaths and {@code histogram.npz}, from upload to files. */
@Tag("slow")
class ScanpathDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

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

    private List<Element> elements(String cssClass) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        Element root = factory.newDocumentBuilder().parse(new ByteArrayInputStream(stack.result("x/scanpath.svg"))).getDocumentElement();
        NodeList list = root.getElementsByTagName("*");
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i))
                .filter(e -> e.getAttribute("class").equals(cssClass)).toList();
    }

    private List<String> texts(String cssClass) throws Exception {
        return elements(cssClass).stream().map(e -> e.getTextContent().replace('\u00a0', ' ')).toList();
    }

    /** An export of so many fixations in each section, all in the middle, each with a recording of its own. */
    private static Map<String, byte[]> export(int sections, int fixations) {
        StringBuilder rows = new StringBuilder(TestExport.HEADER + "\n");
        for (int s = 0; s < sections; s++) {
            for (int f = 0; f < fixations; f++) {
                rows.append("s%d,r%d,%d,%d,%d,100,true,30,25\n".formatted(s, s, f + 1, 1000L * f, 1000L * f + 100_000_000));
            }
        }
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("fixations.csv", text(rows.toString()));
        files.remove("sections.csv");
        return files;
    }

    @Test
    void theScanpathOfAnExport() throws Exception {
        JsonNode manifest = drop(TestExport.files(), "{\"outputs\": [\"scanpath\"], \"title\": \"Two viewers\"}");
        assertThat(manifest.path("outputs").findValuesAsText("key")).contains("x/scanpath.png", "x/scanpath.svg");
        assertThat(elements("fixation")).extracting(e -> e.getAttribute("data-fixation-id")).containsExactly("1", "2", "1");
        assertThat(elements("fixation")).extracting(e -> e.getAttribute("cx")).containsExactly("10", "12.5", "30");
        // The second fixation of r2 is right of the image: a line leads there.
        assertThat(elements("saccade")).extracting(e -> e.getAttribute("x1") + " " + e.getAttribute("x2"))
                .containsExactly("10 12.5", "30 41");
        assertThat(elements("ring")).hasSize(3);
        assertThat(texts("legend-name")).containsExactly("first", "second");
        assertThat(texts("legend-count")).containsExactly("2", "1");
        assertThat(String.join(" ", texts("note"))).isEqualTo("3 fixations of 2 recordings counted; left out: 1 not mapped, 1 outside the "
                + "image. Lines join fixations that follow each other; a fixation that is not mapped breaks them. Rings mark where an "
                + "unbroken line begins and ends. Numbers are fixation ids.");
        assertThat(ImageIO.read(new ByteArrayInputStream(stack.result("x/scanpath.png"))).getWidth()).isGreaterThan(1_000);

        drop(TestExport.files(), "{\"outputs\": [\"scanpath\"], \"recordings\": [\"second\"], \"scanpathNumbers\": \"none\"}");
        assertThat(elements("fixation")).extracting(e -> e.getAttribute("cx")).containsExactly("30");
        assertThat(texts("legend-name")).containsExactly("second");
        assertThat(texts("number")).isEmpty();
    }

    @Test
    void aScanpathThatIsTooLongIsLeftOutAndTheWarningHelps() throws Exception {
        JsonNode manifest = drop(export(3, 1_667), "{\"outputs\": [\"figure\", \"scanpath\"]}");
        assertThat(stack.resultKeys()).contains("x/figure.png").doesNotContain("x/scanpath.png", "x/scanpath.svg");
        assertThat(manifest.path("warnings")).last().satisfies(w -> {
            assertThat(w.path("type").asText()).isEqualTo("scanpath-too-long");
            assertThat(w.path("detail").asText()).isEqualTo("The scanpath has more than 5,000 circles, or too many lines, and is left out. "
                    + "Set the option scanpathFirst to the number of first fixations of each section to draw: 1,666 or fewer fit.");
        });
        assertThat(drop(export(3, 1_667), "{\"outputs\": [\"scanpath\"], \"scanpathFirst\": 1666}").findValuesAsText("type"))
                .doesNotContain("scanpath-too-long");
        assertThat(elements("fixation")).hasSize(3 * 1_666);
        assertThat(String.join(" ", texts("note"))).contains(
                " 4,998 drawn: those inside the image among the first 1,666 of each section.");
        byte[] svg = stack.result("x/scanpath.svg");
        assertThat(svg).hasSizeLessThan(2_000_000);
    }

    /** 5,000 circles whose ids have 256 characters: more than 2 MB, so the warning says what helps, and that does help. */
    @Test
    void longIdsDoNotMakeTheSvgLarge() throws Exception {
        Map<String, byte[]> files = export(5, 1_000);
        String rows = new String(files.getOrDefault("fixations.csv", new byte[0]), UTF_8);
        files.put("fixations.csv", text(rows.replaceAll("(?m)^(s\\d),(r\\d),(\\d+),", "$1,$2," + "i&".repeat(126) + "$3,")));
        JsonNode manifest = drop(files, "{\"outputs\": [\"scanpath\"]}");
        assertThat(stack.resultKeys()).doesNotContain("x/scanpath.png", "x/scanpath.svg");
        assertThat(manifest.path("warnings").findValuesAsText("detail")).anyMatch(detail -> detail.startsWith("The scanpath is left out: "
                + "with its ids, scanpath.svg might have more than 1,950,000 bytes besides the photo. Set the option scanpathFirst"));
        assertThat(drop(files, "{\"outputs\": [\"scanpath\"], \"scanpathFirst\": 300}").findValuesAsText("type"))
                .doesNotContain("scanpath-too-long");
        String svg = new String(stack.result("x/scanpath.svg"), UTF_8).replaceFirst("base64,[^\"]*", "");
        assertThat(svg).hasSizeBetween(1_300_000, 2_000_000);
    }

    @Test
    void awkwardNamesAndSizes() throws Exception {
        List<String> names = List.of("<script>alert(1)</script>", "\"\"quotes\"\" & 'more'", "\u05e2\u05d1\u05e8\u05d9\u05ea (1)",
                "\uD83D\uDE00 smile", "W".repeat(256));
        StringBuilder rows = new StringBuilder(TestExport.HEADER + "\n");
        StringBuilder sections = new StringBuilder(TestExport.SECTIONS.lines().findFirst().orElseThrow() + "\n");
        for (int i = 0; i < names.size(); i++) {
            rows.append("s%d,r%d,<%d>,5,7,0,true,0.5,0.5\n".formatted(i, i, i));
            sections.append("s%d,r%d,\"%s\",w,w,1,9,b,e\n".formatted(i, i, names.get(i)));
        }
        for (int[] size : new int[][] {{1, 1}, {6000, 1}, {1, 6000}, {640, 480}}) {
            JsonNode manifest = drop(Map.of("fixations.csv", text(rows.toString()), "sections.csv", text(sections.toString()),
                    "reference_image.png", TestExport.png(size[0], size[1])), "{\"outputs\": \"all\"}");
            assertThat(manifest.path("warnings").findValuesAsText("type")).containsOnly("output-without-aois");
            assertThat(texts("legend-name").subList(0, 4)).containsExactly(
                    names.get(0), "\"quotes\" & 'more'", names.get(2), names.get(3));
            assertThat(texts("legend-name").getLast()).startsWith("WWWW").endsWith("\u2026");
            assertThat(elements("fixation")).extracting(e -> e.getAttribute("data-fixation-id")).containsExactly(
                    "<0>", "<1>", "<2>", "<3>", "<4>");
            assertThat(ImageIO.read(new ByteArrayInputStream(stack.result("x/scanpath.png"))).getHeight()).isGreaterThan(300);
        }
    }

    @Test
    void withoutAFixationThereIsStillAPicture() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("fixations.csv", text(TestExport.HEADER + "\n"));
        drop(files, "{\"outputs\": \"all\"}");
        assertThat(elements("fixation")).isEmpty();
        assertThat(elements("photo")).hasSize(1);
        assertThat(texts("legend-count")).containsExactly("0", "0");
        assertThat(String.join(" ", texts("note"))).isEqualTo("No fixation of 2 recordings counted.");
        assertThat(stack.resultKeys()).contains("x/histogram.npz");
        keep("empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"scanpathFirst\": 0} | /scanpathFirst | 0 | a whole number from 1 to 5000, or null for all",
        "{\"scanpathFirst\": 5001} | /scanpathFirst | 5001 | a whole number from 1 to 5000, or null for all",
        "{\"scanpathFirst\": 1.5} | /scanpathFirst | 1.5 | a whole number from 1 to 5000, or null for all",
        "{\"scanpathFirst\": \"3\"} | /scanpathFirst | 3 | a whole number from 1 to 5000, or null for all, not in quotes",
        "{\"scanpathNumbers\": \"ids\"} | /scanpathNumbers | ids | \"id\" or \"order\" or \"none\""})
    void wrongOptionsAreLocated(String options, String pointer, String value, String expected) {
        JsonNode error = drop(TestExport.files(), options);
        assertThat(error.path("pointer").asText()).isEqualTo(pointer);
        assertThat(error.path("value").asText()).isEqualTo(value);
        assertThat(error.path("expected").asText()).isEqualTo(expected);
    }

    /** Leaves files for {@code src/test/sh/histograms}, which has numpy and OpenCV look at them. */
    @Test
    void histogramsForNumpy() throws IOException {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder(TestExport.HEADER + "\n");
        for (int i = 0; i < 500; i++) {
            long start = 1_636_035_502_384_515_914L + i * 1_000_000_000L;
            rows.append("s%1$d,r%1$d,%2$d,%3$d,%4$d,1,true,%5$d.25,%6$d.5\n".formatted(
                    i % 7, i, start, start + random.nextInt(1_500_000_000), random.nextInt(700), random.nextInt(500)));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("fixations.csv", text(rows.toString()));
        for (String weight : List.of("count", "duration")) {
            for (String normalization : List.of("none", "recording")) {
                files.put("reference_image.png", weight.equals("count") ? TestExport.png(640, 480) : TestExport.png(300, 401));
                drop(files, "{\"outputs\": [\"histogram\"], \"weight\": \"%s\", \"normalization\": \"%s\", \"opacity\": 1, \"scale\": 2.5}"
                        .formatted(weight, normalization));
                keep(weight + "-" + normalization);
            }
        }
    }

    private void keep(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "histograms", name));
        for (String file : List.of("histogram.npz", "heatmap.png", "manifest.json")) {
            Files.write(folder.resolve(file), stack.result("x/" + file));
        }
    }
}
