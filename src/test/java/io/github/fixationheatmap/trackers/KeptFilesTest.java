package io.github.fixationheatmap.trackers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.lambda.TestExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The Tobii export that the test of the deployed stack drops is a made one. After a change of the made tables,
 * {@code -Dtrackers.write=true} writes it anew.
 */
class KeptFilesTest {

    @Test
    void theKeptExportIsThatOfTheScene() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        MadeLayout.TOBII_STUDIO.tables(Scene.made(1).small())
                .forEach((name, table) -> files.put(name + ".tsv", table.bytes(Table.Style.TABS)));
        files.put("heatmap.json", TestExport.text("{" + MadeLayout.TOBII_STUDIO.options() + "}\n"));
        if (Boolean.getBoolean("trackers.write")) {
            Path folder = Files.createDirectories(Path.of("src", "test", "resources", "trackers", "tobii-studio"));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(Resources.bytes("/trackers/tobii-studio/" + file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
        }
    }
}
