package io.github.fixationheatmap.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.options.AoiOptions;
import io.github.fixationheatmap.options.Background;
import java.util.List;

/** The members of a manifest that are about AOIs. */
public final class AoiJson {

    private AoiJson() {}

    static void options(ObjectNode json, AoiOptions options) {
        json.put("aoiColumns", options.columns().id());
        json.put("background", options.background() == Background.LISTED);
        json.put("timeOrigin", options.timeOrigin().id());
        json.put("aoiMetrics", options.metrics().id());
    }

    public static void entries(ArrayNode json, List<AoiEntry> entries) {
        for (AoiEntry entry : entries) {
            ObjectNode one = json.addObject().put("id", entry.id()).put("name", entry.name());
            entry.labels().forEach(one.putArray("labels")::add);
            one.put("kind", entry.kind());
            AoiEntry.Size size = entry.size();
            if (size != null) {
                one.putObject("area").put("px", size.px()).put("percent", size.percent());
            }
            one.put("fixationsHit", entry.hits());
        }
    }
}
