package io.github.fixationheatmap.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.analysis.Counts;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.pipeline.publish.Published;
import io.github.fixationheatmap.read.InputFile;
import java.util.List;

/** A manifest as JSON, in the form that {@code manifest.schema.json} beside this class describes. */
public final class ManifestJson {

    private ManifestJson() {}

    public static ObjectNode of(Manifest manifest, Tool tool, Fingerprint fingerprint, List<Published> outputs) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("manifestVersion", Manifest.VERSION);
        json.set("tool", tool.json());
        json.put("fingerprint", fingerprint.hex());
        source(json.putObject("source"), manifest);
        options(json.putObject("options"), manifest.options());
        json.putObject("image").put("width", manifest.grid().width()).put("height", manifest.grid().height());
        json.putObject("bins").put("x", manifest.grid().nx()).put("y", manifest.grid().ny());
        json.putObject("blur").put("sigma", manifest.blur().sigma()).put("taps", manifest.blur().taps());
        rows(json.putObject("rows"), manifest.counts());
        json.putObject("fullScale").put("value", manifest.peak()).put("unit", manifest.unit());
        recordings(json.putArray("recordings"), manifest.counts());
        json.put("durations", manifest.durations());
        json.put("timeOrigin", manifest.options().aoi().timeOrigin().id());
        AoiJson.entries(json.putArray("aois"), manifest.aois());
        outputs(json.putArray("outputs"), outputs);
        ArrayNode warnings = json.putArray("warnings");
        manifest.warnings().forEach(w -> warnings.addObject().put("type", w.type()).put("detail", w.detail()));
        return json;
    }

    private static void source(ObjectNode json, Manifest manifest) {
        json.put("bucket", manifest.drop().bucket()).put("key", manifest.drop().key());
        json.put("drop", switch (manifest.drop()) {
            case Drop.Folder f -> "folder";
            case Drop.Zip z -> "zip";
        });
        if (!manifest.folder().isEmpty()) {
            json.put("folder", manifest.folder());
        }
        json.put("enrichmentType", manifest.type().id());
        ArrayNode inputs = json.putArray("inputs");
        for (InputFile input : manifest.inputs()) {
            ObjectNode one = inputs.addObject().put("key", input.object().key());
            if (input.entry() != null) {
                one.put("entry", input.entry());
            }
            one.put("eTag", input.object().eTag()).put("bytes", input.size());
        }
    }

    private static void options(ObjectNode json, HeatmapOptions options) {
        json.put("scale", options.scale());
        json.put("weight", options.weight().id());
        json.put("normalization", options.normalization().id());
        options.recordings().ifPresentOrElse(
                names -> names.forEach(json.putArray("recordings")::add),
                () -> json.putNull("recordings"));
        AoiJson.options(json, options.aoi());
    }

    private static void rows(ObjectNode json, Counts counts) {
        json.put("read", counts.read()).put("counted", counts.counted());
        json.putObject("leftOut")
                .put("notMapped", counts.notMapped())
                .put("outsideImage", counts.outsideImage())
                .put("recordingNotSelected", counts.notSelected());
    }

    private static void recordings(ArrayNode json, Counts counts) {
        for (Counts.OfRecording each : counts.recordings()) {
            json.addObject()
                    .put("id", each.recording().id())
                    .put("name", each.recording().name())
                    .put("fixationsCounted", each.counted());
        }
    }

    private static void outputs(ArrayNode json, List<Published> outputs) {
        for (Published published : outputs) {
            Output output = published.output();
            ObjectNode one = json.addObject()
                    .put("key", output.key())
                    .put("contentType", output.contentType())
                    .put("bytes", output.body().length())
                    .put("sha256", published.sha256())
                    .put("eTag", published.eTag());
            published.versionId().ifPresent(id -> one.put("versionId", id));
        }
    }
}
