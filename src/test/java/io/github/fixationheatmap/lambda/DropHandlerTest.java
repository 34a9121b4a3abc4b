package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From uploads to results: folders and zips, in any order, under any name. */
class DropHandlerTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private TestStack stack;

    @BeforeEach
    void freshBuckets() {
        stack = new TestStack(S3.server());
    }

    private static List<String> five(String prefix) {
        return List.of(prefix + "aoi_fixations.csv", prefix + "aoi_metrics.csv", prefix + "heatmap.png", prefix + "manifest.json",
                prefix + "overlay.png");
    }

    @Test
    void aFolderGivesFiveFilesThatItsManifestNames() {
        stack.drop(TestExport.under("inbox/study/kitchen/", TestExport.files()));

        assertThat(stack.resultKeys()).containsExactlyElementsOf(five("study/kitchen/"));
        JsonNode manifest = stack.json("study/kitchen/manifest.json");
        assertThat(manifest.at("/rows").toString()).isEqualTo(
                "{\"read\":5,\"counted\":3,\"leftOut\":{\"notMapped\":1,\"outsideImage\":1,\"recordingNotSelected\":0}}");
        assertThat(manifest.at("/recordings").toString()).isEqualTo("[{\"id\":\"r1\",\"name\":\"first\",\"fixationsCounted\":2},"
                + "{\"id\":\"r2\",\"name\":\"second\",\"fixationsCounted\":1}]");
        for (JsonNode output : manifest.at("/outputs")) {
            assertThat(stack.result(output.path("key").asText())).hasSize(output.path("bytes").asInt());
        }
        assertThat(new String(stack.result("study/kitchen/manifest.json"), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Somebody Private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FIS", "FSI", "IFS", "ISF", "SFI", "SIF"})
    void filesMayArriveInAnyOrder(String order) {
        Map<Character, String> names = Map.of('F', "fixations.csv", 'I', "reference_image.png", 'S', "sections.csv");
        Map<String, byte[]> files = TestExport.files();
        order.chars().forEach(c -> {
            String name = names.getOrDefault((char) c, "");
            stack.drop("inbox/any/" + name, files.getOrDefault(name, new byte[0]));
        });
        assertThat(stack.resultKeys()).containsExactlyElementsOf(five("any/"));
        assertThat(stack.json("any/manifest.json").at("/recordings/0/name").asText()).isEqualTo("first");
    }

    @Test
    void waitsQuietlyForWhatIsMissingAndSaysSoInTheLog() {
        stack.drop("inbox/a/fixations.csv", TestExport.files().getOrDefault("fixations.csv", new byte[0]));
        stack.drop("inbox/b/reference_image.png", TestExport.png(4, 4));
        stack.drop("inbox/c.heatmap.json", text("{}"));

        assertThat(stack.resultKeys()).isEmpty();
        assertThat(stack.log().lines()).hasSize(3)
                .anySatisfy(l -> assertThat(l).contains("waiting for reference_image.jpeg, .jpg or .png", "inbox/a/"))
                .anySatisfy(l -> assertThat(l).contains("waiting for fixations.csv", "inbox/b/"))
                .anySatisfy(l -> assertThat(l).contains("waiting for c.zip", "inbox/c.zip"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixations.csv", "fixations_on_face.csv"})
    void whatCanNeverBeDrawnOnIsRefusedBeforeAPictureArrives(String name) {
        byte[] face = text("recording id,fixation id,start timestamp [ns],end timestamp [ns],duration [ms],fixation on face\n");
        stack.drop("inbox/a/" + name, face);
        stack.drop("inbox/b.zip", TestExport.zip(Map.of("raw/" + name, face)));
        assertThat(stack.resultKeys()).containsExactly("a/error.json", "b/error.json");
        assertThat(stack.json("a/error.json").path("detail").asText())
                .startsWith(name + ": seen \"a Face Mapper export, which has no reference image\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox/a/aoi_fixations.csv", "inbox/a/gaze.csv", "inbox/a/my_fixations.csv", "elsewhere/fixations.csv",
        "inbox/a/fixations.csv.bak", "inbox/.zip", "inbox/a/reference_image.gif",
        "inbox/.heatmap.json", "inbox/a/.heatmap.json"})
    void otherObjectsStartNothing(String key) {
        stack.drop(key, text("x"));
        assertThat(stack.resultKeys()).isEmpty();
        assertThat(stack.log()).isEmpty();
    }

    @Test
    void aZipOfOneExportGivesItsResultsUnderTheZipsName() {
        stack.drop("inbox/study/kitchen.zip", TestExport.zip(TestExport.under("p_REFERENCE-IMAGE-MAPPER_e_csv/", TestExport.files())));
        assertThat(stack.resultKeys()).containsExactlyElementsOf(five("study/kitchen/"));
        assertThat(stack.json("study/kitchen/manifest.json").at("/source/inputs/0/entry").asText())
                .isEqualTo("p_REFERENCE-IMAGE-MAPPER_e_csv/fixations.csv");
    }

    @Test
    void aZipOfSeveralExportsGivesEachItsFolderAndARefusalKeepsNobodyElseBack() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.putAll(TestExport.under("one/", TestExport.files()));
        entries.putAll(TestExport.under("two/deeper/", TestExport.files()));
        entries.put("broken/fixations.csv", text("no columns\n"));
        entries.put("broken/reference_image.png", TestExport.png(4, 4));
        entries.put("raw/fixations.csv", text(TestExport.HEADER));
        entries.put("notes/heatmap.json", text("{}"));
        entries.put("__MACOSX/one/._fixations.csv", text("x"));
        stack.drop("inbox/all.zip", TestExport.zip(entries));

        assertThat(stack.resultKeys()).contains("all/broken/error.json", "all/raw/error.json").containsAll(five("all/one/"))
                .containsAll(five("all/two/deeper/")).hasSize(12);
        assertThat(stack.json("all/raw/error.json").path("detail").asText())
                .isEqualTo("all.zip/raw: expected reference_image.jpeg, .jpg or .png in one folder");
    }

    @Test
    void folderAndZipAndAnyLayoutOfTheSameRowsGiveTheSamePictures() throws IOException {
        stack.drop(TestExport.under("inbox/plain/", TestExport.files()));
        Map<String, byte[]> expected = stack.allResults();

        String crlf = ("\uFEFF" + TestExport.HEADER + "\n" + TestExport.ROWS).replace("\n", "\r\n");
        String quoted = TestExport.ROWS.replaceAll("([^,\\n]+)", "\"$1\"");
        String turned = (TestExport.HEADER + "\n" + TestExport.ROWS).lines()
                .map(line -> List.of(line.split(",", -1)).reversed())
                .map(fields -> "more," + String.join(",", fields))
                .reduce("", (a, b) -> a + b + "\n");
        for (String csv : List.of(crlf, TestExport.HEADER + "\n" + quoted, turned, TestExport.HEADER + "\n\n"
                + TestExport.ROWS.stripTrailing())) {
            Map<String, byte[]> files = TestExport.files();
            files.put("fixations.csv", text(csv));
            stack.drop("inbox/other.zip", TestExport.zip(files));
            assertThat(stack.result("other/heatmap.png")).isEqualTo(expected.get("plain/heatmap.png"));
            assertThat(stack.result("other/overlay.png")).isEqualTo(expected.get("plain/overlay.png"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a+b", "100%", "%41", "Küche", "厨房", "a&b=c", "it's"})
    void keysMayHoldAnyCharacter(String name) {
        stack.drop(TestExport.under("inbox/" + name + "/", TestExport.files()));
        assertThat(stack.resultKeys()).containsExactlyElementsOf(five(name + "/"));
        stack.drop("inbox/zips/" + name + ".zip", TestExport.zip(TestExport.files()));
        assertThat(stack.resultKeys()).containsAll(five("zips/" + name + "/"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 301})
    void pictureOfOnePixelsHeightOrWidth(int length) throws IOException {
        Map<String, byte[]> files = TestExport.files();
        files.put("reference_image.png", TestExport.png(length, 1));
        stack.drop(TestExport.under("inbox/flat/", files));
        files.put("reference_image.png", TestExport.png(1, length));
        stack.drop(TestExport.under("inbox/tall/", files));
        BufferedImage flat = ImageIO.read(new ByteArrayInputStream(stack.result("flat/overlay.png")));
        BufferedImage tall = ImageIO.read(new ByteArrayInputStream(stack.result("tall/heatmap.png")));
        assertThat(List.of(flat.getWidth(), flat.getHeight(), tall.getWidth(), tall.getHeight())).containsExactly(length, 1, 1, length);
    }

    @Test
    void noFixationAtAllGivesAnEmptyHeatmapAndAWarning() throws IOException {
        Map<String, byte[]> files = TestExport.files();
        files.put("fixations.csv", text(TestExport.HEADER + "\n"));
        stack.drop(TestExport.under("inbox/empty/", files));
        assertThat(stack.json("empty/manifest.json").at("/warnings/0/type").asText()).isEqualTo("no-fixation-counted");
        BufferedImage overlay = ImageIO.read(new ByteArrayInputStream(stack.result("empty/overlay.png")));
        BufferedImage photo = ImageIO.read(new ByteArrayInputStream(TestExport.png(40, 30)));
        assertThat(overlay.getRGB(20, 10)).isEqualTo(photo.getRGB(20, 10));
    }

    @Test
    void badInputIsWrittenDownAndGoesOnceItIsMended() {
        Map<String, byte[]> files = TestExport.files();
        files.put("fixations.csv", text(TestExport.HEADER + "\n" + TestExport.ROWS.replace("12.5", "12,5")));
        stack.drop(TestExport.under("inbox/k/", files));
        assertThat(stack.resultKeys()).containsExactly("k/error.json");
        assertThat(stack.json("k/error.json").path("line").asInt()).isEqualTo(3);

        stack.drop(TestExport.under("inbox/k/", TestExport.files()));
        assertThat(stack.resultKeys()).containsExactlyElementsOf(five("k/"));

        stack.drop("inbox/k/heatmap.json", text("{\"scale\": 0}"));
        assertThat(stack.resultKeys()).containsAll(five("k/")).contains("k/error.json");
    }

    @Test
    void optionsBesideAZipOverrideThoseInsideOneByOne() {
        Map<String, byte[]> files = TestExport.files();
        files.put("heatmap.json", text("{\"scale\": 2, \"weight\": \"duration\"}"));
        stack.drop("inbox/k.zip", TestExport.zip(files));
        assertThat(stack.json("k/manifest.json").path("options").toString())
                .isEqualTo("{\"scale\":2.0,\"weight\":\"duration\",\"normalization\":\"none\",\"recordings\":null,"
                        + "\"aoiColumns\":\"label\",\"background\":false,\"timeOrigin\":\"section\",\"aoiMetrics\":\"standard\"}");

        stack.drop("inbox/k.heatmap.json", text("{\"scale\": 1, \"normalization\": \"recording\", \"recordings\": [\"second\"]}"));
        JsonNode manifest = stack.json("k/manifest.json");
        assertThat(manifest.path("options").toString())
                .startsWith("{\"scale\":1.0,\"weight\":\"duration\",\"normalization\":\"recording\",\"recordings\":[\"second\"],\"aoi");
        assertThat(manifest.at("/rows/leftOut/recordingNotSelected").asInt()).isEqualTo(3);
        assertThat(manifest.at("/rows/counted").asInt()).isEqualTo(1);
    }

    @Test
    void optionsFindAZipWhoseEndingIsInCapitals() {
        stack.drop("inbox/c.ZIP", TestExport.zip(TestExport.files()));
        stack.drop("inbox/c.heatmap.json", text("{\"scale\": 1}"));
        JsonNode manifest = stack.json("c/manifest.json");
        assertThat(manifest.at("/options/scale").asDouble()).isEqualTo(1);
        assertThat(manifest.at("/source/key").asText()).isEqualTo("inbox/c.ZIP");
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        stack.drop(TestExport.under("inbox/k/", TestExport.files()));
        Map<String, byte[]> first = stack.allResults();
        stack.removeResults();
        stack.drop(TestExport.under("inbox/k/", TestExport.files()));
        Map<String, byte[]> second = stack.allResults();
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((key, bytes) -> assertThat(second.get(key)).as(key).isEqualTo(bytes));
    }

    @Test
    void anErrorTellsWhetherEarlierResultsLieBesideIt() {
        stack.drop("inbox/k.zip", TestExport.zip(TestExport.files()));
        JsonNode manifest = stack.json("k/manifest.json");
        stack.drop("inbox/k.zip", text("no zip"));
        assertThat(stack.json("k/error.json").path("earlierResults").asBoolean()).isTrue();
        assertThat(stack.json("k/error.json").path("fingerprint").asText()).hasSize(64).isNotEqualTo(manifest.path("fingerprint").asText());
        assertThat(stack.json("k/manifest.json")).isEqualTo(manifest);
    }

    @Test
    void anErrorAboutAWholeZipGoesOnceItsExportsAreFound() {
        stack.drop("inbox/k.zip", text("no zip"));
        assertThat(stack.resultKeys()).containsExactly("k/error.json");
        Map<String, byte[]> two = new LinkedHashMap<>(TestExport.under("one/", TestExport.files()));
        two.putAll(TestExport.under("two/", TestExport.files()));
        stack.drop("inbox/k.zip", TestExport.zip(two));
        assertThat(stack.resultKeys()).containsAll(five("k/one/")).containsAll(five("k/two/")).hasSize(10);
    }

    @Test
    void aFolderAndAZipOfOneNameShareAPlaceAndTheLastOneHasIt() {
        stack.drop(TestExport.under("inbox/k/", TestExport.files()));
        stack.drop("inbox/k.zip", TestExport.zip(TestExport.files()));
        assertThat(stack.json("k/manifest.json").at("/source/key").asText()).isEqualTo("inbox/k.zip");
        stack.handle(stack.event("inbox/k/fixations.csv"));
        assertThat(stack.json("k/manifest.json").at("/source/key").asText()).isEqualTo("inbox/k/");
    }
}
