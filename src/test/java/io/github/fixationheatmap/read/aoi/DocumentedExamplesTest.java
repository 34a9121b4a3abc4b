package io.github.fixationheatmap.read.aoi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples in the documentation give the areas that it describes. */
class DocumentedExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");

    @Test
    void areRead() throws IOException {
        String text = Files.readString(Path.of("src", "docs", "export.md"));
        String areas = text.substring(text.indexOf("## Areas of interest"));
        List<AoiSet> read = EXAMPLE.matcher(areas).results().map(DocumentedExamplesTest::read).toList();
        assertThat(read).extracting(s -> s.aois().stream().map(Aoi::name).toList()).containsExactly(
                List.of("mug"), List.of("camera"), List.of("mug"), List.of("bottle", "camera", "lens"), List.of("upper half"));
        assertThat(read.getLast().aois().getFirst().area().area()).isEqualTo(1200 * 450);
    }

    private static AoiSet read(MatchResult example) {
        return TestFile.read(List.of(TestFile.of("aois.json", example.group(1))), 1200, 900);
    }
}
