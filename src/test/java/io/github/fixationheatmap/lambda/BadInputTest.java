package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each row of {@code bad-input/rows.json}, and of {@code trackers.json} for tables of other eye trackers, has a change to a valid export,
 * and the exact error. A row changes a file's text ({@code edit}), adds files ({@code put}, {@code hex}, {@code made}) or an image
 * ({@code picture}, {@code png}, {@code changed}), or removes files ({@code remove}). It may drop all of them as a kind of zip
 * ({@code zip}).
 */
@Tag("slow")
class BadInputTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    @TestFactory
    Stream<DynamicTest> everyRowGivesItsError() throws IOException {
        return tests("/bad-input/rows.json", 200);
    }

    @TestFactory
    Stream<DynamicTest> everyTableOfAnEyeTrackerGivesItsError() throws IOException {
        return tests("/bad-input/trackers.json", 140);
    }

    private static Stream<DynamicTest> tests(String file, int atLeast) throws IOException {
        TestStack stack = new TestStack(S3.server());
        JsonNode rows = new JsonMapper().readTree(Resources.bytes(file));
        assertThat(rows.size()).isGreaterThanOrEqualTo(atLeast);
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> DynamicTest.dynamicTest(row.path("name").asText(), () -> check(stack, row)));
    }

    private static void check(TestStack stack, JsonNode row) {
        Map<String, byte[]> files = TestExport.files();
        change(files, row);
        String name = Integer.toHexString(row.path("name").hashCode());
        if (row.has("zip")) {
            stack.drop("inbox/" + name + "/study.zip", BadFiles.zip(row.path("zip").asText(), files));
        } else {
            files.forEach((file, bytes) -> stack.upload("inbox/" + name + "/" + file, bytes));
            String last = files.containsKey("fixations.csv") ? "fixations.csv" : "reference_image.png";
            stack.handle(stack.event("inbox/" + name + "/" + last));
        }
        List<String> keys = stack.resultKeys(name + "/");
        assertThat(keys).singleElement().asString().endsWith("/error.json");
        ObjectNode error = (ObjectNode) stack.json(keys.getFirst());
        assertThat(error.remove("tool").path("name").asText()).isEqualTo("fixation-heatmap");
        assertThat(error.remove("status").asInt()).isEqualTo(422);
        assertThat(error.remove("title").asText()).isNotBlank();
        assertThat(error.remove("fingerprint").asText()).hasSize(64);
        assertThat(error.remove("earlierResults").asBoolean()).isFalse();
        assertThat(error.toString()).isEqualTo(row.path("error").toString());
    }

    private static void change(Map<String, byte[]> files, JsonNode row) {
        row.path("remove").forEach(name -> files.remove(name.asText()));
        row.path("put").properties().forEach(f -> files.put(f.getKey(), TestExport.text(f.getValue().asText())));
        row.path("made").properties().forEach(f -> files.put(f.getKey(), BadFiles.made(f.getValue().asText())));
        if (row.has("hex")) {
            files.put(row.at("/hex/file").asText(), HexFormat.of().parseHex(row.at("/hex/bytes").asText()));
        }
        if (row.has("picture")) {
            files.put("reference_image.png", picture(row.path("picture").asText()));
        }
        if (row.has("png") || row.has("changed")) {
            // Fixations that contradict the size of an image are refused before its pixels are.
            files.put("fixations.csv", TestExport.text(TestExport.HEADER + "\n"));
        }
        if (row.has("png")) {
            List<String> chunks = new ArrayList<>();
            row.path("png").forEach(chunk -> chunks.add(chunk.asText()));
            files.put("reference_image.png", BadFiles.png(chunks));
        }
        if (row.has("changed")) {
            files.put("reference_image.png", changed(row.path("changed")));
        }
        if (row.has("edit")) {
            String file = row.at("/edit/file").asText();
            String text = replaced(files.getOrDefault(file, new byte[0]), row.at("/edit/from").asText(), row.at("/edit/to").asText());
            for (JsonNode then : row.at("/edit/then")) {
                text = replaced(TestExport.text(text), then.path(0).asText(), then.path(1).asText());
            }
            files.put(file, TestExport.text(text));
        }
    }

    /** A valid image, cut, or with the first occurrence of some bytes replaced or repeated. */
    private static byte[] changed(JsonNode change) {
        HexFormat hex = HexFormat.of();
        String all = hex.formatHex(Resources.bytes("/pictures/" + change.path("picture").asText()));
        int length = (int) (all.length() * change.path("cut").asDouble(1)) / 2;
        String from = change.path("from").asText();
        String to = change.path("to").asText().repeat(change.path("times").asInt(1));
        int at = all.indexOf(from);
        assertThat(at).isNotNegative().isEven();
        return hex.parseHex((all.substring(0, at) + to + all.substring(at + from.length()))
                .substring(0, change.has("cut") ? 2 * length : all.length() - from.length() + to.length()));
    }

    private static String replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private static byte[] picture(String kind) {
        byte[] png = TestExport.png(40, 30);
        return switch (kind) {
            case "cut" -> Arrays.copyOf(png, png.length / 2);
            case "huge" -> claiming(png, 60_000, 60_000);
            case "large" -> claiming(png, 4_000_001, 1);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** An image whose header has another size, with a correct checksum. */
    private static byte[] claiming(byte[] png, int width, int height) {
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(png.clone()).putInt(16, width).putInt(20, height);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(bytes.array(), 12, 17);
        return bytes.putInt(29, (int) crc.getValue()).array();
    }
}
