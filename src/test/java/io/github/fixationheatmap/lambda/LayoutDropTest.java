package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.trackers.MadeLayout;
import io.github.fixationheatmap.trackers.Scene;
import io.github.fixationheatmap.trackers.Scene.Place;
import io.github.fixationheatmap.trackers.Table.Mark;
import io.github.fixationheatmap.trackers.Table.Style;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One study in the tables of each program gives one heatmap, byte for byte. */
@Tag("slow")
class LayoutDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private static final Scene SCENE = Scene.made(42);
    private static final String COUNT = "\"weight\": \"count\"";

    private final TestStack stack = new TestStack(S3.server());

    private static Map<String, byte[]> files(MadeLayout layout, Style style, String ending, String option) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        layout.tables(SCENE).forEach((name, table) -> files.put(name + ending, table.bytes(style)));
        files.put("reference_image.png", TestExport.png(Scene.WIDTH, Scene.HEIGHT));
        files.put("heatmap.json", text("{" + option + (layout.options().isEmpty() ? "" : ", " + layout.options()) + "}"));
        return files;
    }

    private byte[] cloud(String option) {
        stack.drop(TestExport.under("inbox/cloud/", files(MadeLayout.PUPIL_CLOUD, Style.COMMAS, ".csv", option)));
        return stack.result("cloud/heatmap.png");
    }

    private void check(String drop, MadeLayout layout, byte[] heatmap) {
        assertThat(stack.resultKeys(drop)).contains(drop + "manifest.json").doesNotContain(drop + "error.json");
        JsonNode manifest = stack.json(drop + "manifest.json");
        assertThat(ManifestSchemaTest.SCHEMA.validate(manifest)).isEmpty();
        assertThat(manifest.at("/source/enrichmentType").asText()).isEqualTo(layout.layout());
        assertThat(manifest.at("/rows/counted").asLong()).isEqualTo(SCENE.count(Place.ON));
        assertThat(manifest.path("recordings").findValuesAsText("fixationsCounted")).containsOnly("10").hasSize(4);
        assertThat(stack.result(drop + "heatmap.png")).isEqualTo(heatmap);
    }

    @ParameterizedTest
    @EnumSource
    void theHeatmapIsThatOfPupilCloud(MadeLayout layout) {
        for (String option : new String[] {COUNT, "\"weight\": \"duration\"", "\"normalization\": \"recording\""}) {
            byte[] heatmap = cloud(option);
            Map<String, byte[]> files = files(layout, layout.style(), ".csv", option);
            stack.drop(TestExport.under("inbox/folder/", files));
            check("folder/", layout, heatmap);
            stack.drop("inbox/zip.zip", TestExport.zip(files));
            check("zip/", layout, heatmap);
        }
    }

    /** All rows that were read are counted or named with their reason. */
    @Test
    void figureAndReportNameTheRowsOfOtherStimuli() {
        String outputs = "\"outputs\": [\"figure\", \"report\"]";
        stack.drop(TestExport.under("inbox/pictures/", files(MadeLayout.TOBII_STUDIO, Style.TABS, ".tsv", outputs)));
        long others = stack.json("pictures/manifest.json").at("/rows/leftOut/otherStimulus").asLong();
        assertThat(others).isPositive();
        for (String name : new String[] {"figure.svg", "report.html"}) {
            assertThat(new String(stack.result("pictures/" + name), UTF_8)).as(name)
                    .containsPattern("\\b" + others + "[\\h\\s]on another\\s");
        }
    }

    /** A paper says which program the fixations are from, and what its table does not tell. */
    @ParameterizedTest
    @EnumSource
    void theReportsMethodsNameTheProgramAndWhatWasAssumed(MadeLayout layout) {
        stack.drop(TestExport.under("inbox/methods/", files(layout, layout.style(), ".csv", "\"outputs\": [\"report\"]")));
        JsonNode manifest = stack.json("methods/manifest.json");
        String report = new String(stack.result("methods/report.html"), UTF_8);
        String methods = report.substring(report.indexOf("<section id=\"methods\""), report.indexOf("<section id=\"provenance\""))
                .replace("&#34;", "\"").replace("&quot;", "\"");
        JsonNode assumed = manifest.at("/table/assumed");
        assertThat(assumed.isArray()).isTrue();
        assumed.forEach(sentence -> assertThat(methods).contains(sentence.asText()));
        assertThat(methods).contains(manifest.at("/table/stimulus").isNull() ? "on a reference image"
                : "\u201c" + manifest.at("/table/stimulus").asText() + "\u201d");
        String program = manifest.at("/table/program").asText();
        assertThat(methods).contains(program.equals("another program") ? "a table of fixations with a layout of its own"
                : program.split("[ ,]", -1)[0]);
    }

    private static Map<String, Style> styles() {
        Style tabs = Style.TABS;
        Map<String, Style> styles = new LinkedHashMap<>();
        styles.put("UTF-16 LE.txt", tabs.encoded(UTF_16LE, Mark.BYTE_ORDER));
        styles.put("UTF-16 BE.txt", tabs.encoded(UTF_16BE, Mark.BYTE_ORDER));
        styles.put("UTF-8 without a mark.tsv", tabs.encoded(UTF_8, Mark.NONE));
        styles.put("UTF-8 with a mark, LF.csv", Style.COMMAS.encoded(UTF_8, Mark.BYTE_ORDER));
        styles.put("commas, CRLF.csv", Style.COMMAS.lineEnd("\r\n"));
        styles.put("semicolons.csv", Style.COMMAS.delimited(";"));
        styles.put("semicolons, decimal commas.csv", Style.COMMAS.delimited(";").decimal(",").lineEnd("\r\n"));
        styles.put("tabs, decimal commas, UTF-16.tsv", tabs.decimal(",").encoded(UTF_16LE, Mark.BYTE_ORDER));
        styles.put("whole numbers with a point.csv", Style.COMMAS.whole(".0"));
        styles.put("whole numbers with a comma.tsv", tabs.decimal(",").whole(",0"));
        styles.put("trailing commas.csv", Style.COMMAS.lineEnd(",\n"));
        styles.put("trailing tabs.txt", tabs.lineEnd("\t\r\n"));
        styles.put("minus for nothing.tsv", tabs.missing("-"));
        styles.put("point for nothing.csv", Style.COMMAS.missing("."));
        styles.put("NaN for nothing.csv", Style.COMMAS.missing("NaN"));
        styles.put("-1.#IND for nothing.csv", Style.COMMAS.missing("-1.#IND"));
        styles.put("metadata.csv", Style.COMMAS.before("#METADATA\n#Study,\"a, b\"\n\n#DATA\n"));
        styles.put("metadata, UTF-16.tsv", tabs.before("#METADATA\r\n#Study;a,b,c,d\r\n#DATA\r\n").encoded(UTF_16BE, Mark.BYTE_ORDER));
        return styles;
    }

    @ParameterizedTest
    @EnumSource(names = {"TOBII_STUDIO", "TOBII_PRO_LAB_WITHOUT_FRACTIONS", "TOBII_PRO_LAB_GLASSES", "GAZEPOINT_ALL_GAZE", "EYELINK",
        "PUPIL_PLAYER", "CUSTOM"})
    void theWayOfWritingChangesNothing(MadeLayout layout) {
        byte[] heatmap = cloud(COUNT);
        int number = 0;
        for (Map.Entry<String, Style> style : styles().entrySet()) {
            String ending = style.getKey().substring(style.getKey().lastIndexOf('.'));
            String drop = ++number + "/";
            Map<String, byte[]> files = files(layout, style.getValue(), ending, COUNT);
            if (number % 2 == 0) {
                stack.drop(TestExport.under("inbox/" + drop, files));
            } else {
                stack.drop("inbox/" + number + ".zip", TestExport.zip(files));
            }
            check(drop, layout, heatmap);
        }
    }
}
