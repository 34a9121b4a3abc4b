package io.github.fixationheatmap.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Labels;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.options.AoiOptions.Background;
import java.util.List;

/** The AOIs that a manifest lists, with their sizes and hits; the background comes last where it is listed. */
final class ManifestAois {

    private ManifestAois() {}

    static void write(ArrayNode json, Analysis analysis) {
        AoiHitRecorder hits = analysis.aoiHits();
        List<Aoi> aois = analysis.setup().aois().aois();
        for (int i = 0; i < aois.size(); i++) {
            write(json.addObject(), aois.get(i), analysis.setup().grid(), hits.hitsOfAoi(i));
        }
        if (hits.labels().ofBackground() != null) {
            ObjectNode one = json.addObject().put("id", Labels.BACKGROUND_ID).put("name", Background.NAME);
            one.putArray("labels").add(Background.NAME);
            one.put("kind", Background.NAME).put("fixationsHit", hits.hitsOfBackground());
        }
    }

    /** The area is in px, and in percent of the image's; parts outside the image count. */
    private static void write(ObjectNode one, Aoi aoi, Grid grid, long hits) {
        double area = aoi.area().area();
        double percent = 100 * area / ((double) grid.width() * grid.height());
        one.put("id", aoi.id()).put("name", aoi.name());
        aoi.labels().forEach(one.putArray("labels")::add);
        one.put("kind", aoi.area().kind());
        one.putObject("area").put("px", Math.round(area)).put("percent", Math.rint(1_000 * percent) / 1_000);
        one.put("fixationsHit", hits);
    }
}
