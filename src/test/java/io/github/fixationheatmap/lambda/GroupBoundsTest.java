package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is too much for a comparison of groups, and where their file may lie. */
@Tag("slow")
class GroupBoundsTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    /** Recordings r0, r1, ... with a fixation each, in groups of the same size, in a drop without sections. */
    private static Map<String, byte[]> files(int recordings, List<String> groups, String options) {
        StringBuilder rows = new StringBuilder(TestExport.HEADER + "\n");
        StringBuilder members = new StringBuilder("recording id,group\n");
        for (int r = 0; r < recordings; r++) {
            rows.append("s%d,r%d,1,%d,%d,1,true,%d,%d%n".formatted(r, r, r, r + 1, 7 * r % 40, 11 * r % 30));
            members.append("r%d,%s%n".formatted(r, groups.get(r * groups.size() / recordings)));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("reference_image.png", TestExport.png(40, 30));
        files.put("fixations.csv", text(rows.toString()));
        files.put("groups.csv", text(members.toString()));
        files.put("heatmap.json", text(options));
        return files;
    }

    private JsonNode error(String drop, Map<String, byte[]> files) {
        TestExport.under("inbox/" + drop + "/", files).forEach(stack::upload);
        stack.handle(stack.event("inbox/" + drop + "/fixations.csv"));
        assertThat(stack.resultKeys()).as(stack::log).containsExactly(drop + "/error.json");
        return stack.json(drop + "/error.json");
    }

    @Test
    void theLargestNumberOfPermutationsIsNamed() {
        JsonNode error = error("k", files(40, List.of("a", "b"),
                "{\"outputs\": [], \"scale\": 10, \"comparison\": {\"correction\": \"tfce\", \"permutations\": 100000}}"));
        assertThat(error.path("pointer").asText()).isEqualTo("/comparison/permutations");
        assertThat(error.path("value").asText()).isEqualTo("100000");
        // 67,500 bins, and 40 participants and 700 for clusters.
        assertThat(error.path("expected").asText()).isEqualTo(
                "at most 12012 permutations for these groups, or the correction \"max\", which takes less time");
    }

    @Test
    void namesThatAreTooLongForKeysAreRefused() {
        String drop = IntStream.range(0, 8).mapToObj(i -> "d".repeat(109)).collect(Collectors.joining("/"));
        String first = "\u00e4".repeat(64);
        String second = "b".repeat(64);
        JsonNode error = error(drop, files(4, List.of(first, second), "{\"outputs\": []}"));
        assertThat(error.path("file").asText()).isEqualTo("groups.csv");
        assertThat(error.path("value").asText()).startsWith(first);
        assertThat(error.path("expected").asText()).isEqualTo("names so short that no key of the results has more than 1024 bytes");
    }

    @Test
    void theFileMayLieInAZip() {
        stack.drop("inbox/z.zip", TestExport.zip(files(4, List.of("a", "b"), "{\"outputs\": []}")));
        assertThat(stack.resultKeys()).as(stack::log).contains("z/groups/a/heatmap.png", "z/groups/a vs b/difference.png", "z/groups.csv");
        assertThat(stack.json("z/manifest.json").at("/comparisons/0/relabelings").asInt()).isEqualTo(6);
    }

    @Test
    void aMisnamedFileIsToldOf() {
        Map<String, byte[]> files = files(4, List.of("a", "b"), "{\"outputs\": []}");
        files.put("Groups.csv", files.getOrDefault("groups.csv", new byte[0]));
        files.remove("groups.csv");
        TestExport.under("inbox/k/", files).forEach(stack::upload);
        stack.handle(stack.event("inbox/k/fixations.csv"));
        assertThat(stack.json("k/manifest.json").path("warnings").findValuesAsText("detail"))
                .contains("Groups.csv is not read: its name should be groups.csv, to the letter.");
        assertThat(stack.resultKeys()).noneMatch(key -> key.contains("groups"));
    }

    @Test
    void wearersNeedASectionsFile() {
        Map<String, byte[]> files = files(4, List.of("a", "b"), "{\"outputs\": []}");
        files.put("groups.csv", text("wearer id,group\nw1,a\nw2,b\n"));
        JsonNode error = error("k", files);
        assertThat(error.path("file").asText()).isEqualTo("groups.csv");
        assertThat(error.path("expected").asText()).contains("sections.csv");
    }
}
