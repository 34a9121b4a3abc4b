package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two small studies whose maps, tests and stability were computed with numpy, OpenCV and scipy. */
@Tag("slow")
class GroupsDropTest {

    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    private static byte[] golden(String study, String file) {
        return Resources.bytes("/golden/" + study + "/" + file);
    }

    @ParameterizedTest
    @CsvSource({"groups-between, max", "groups-between, tfce", "groups-paired, max", "groups-paired, tfce"})
    void everyNumberIsThatOfTheReference(String study, String correction) throws IOException {
        ObjectNode options = (ObjectNode) JSON.readTree(golden(study, "heatmap.json"));
        ((ObjectNode) options.path("comparison")).put("correction", correction);
        for (String file : List.of("reference_image.png", "sections.csv")) {
            stack.upload("inbox/g/" + file, golden(study, file));
        }
        stack.upload("inbox/g/heatmap.json", options.toString().getBytes(UTF_8));
        stack.drop("inbox/g/fixations.csv", golden(study, "fixations.csv"));
        assertThat(stack.resultKeys()).contains("g/groups/a/heatmap.png", "g/groups/a/overlay.png", "g/groups/b/overlay.png",
                "g/groups/a vs b/difference.png", "g/groups/a vs b/difference_overlay.png", "g/groups.csv", "g/groups.npz");

        JsonNode expected = JSON.readTree(golden(study, "expected.json"));
        checkTable(expected, correction);
        checkStability(expected.path("stability"));
        Map<String, double[]> arrays = npz(stack.result("g/groups.npz"));
        assertThat(arrays).containsOnlyKeys("mean_a", "mean_b", "difference_a_vs_b", "statistic_a_vs_b", "p_a_vs_b");
        assertThat(largestError(arrays, "mean_a", csv(study, "mean_a"))).isLessThan(1e-6);
        assertThat(largestError(arrays, "mean_b", csv(study, "mean_b"))).isLessThan(1e-6);
        assertThat(largestError(arrays, "statistic_a_vs_b", csv(study, correction + "_statistic"))).isLessThan(1e-6);
        double[] p = csv(study, correction + "_p");
        double[] ours = arrays.getOrDefault("p_a_vs_b", new double[0]);
        for (int i = 0; i < p.length; i++) {
            // The reference is written with 9 digits.
            assertThat(Math.abs(ours[i] - p[i]) < 1e-8 || (Double.isNaN(ours[i]) && Double.isNaN(p[i]))).as("bin %d", i).isTrue();
        }
    }

    private void checkTable(JsonNode expected, String correction) {
        List<String> lines = new String(stack.result("g/groups.csv"), UTF_8).lines().toList();
        List<String> names = List.of(lines.getFirst().split(",", -1));
        List<String> row = List.of(lines.get(1).split(",", -1));
        JsonNode test = expected.path(correction);
        Map<String, JsonNode> columns = Map.of("n a", expected.at("/n/a"), "n b", expected.at("/n/b"), "cc", expected.path("cc"),
                "sim", expected.path("sim"), "kl a to b", expected.path("kl a->b"), "kl b to a", expected.path("kl b->a"),
                "relabelings", test.path("relabelings"), "largest statistic", test.path("max statistic"),
                "smallest p", test.path("min p"), "bins tested", test.path("bins tested"));
        columns.forEach((name, value) -> assertThat(relativeError(Double.parseDouble(row.get(names.indexOf(name))), value.asDouble()))
                .as(name).isLessThan(1e-6));
        assertThat(row.get(names.indexOf("bins with p <= alpha"))).isEqualTo(test.path("bins with p <= 0.05").asText());
        assertThat(row.get(names.indexOf("exact"))).isEqualTo(test.path("exact").asText());
    }

    private void checkStability(JsonNode expected) {
        List<String> lines = new String(stack.result("g/stability.csv"), UTF_8).lines().toList();
        assertThat(lines).hasSize(1 + expected.path("curve").size()).startsWith("n,cc mean,cc 2.5 %,cc 97.5 %");
        for (int i = 1; i < lines.size(); i++) {
            String[] row = lines.get(i).split(",", -1);
            JsonNode point = expected.path("curve").path(i - 1);
            assertThat(row[0]).isEqualTo(point.path("n").asText());
            assertThat(relativeError(Double.parseDouble(row[1]), point.path("mean").asDouble())).isLessThan(1e-6);
            assertThat(relativeError(Double.parseDouble(row[2]), point.path("low").asDouble())).isLessThan(1e-6);
            assertThat(relativeError(Double.parseDouble(row[3]), point.path("high").asDouble())).isLessThan(1e-6);
        }
    }

    private static double largestError(Map<String, double[]> arrays, String name, double[] expected) {
        double[] ours = arrays.getOrDefault(name, new double[0]);
        assertThat(ours).hasSameSizeAs(expected);
        double scale = 0;
        for (double value : expected) {
            scale = Math.max(scale, Double.isNaN(value) ? 0 : Math.abs(value));
        }
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            assertThat(Double.isNaN(ours[i])).isEqualTo(Double.isNaN(expected[i]));
            largest = Math.max(largest, Double.isNaN(ours[i]) ? 0 : Math.abs(ours[i] - expected[i]) / scale);
        }
        return largest;
    }

    private static double relativeError(double ours, double expected) {
        return Math.abs(ours - expected) / Math.max(Math.abs(expected), 1e-300);
    }

    private static double[] csv(String study, String name) {
        return new String(golden(study, name + ".csv"), UTF_8).lines().flatMap(line -> List.of(line.split(",", -1)).stream())
                .mapToDouble(cell -> cell.equals("nan") ? Double.NaN : Double.parseDouble(cell)).toArray();
    }

    /** The arrays of doubles of an .npz, flat. */
    static Map<String, double[]> npz(byte[] bytes) throws IOException {
        Map<String, double[]> arrays = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ByteBuffer npy = ByteBuffer.wrap(zip.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
                npy.position(10 + npy.getShort(8));
                double[] values = new double[npy.remaining() / Double.BYTES];
                npy.asDoubleBuffer().get(values);
                arrays.put(entry.getName().replace(".npy", ""), values);
            }
        }
        return arrays;
    }
}
