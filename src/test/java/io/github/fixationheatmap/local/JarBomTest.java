package io.github.fixationheatmap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarBomTest {

    private static final String BOM = """
            {"serialNumber": "urn:uuid:1", "metadata": {"component": {"bom-ref": "own"}},
             "components": [{"name": "s3", "bom-ref": "a/s3"}, {"name": "csv", "bom-ref": "b/csv"}, {"name": "text", "bom-ref": "c/text"}],
             "dependencies": [{"ref": "own", "dependsOn": ["a/s3", "b/csv"]}, {"ref": "a/s3", "dependsOn": ["b/csv"]},
                              {"ref": "b/csv", "dependsOn": ["c/text", "a/s3"]}, {"ref": "c/text", "dependsOn": []}]}
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void leavesTheJarsPartsAndWhatDependsOnWhatAmongThem() throws IOException {
        Path file = folder.resolve("sbom.json");
        Files.writeString(file, BOM);
        JarBom.main(new String[] {file.toString(), "csv,text"});
        ObjectNode cut = read(Files.readString(file));
        assertThat(cut.remove("serialNumber").asText()).matches("urn:uuid:[0-9a-f-]{36}");
        assertThat(cut).isEqualTo(read("""
                {"metadata": {"component": {"bom-ref": "own"}},
                 "components": [{"name": "csv", "bom-ref": "b/csv"}, {"name": "text", "bom-ref": "c/text"}],
                 "dependencies": [{"ref": "own", "dependsOn": ["b/csv"]}, {"ref": "b/csv", "dependsOn": ["c/text"]},
                                  {"ref": "c/text", "dependsOn": []}]}"""));
    }

    @Test
    void aPartThatTheProjectHasNotIsAnError() throws IOException {
        ObjectNode bom = read(BOM);
        assertThatThrownBy(() -> JarBom.cut(bom, List.of("csv", "xml"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[xml]");
    }

    private static ObjectNode read(String json) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(json);
    }
}
