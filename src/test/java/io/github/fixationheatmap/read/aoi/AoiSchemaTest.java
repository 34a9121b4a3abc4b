package io.github.fixationheatmap.read.aoi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.example.ExampleAois;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema in the jar and the reader agree on native files. */
class AoiSchemaTest {

    private static final JsonSchema SCHEMA = Resources.schema("/io/github/fixationheatmap/read/aoi/aois.schema.json");

    private static boolean isValid(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).isEmpty();
    }

    @Test
    void describesTheExamples() {
        assertThat(isValid(ExampleAois.plain())).isTrue();
        assertThat(isValid(Resources.text("/example/aois.json"))).isTrue();
        assertThat(isValid("""
                {"unit": "normalized", "aois": [{"name": "a", "id": "1", "labels": ["b", "c"], "color": "#39FF14", "description": "d",
                 "unit": "px", "polygon": [[[0, 0], [9, 0], [9, 9]], [[1, 1], [2, 1], [2, 2]]]},
                 {"name": "m", "mask": "data:image/png;base64,AAAA"}]}""")).isTrue();
    }

    /** Without what a schema cannot check: duplicate ids, and NaN, which is not JSON. */
    static List<BadAoi> badByHand() {
        return BadAoi.files().stream().filter(b -> b.detail().startsWith("aois.json at /aois"))
                .filter(b -> !List.of("an id twice", "NaN", "infinity").contains(b.what())).toList();
    }

    @ParameterizedTest
    @MethodSource("badByHand")
    void refusesWhatTheReaderRefuses(BadAoi bad) throws IOException {
        try (InputStream in = bad.file().open()) {
            assertThat(isValid(new String(in.readAllBytes(), StandardCharsets.UTF_8))).isFalse();
        }
    }
}
