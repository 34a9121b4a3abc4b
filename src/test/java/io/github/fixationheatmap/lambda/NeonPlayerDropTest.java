package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Neon Player's export folder, as it is: surfaces beside the scene camera, and one file for each of several participants. */
@Tag("slow")
class NeonPlayerDropTest {

    private static final String SCENE_CAMERA = """
            fixation id,start timestamp [ns],end timestamp [ns],duration [ms],fixation x [px],fixation y [px],azimuth [deg],elevation [deg]
            1,1636035502384515914,1636035502552495914,167,800.5,600.25,-1.5,2.5
            """;
    private static final String COLUMNS = "fixation id,start timestamp [ns],end timestamp [ns],duration [ms],"
            + "fixation detected on surface,fixation x [normalized],fixation y [normalized]\n";

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    private static byte[] surface(int fixations) {
        StringBuilder rows = new StringBuilder(COLUMNS);
        for (int i = 1; i <= fixations; i++) {
            rows.append(i).append(",1636035502384515914,1636035502552495914,167,0.37,0.25,0.5\n");
        }
        return text(rows.toString());
    }

    private static Map<String, byte[]> neonPlayer() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("reference_image.png", TestExport.png(40, 30));
        files.put("fixations.csv", text(SCENE_CAMERA));
        files.put("fixations_on_surface_door.csv", surface(3));
        return files;
    }

    private JsonNode dropped(String name, Map<String, byte[]> files) {
        stack.drop(TestExport.under("inbox/" + name + "/", files));
        stack.drop("inbox/zips/" + name + ".zip", TestExport.zip(files));
        JsonNode manifest = stack.json(name + "/manifest.json");
        assertThat(ManifestSchemaTest.SCHEMA.validate(manifest)).isEmpty();
        for (String part : new String[] {"rows", "recordings", "options", "fullScale"}) {
            assertThat(stack.json("zips/" + name + "/manifest.json").path(part)).isEqualTo(manifest.path(part));
        }
        return manifest;
    }

    @Test
    void theSceneCamerasFixationsArePassedOver() {
        JsonNode manifest = dropped("neon", neonPlayer());
        assertThat(manifest.at("/rows/counted").asInt()).isEqualTo(3);
        assertThat(manifest.at("/source/inputs").findValuesAsText("key"))
                .containsExactly("inbox/neon/fixations_on_surface_door.csv", "inbox/neon/reference_image.png");
        assertThat(manifest.path("warnings").findValuesAsText("detail"))
                .containsExactly("Beside fixations on a surface, those of the scene camera were passed over: fixations.csv.");
        assertThat(stack.resultKeys("neon/")).as("an error of the scene camera's file, which came first").doesNotContain("neon/error.json");
    }

    @Test
    void theOptionChoosesOneOfSeveralSurfaces() {
        Map<String, byte[]> files = neonPlayer();
        files.put("fixations_on_surface_shelf.csv", surface(5));
        files.put("heatmap.json", text("{\"surface\": \"shelf\"}"));
        JsonNode manifest = dropped("chosen", files);
        assertThat(manifest.at("/rows/counted").asInt()).isEqualTo(5);
        assertThat(manifest.at("/options/surface").asText()).isEqualTo("shelf");
        assertThat(manifest.at("/source/inputs").findValuesAsText("key")).doesNotContain("inbox/chosen/fixations_on_surface_door.csv");
        stack.drop("inbox/chosen/heatmap.json", text("{\"surface\": \"door\"}"));
        assertThat(stack.json("chosen/manifest.json").at("/rows/counted").asInt()).isEqualTo(3);
    }

    @Test
    void eachParticipantIsARecordingOfItsFilesName() {
        Map<String, byte[]> files = neonPlayer();
        files.remove("fixations.csv");
        files.remove("fixations_on_surface_door.csv");
        files.put("fixations/P01.csv", surface(2));
        files.put("fixations/P02.csv", surface(4));
        files.put("fixations/P03.xlsx", new byte[1]);
        files.put("aois.json", text("{\"aois\":[{\"name\":\"all\",\"rectangle\":{\"x\":0,\"y\":0,\"width\":40,\"height\":30}}]}"));
        JsonNode manifest = dropped("group", files);
        assertThat(manifest.path("recordings").findValuesAsText("id")).containsExactly("P01", "P02");
        assertThat(manifest.path("recordings").findValuesAsText("name")).containsExactly("P01", "P02");
        assertThat(manifest.path("recordings").findValuesAsText("fixationsCounted")).containsExactly("2", "4");
        assertThat(manifest.path("warnings").findValuesAsText("detail"))
                .contains("Among the recordings lie files that are no .csv, .tsv or .txt and were passed over: fixations/P03.xlsx.");
        assertThat(stack.result("group/aoi_metrics.csv")).asString().contains(",P01,P01,all,168,2,0,336\n", ",P02,P02,all,168,4,0,672\n");
    }

    @Test
    void filesOfDifferentKindsAreRefused() {
        Map<String, byte[]> files = neonPlayer();
        files.remove("fixations.csv");
        files.remove("fixations_on_surface_door.csv");
        files.put("fixations/P01.csv", surface(2));
        files.put("fixations/P02.csv", text(TestExport.HEADER + "\n" + TestExport.ROWS));
        stack.drop(TestExport.under("inbox/mixed/", files));
        assertThat(stack.json("mixed/error.json").path("detail").asText()).isEqualTo("fixations/P02.csv, line 1: "
                + "seen \"reference-image-mapper with end timestamps\", expected columns of the same kind as in fixations/P01.csv");
        files.remove("fixations/P02.csv");
        files.put("fixations/P01.CSV", surface(2));
        stack.drop("inbox/twice.zip", TestExport.zip(files));
        assertThat(stack.json("twice/error.json").path("detail").asText()).isEqualTo("twice.zip/fixations/P01.csv: "
                + "seen \"twice.zip/fixations/P01.CSV, twice.zip/fixations/P01.csv\", expected one of them");
    }

    @Test
    void anExportsFolderMayBeNamedFixations() {
        Map<String, byte[]> files = TestExport.under("fixations/", TestExport.files());
        files.put("fixations/gaze.csv", text("x"));
        stack.drop(TestExport.under("inbox/study/", files));
        assertThat(stack.resultKeys()).containsExactlyElementsOf(TestStack.five("study/fixations/"));
        stack.drop("inbox/k.zip", TestExport.zip(files));
        assertThat(stack.resultKeys("k/")).containsExactlyElementsOf(TestStack.five("k/"));

        files.putAll(TestExport.files());
        stack.drop(TestExport.under("inbox/both/", files));
        stack.drop("inbox/zips/both.zip", TestExport.zip(files));
        for (String folder : List.of("both/", "both/fixations/", "zips/both/", "zips/both/fixations/")) {
            assertThat(stack.resultKeys(folder)).containsAll(TestStack.five(folder)).doesNotContain(folder + "error.json");
        }
    }
}
