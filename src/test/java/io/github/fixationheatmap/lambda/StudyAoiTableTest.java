package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.analysis.metrics.RecordingMetrics.Metric;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One table of the metrics of all drops of a study. */
@Tag("slow")
class StudyAoiTableTest {

    private static final String FILE = "inbox/lab/study.json";

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());
    private final StudyStack study = new StudyStack(stack);

    private static Map<String, byte[]> withAreas() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("fixations.csv", "sections.csv", "aois.json")) {
            files.put(name, Resources.bytes("/aoi-example/" + name));
        }
        files.put("reference_image.png", TestExport.png(100, 80));
        return files;
    }

    private static List<String> example(String name) {
        return new String(Resources.bytes("/aoi-example/" + name), UTF_8).lines().toList();
    }

    private void upload(String folder, Map<String, byte[]> files, String options) {
        TestExport.under(folder, files).forEach(stack::upload);
        stack.upload(folder + "heatmap.json", text(options));
    }

    private List<String> table(String studyFile) {
        stack.upload(FILE, text(studyFile));
        study.run(FILE);
        return new String(stack.result("lab/study_aoi_metrics.csv"), UTF_8).lines().toList();
    }

    /** The lines of an expected table below its header, of an export, with commas for columns that it does not have. */
    private static List<String> rows(String name, String export, int emptyCells) {
        return example(name).stream().skip(1).map(row -> export + "," + row + ",".repeat(emptyCells)).toList();
    }

    @Test
    void itHasTheRowsOfEachDropInTheOrderOfDrops() {
        upload("inbox/lab/b/", withAreas(), "{}");
        upload("inbox/lab/a/", withAreas(), "{}");
        List<String> expected = new ArrayList<>(List.of("drop," + example("aoi_metrics.csv").getFirst()));
        expected.addAll(rows("aoi_metrics.csv", "a", 0));
        expected.addAll(rows("aoi_metrics.csv", "b", 0));
        assertThat(table("{}")).isEqualTo(expected);
    }

    @Test
    void aDropWithoutAreasHasNoRows() {
        TestExport.under("inbox/lab/plain/", TestExport.files()).forEach(stack::upload);
        assertThat(table("{}")).containsExactly("drop," + example("aoi_metrics.csv").getFirst());
        upload("inbox/lab/areas/", withAreas(), "{}");
        assertThat(table("{}")).hasSize(1 + rows("aoi_metrics.csv", "areas", 0).size()).noneMatch(row -> row.startsWith("plain"));
    }

    /** Ten drops fill the first batch, so that the longer tables are in another one, and beside a shorter one. */
    @Test
    void aDropWithFewerMetricsHasEmptyCells() {
        List<String> expected = new ArrayList<>(List.of("drop," + example("aoi_metrics_extended.csv").getFirst()));
        for (int drop = 10; drop < 22; drop++) {
            boolean extended = drop == 20;
            upload("inbox/lab/" + drop + "/", withAreas(), extended ? "{\"aoiMetrics\": \"extended\"}" : "{}");
            expected.addAll(extended ? rows("aoi_metrics_extended.csv", "20", 0) : rows("aoi_metrics.csv", String.valueOf(drop), 6));
        }
        assertThat(table("{}")).isEqualTo(expected);
    }

    @Test
    void theColumnsOfALabelHaveOneName() {
        upload("inbox/lab/a/", withAreas(), "{\"aoiColumns\": \"aoi\"}");
        upload("inbox/lab/b/", withAreas(), "{\"aoiColumns\": \"label\"}");
        assertThat(table("{}")).first().isEqualTo("drop," + example("aoi_metrics.csv").getFirst());
        assertThat(new String(stack.result("lab/a/aoi_metrics.csv"), UTF_8)).startsWith("aoi id,");
    }

    @Test
    void namesThatNeedQuotesHaveThem() {
        Map<String, byte[]> files = withAreas();
        files.put("aois.json", text(new String(files.get("aois.json"), UTF_8).replace("bottle", "a \\\"big\\\", round bottle")));
        upload("inbox/lab/#1, \"left\"/", files, "{}");
        assertThat(String.join("\n", table("{}"))).contains(
                "\n\"#1, \"\"left\"\"\",aoi-1,rec-b,second,\"a \"\"big\"\", round bottle\",180,2,700,361\n");
    }

    /** Rows are filled up behind their last cell. */
    @Test
    void theMetricsOfASmallerSetAreTheFirstOnesOfALargerOne() {
        assertThat(Metric.of(MetricSet.EXTENDED)).startsWith(Metric.of(MetricSet.STANDARD).toArray(Metric[]::new));
        assertThat(MetricSet.values()).isSortedAccordingTo((a, b) -> Integer.compare(Metric.of(a).size(), Metric.of(b).size()));
    }

    @Test
    void aBatchThatDidNotEndHasNoRows() {
        upload("inbox/lab/a/", withAreas(), "{}");
        stack.upload(FILE, text("{}"));
        study.finish(study.plan(FILE));
        assertThat(new String(stack.result("lab/study_aoi_metrics.csv"), UTF_8)).hasLineCount(1);
    }
}
