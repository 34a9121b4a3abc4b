package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static io.github.fixationheatmap.lambda.TestStack.five;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zips give the same results as folders. They hold one export or several, with options beside or inside them. */
class ZipDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    @Test
    void aZipOfOneExportGivesItsResultsUnderTheZipsName() {
        stack.drop("inbox/study/kitchen.zip", TestExport.zip(TestExport.under("p_REFERENCE-IMAGE-MAPPER_e_csv/", TestExport.files())));
        assertThat(stack.resultKeys()).containsExactlyElementsOf(five("study/kitchen/"));
        assertThat(stack.json("study/kitchen/manifest.json").at("/source/inputs/0/entry").asText())
                .isEqualTo("p_REFERENCE-IMAGE-MAPPER_e_csv/fixations.csv");
    }

    @Test
    void eachExportOfAZipHasItsFolderAndARefusalAffectsNoOther() {
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
    void filesWithWrongNamesAreToldOf() {
        Map<String, byte[]> entries = new LinkedHashMap<>(TestExport.under("one/", TestExport.files()));
        entries.put("one/heatmap.json.txt", text("{}"));
        entries.put("two.zip", TestExport.zip(TestExport.files()));
        stack.drop("inbox/k.zip", TestExport.zip(entries));
        assertThat(stack.json("k/manifest.json").path("warnings").toString()).isEqualTo("[{\"type\":\"misnamed-file\",\"detail\":"
                + "\"one/heatmap.json.txt is not read: its name should be heatmap.json, to the letter; "
                + "two.zip is not read: a zip in a zip is no drop: drop it by itself, or unpacked.\"}]");
        entries.put("one/Fixations.csv", text("x"));
        entries.remove("one/fixations.csv");
        stack.drop("inbox/k.zip", TestExport.zip(entries));
        assertThat(stack.json("k/error.json").path("detail").asText()).isEqualTo("k.zip/one: expected fixations.csv in one folder; "
                + "one/heatmap.json.txt is not read: its name should be heatmap.json, to the letter; "
                + "two.zip is not read: a zip in a zip is no drop: drop it by itself, or unpacked; "
                + "one/Fixations.csv is not read: its name should be fixations.csv, to the letter");
        stack.drop("inbox/none.zip", TestExport.zip(Map.of("photo/IMG_1.png", text("x"))));
        assertThat(stack.json("none/error.json").path("detail").asText()).endsWith(
                " in one folder; photo/IMG_1.png is not read: if it is the reference image, name it reference_image.png");
    }

    @Test
    void foldersAndOptionsWithWrongNamesAreToldOf() {
        Map<String, byte[]> entries = new LinkedHashMap<>(TestExport.under("one/", TestExport.files()));
        entries.put("one/Aois/mug.png", text("x"));
        entries.put("one/Aois/bottle.png", text("x"));
        stack.drop("inbox/k.heatmap.json.txt", text("{}"));
        assertThat(stack.resultKeys()).isEmpty();
        stack.drop("inbox/k.zip", TestExport.zip(entries));
        assertThat(stack.json("k/manifest.json").path("warnings").findValuesAsText("detail")).containsExactly(
                "one/Aois/ is not read: its name should be aois/, to the letter; "
                        + "k.heatmap.json.txt is not read: its name should be k.heatmap.json, to the letter.");
        stack.drop("inbox/k.heatmap.json", text("{}"));
        assertThat(stack.json("k/manifest.json").path("warnings").findValuesAsText("detail")).containsExactly(
                "one/Aois/ is not read: its name should be aois/, to the letter.");
        entries.put("two/reference_image.png", text("x"));
        stack.remove("inbox/k.heatmap.json");
        stack.drop("inbox/k.zip", TestExport.zip(entries));
        assertThat(stack.json("k/two/error.json").path("detail").asText()).endsWith("k.heatmap.json, to the letter");
    }

    @Test
    void folderAndZipAndAnyLayoutOfTheSameRowsGiveTheSameImages() throws IOException {
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

    @Test
    void optionsBesideAZipOverrideThoseInsideOneByOne() {
        Map<String, byte[]> files = TestExport.files();
        files.put("heatmap.json", text("{\"scale\": 2, \"weight\": \"duration\"}"));
        stack.drop("inbox/k.zip", TestExport.zip(files));
        assertThat(stack.json("k/manifest.json").path("options").toString())
                .startsWith("{\"scale\":2.0,\"weight\":\"duration\",\"normalization\":\"none\",\"recordings\":null,\"surface\":null,"
                        + "\"layout\":null,\"stimulus\":null,\"placement\":null,\"screen\":null,"
                        + "\"aoiColumns\":\"label\",\"background\":false,\"timeOrigin\":\"section\",\"aoiMetrics\":\"standard\"");

        stack.drop("inbox/k.heatmap.json", text("{\"scale\": 1, \"normalization\": \"recording\", \"recordings\": [\"second\"]}"));
        JsonNode manifest = stack.json("k/manifest.json");
        assertThat(manifest.path("options").toString())
                .startsWith("{\"scale\":1.0,\"weight\":\"duration\",\"normalization\":\"recording\",\"recordings\":[\"second\"],\"surface");
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
    void aZipWhoseResultsWouldLieOutsideItsFolderIsSkipped() {
        stack.drop("inbox/study/...zip", TestExport.zip(TestExport.files()));
        assertThat(stack.resultKeys()).isEmpty();
        assertThat(stack.log().lines()).singleElement().asString()
                .contains("\"level\":\"WARN\"", "upload skipped: its key has a segment . or ..", "\"upload\":\"inbox/study/...zip\"");
    }

    /** S3 takes keys of 1,024 bytes. The longest name of an output has 25. */
    @ParameterizedTest
    @CsvSource({"1008, done", "1009, refused", "1023, refused", "1024, skipped"})
    void aZipWhoseKeyIsTooLongForItsResultsIsRefusedWhereAnErrorFits(int bytes, String outcome) {
        String folders = ("k".repeat(200) + "/").repeat(5).substring(0, 990);
        String key = "inbox/" + folders + "k".repeat(bytes - 6 - folders.length() - 4) + ".zip";
        String prefix = key.substring(6, bytes - 4) + "/";
        stack.drop(key, TestExport.zip(TestExport.files()));
        switch (outcome) {
            case "done" -> assertThat(stack.resultKeys()).containsExactlyElementsOf(five(prefix));
            case "refused" -> {
                assertThat(stack.resultKeys()).containsExactly(prefix + "error.json");
                assertThat(stack.json(prefix + "error.json").path("file").asText()).isEqualTo(key);
            }
            default -> {
                assertThat(stack.resultKeys()).isEmpty();
                assertThat(stack.log()).contains("upload skipped: its key is too long for keys of results");
            }
        }
    }

    @Test
    void anErrorOfAWholeZipIsDeletedOnceItsExportsAreFound() {
        stack.drop("inbox/k.zip", text("no zip"));
        assertThat(stack.resultKeys()).containsExactly("k/error.json");
        Map<String, byte[]> two = new LinkedHashMap<>(TestExport.under("one/", TestExport.files()));
        two.putAll(TestExport.under("two/", TestExport.files()));
        stack.drop("inbox/k.zip", TestExport.zip(two));
        assertThat(stack.resultKeys()).containsAll(five("k/one/")).containsAll(five("k/two/")).hasSize(10);
    }
}
