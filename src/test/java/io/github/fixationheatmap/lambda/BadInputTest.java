package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.local.EmbeddedS3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of {@code bad-input/rows.json}: a change to a good export, and exactly the error that its owner must find. A row changes a file's
 * text ({@code edit}), puts files ({@code put}, {@code hex}) or a picture made here ({@code picture}).
 */
class BadInputTest {

    private static EmbeddedS3 server;

    @BeforeAll
    static void startServer() {
        server = EmbeddedS3.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRowGivesItsError() throws IOException {
        TestStack stack = new TestStack(server);
        JsonNode rows;
        try (InputStream in = Objects.requireNonNull(BadInputTest.class.getResourceAsStream("/bad-input/rows.json"))) {
            rows = new JsonMapper().readTree(in);
        }
        assertThat(rows.size()).isGreaterThanOrEqualTo(40);
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> DynamicTest.dynamicTest(row.path("name").asText(), () -> check(stack, row)));
    }

    private static void check(TestStack stack, JsonNode row) {
        Map<String, byte[]> files = TestExport.files();
        change(files, row);
        String name = Integer.toHexString(row.path("name").hashCode());
        files.forEach((file, bytes) -> stack.upload("inbox/" + name + "/" + file, bytes));
        stack.handle(stack.event("inbox/" + name + "/fixations.csv"));

        assertThat(stack.resultKeys()).filteredOn(key -> key.startsWith(name + "/")).containsExactly(name + "/error.json");
        ObjectNode error = (ObjectNode) stack.json(name + "/error.json");
        assertThat(error.remove("tool").path("name").asText()).isEqualTo("fixation-heatmap");
        assertThat(error.remove("status").asInt()).isEqualTo(422);
        assertThat(error.remove("title").asText()).isNotBlank();
        assertThat(error.remove("fingerprint").asText()).hasSize(64);
        assertThat(error.remove("earlierResults").asBoolean()).isFalse();
        assertThat(error.toString()).isEqualTo(row.path("error").toString());
    }

    private static void change(Map<String, byte[]> files, JsonNode row) {
        row.path("put").properties().forEach(f -> files.put(f.getKey(), TestExport.text(f.getValue().asText())));
        if (row.has("hex")) {
            files.put(row.at("/hex/file").asText(), HexFormat.of().parseHex(row.at("/hex/bytes").asText()));
        }
        if (row.has("picture")) {
            files.put("reference_image.png", picture(row.path("picture").asText()));
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

    /** A picture whose header claims another size, with a right checksum. */
    private static byte[] claiming(byte[] png, int width, int height) {
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(png.clone()).putInt(16, width).putInt(20, height);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(bytes.array(), 12, 17);
        return bytes.putInt(29, (int) crc.getValue()).array();
    }
}
