package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups that cannot be compared give an error with its place, and groups without a difference a stated result. */
@Tag("slow")
class BadGroupsTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    /** Recordings P1 to P5 of the wearers w1, w1, w2, w2 and none; all fixations are alike, and P5 has none that counts. */
    private static Map<String, byte[]> files() {
        StringBuilder rows = new StringBuilder(TestExport.HEADER + "\n");
        StringBuilder sections = new StringBuilder(TestExport.SECTIONS.lines().findFirst().orElseThrow() + "\n");
        List<String> wearers = List.of("w1", "w1", "w2", "w2", "");
        for (int i = 1; i <= 5; i++) {
            sections.append("s%d,r%d,P%d,%s,x,1636035502000000000,1636035512000000000,b,e%n".formatted(i, i, i, wearers.get(i - 1)));
            rows.append("s%d,r%d,1,1636035502384515914,1636035502552495914,167,%s%n".formatted(i, i, i < 5 ? "true,10,20" : "false,,"));
        }
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("fixations.csv", text(rows.toString()));
        files.put("sections.csv", text(sections.toString()));
        return files;
    }

    private JsonNode drop(Map<String, byte[]> files) {
        TestExport.under("inbox/k/", files).forEach(stack::upload);
        stack.handle(stack.event("inbox/k/fixations.csv"));
        return stack.json(stack.resultKeys().contains("k/error.json") ? "k/error.json" : "k/manifest.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'a': ['P1', 'P2'], 'b': ['P3', 'P1']}   | {} | /groups/b/1 | P1 | a recording of one group; r1 (P1) is in a as well",
        "{'a': ['P1', 'P2'], 'b': ['P3', 'r1']}   | {} | /groups/b/1 | r1 | a recording of one group; r1 (P1) is in a as well",
        "{'a': ['P1', 'P9'], 'b': ['P3']} | {} | /groups/a/1 | P9 | the id or name of a recording of this export: P1, P2, P3, P4, P5",
        "{'a': ['P1', 'P2'], 'b': ['P3']} | {} | /groups/b | b: only P3 | at least 2 recordings with counted fixations in each group",
        "{'a': ['P1', 'P2'], 'b': ['P5']}         | {} | /groups/b | b: no recording with counted fixations"
            + " | at least 2 recordings with counted fixations in each group",
        "{'a': ['P1', 'P2']}                      | {} | /groups | 1 group | 2 to 8 groups",
        "{'1':['a'],'2':['a'],'3':['a'],'4':['a'],'5':['a'],'6':['a'],'7':['a'],'8':['a'],'9':['a']}"
            + "                                   | {} | /groups | 9 groups | 2 to 8 groups",
        "{'a/b': ['P1', 'P2'], 'b': ['P3', 'P4']} | {} | /groups/a~1b | a/b"
            + " | a name of 1 to 64 letters, digits, spaces, - and _, with none at its ends a space",
        "{'a vs b': ['P1', 'P2'], 'b': ['P3']}    | {} | /groups/a vs b | a vs b"
            + " | a name without \" vs \", which stands between two names",
        "{'a': ['P1', 'P2'], 'b': []}             | {} | /groups/b | [] | a list of at least one recording's id or name, or null for all",
        "{'a': ['P1', 'P2'], 'b': ['P3', 'P4']}   | {'alpha': 2} | /comparison/alpha | 2 | a number from 1.0E-4 to 0.5",
        "{'a': ['P1', 'P2'], 'b': ['P3', 'P4']}   | {'design': 'pair'} | /comparison/design | pair | \"between\" or \"paired\"",
        "{'a': ['P1', 'P2'], 'b': ['P3', 'P4']}   | {'designs': 1} | /comparison | designs"
            + " | one of design, correction, permutations, seed, alpha",
        "{'a': ['P1', 'P2'], 'b': ['P3', 'P4']}   | {'design': 'paired'} | /groups/a/1 | r2 (P2)"
            + " | one recording of each wearer in a group; r1 (P1) has the same wearer",
        "{'a': ['P1', 'P3'], 'b': ['P2', 'P4', 'P5']} | {'design': 'paired'} | /groups/b/2 | r5 (P5)"
            + " | a recording whose wearer sections.csv names, in the column wearer id",
    })
    void anOptionIsRefusedWithItsPlace(String groups, String comparison, String pointer, String value, String expected) {
        Map<String, byte[]> files = files();
        files.put("heatmap.json", text(("{'groups': " + groups + ", 'comparison': " + comparison + "}").replace('\'', '"')));
        JsonNode error = drop(files);
        assertThat(error.path("pointer").asText()).isEqualTo(pointer);
        assertThat(error.path("value").asText()).isEqualTo(value);
        assertThat(error.path("expected").asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "recording name,group;P1,a;P2,a;P3,b;P1,b | 5 | P1 | a recording of one group; r1 (P1) is in a as well",
        "recording id,group;r1,a;P2,b             | 3 | P2 | the id of a recording of this export: r1, r2, r3, r4, r5",
        "recording name,group;P1,a/b | 2 | a/b | a name of 1 to 64 letters, digits, spaces, - and _, with none at its ends a space",
        "wearer id,group;w1,a;w9,b                | 3 | ''  | the wearer id of a recording in sections.csv",
        "recording id,group;r1,1;r1,2;r1,3;r1,4;r1,5;r1,6;r1,7;r1,8;r1,9 | 10 | 9 | one of at most 8 groups",
        "recording id,team;r1,a                   | 1 | 'recording id,team' | a column \"group\"",
        "who,group;r1,a                           | 1 | ''  | a column \"recording id\"",
    })
    void aFileIsRefusedWithItsLine(String table, int line, String value, String expected) {
        Map<String, byte[]> files = files();
        files.put("groups.csv", text(table.replace(';', '\n') + "\n"));
        JsonNode error = drop(files);
        assertThat(error.path("file").asText()).isEqualTo("groups.csv");
        assertThat(error.path("line").asInt()).isEqualTo(line);
        assertThat(error.path("expected").asText()).isEqualTo(expected);
        if (!value.isEmpty()) {
            assertThat(error.path("value").asText()).isEqualTo(value);
        }
    }

    @Test
    void optionAndFileTogetherAreRefusedAndWearersNeedSections() {
        Map<String, byte[]> files = files();
        files.put("groups.csv", text("recording name,group\nP1,a\nP2,a\nP3,b\nP4,b\n"));
        files.put("heatmap.json", text("{\"groups\": {\"a\": [\"P1\"], \"b\": [\"P2\"]}}"));
        assertThat(drop(files).path("expected").asText()).isEqualTo("null, because groups.csv has the groups; or no such file");
        files.remove("sections.csv");
        stack.remove("inbox/k/sections.csv");
        files.put("groups.csv", text("recording id,group\nr1,a\nr2,a\nr3,b\nr4,b\n"));
        files.put("heatmap.json", text("{\"comparison\": {\"design\": \"paired\"}}"));
        assertThat(drop(files).path("expected").asText())
                .isEqualTo("\"between\", or a sections.csv whose column wearer id tells who wore each recording");
    }

    /** Groups of a file, by wearers; renamed groups leave no file of their old names; equal groups have no difference and no NaN. */
    @Test
    void groupsWithoutADifferenceAreAStatedResult() {
        Map<String, byte[]> files = files();
        files.put("groups.csv", text("wearer id,group\nw1,früh\nw2,spät am Tag\n"));
        JsonNode manifest = drop(files);
        assertThat(ManifestSchemaTest.SCHEMA.validate(manifest)).isEmpty();
        assertThat(stack.resultKeys()).contains("k/groups/früh/heatmap.png", "k/groups/früh vs spät am Tag/difference_overlay.png");
        String table = new String(stack.result("k/groups.csv"), UTF_8);
        assertThat(table).contains("früh,spät am Tag,2,2,").contains("between,max,6,true,0.0,1.0,").doesNotContain("NaN");
        assertThat(manifest.at("/comparisons/0/binsDifferent").asInt(-1)).isZero();
        assertThat(manifest.at("/stability/detail").asText()).isEqualTo(
                "With 4 recordings this map would correlate 1.00 with that of 4 others; 1 recording is enough for 0.9.");
        assertThat(manifest.path("outputs").findValuesAsText("key")).contains("k/groups/früh/overlay.png", "k/stability.csv");

        files.put("groups.csv", text("wearer id,group\nw1,a\nw2,b\n"));
        drop(files);
        assertThat(stack.resultKeys()).contains("k/groups/a/heatmap.png").noneMatch(key -> key.contains("früh"));
        stack.remove("inbox/k/groups.csv");
        files.remove("groups.csv");
        drop(files);
        assertThat(stack.resultKeys()).noneMatch(key -> key.contains("groups")).contains("k/stability.csv");
    }
}
