package io.github.fixationheatmap.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.options.AoiOptions;
import io.github.fixationheatmap.options.AoiOptions.Background;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.problem.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportReaderTest {

    @Test
    void anAoiMayNotHaveTheBackgroundsName() {
        AoiSet aois = new AoiSet(List.of(new Aoi("1", "wall", List.of("background"), new Rectangle(0, 0, 1, 1))), List.of());
        Location option = new Location.Pointer("heatmap.json", "/background");
        HeatmapOptions listed = HeatmapOptions.PUBLISHED.withAoi(AoiOptions.PUBLISHED.withBackground(Background.LISTED));
        assertThatCode(() -> ExportReader.checkBackground(HeatmapOptions.PUBLISHED, aois, option)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ExportReader.checkBackground(listed, aois, option)).hasMessage(
                "heatmap.json at /background: seen \"true\", expected false, because an AOI is labelled \"background\"");
    }
}
