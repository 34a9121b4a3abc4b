package io.github.fixationheatmap.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations;
import io.github.fixationheatmap.analysis.CountedFixations.Counts;
import io.github.fixationheatmap.analysis.CountedFixations.Rows;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Labels;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.AoiOptions.Background;
import io.github.fixationheatmap.options.AoiOptions.TimeOrigin;
import io.github.fixationheatmap.options.HeatmapOption;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.result.Fingerprinter.Fingerprint;
import io.github.fixationheatmap.result.ResultFile.WrittenFile;
import java.util.List;
import java.util.Optional;

/**
 * What a run read, chose, counted and made. It holds no time and no random number, so the same input gives the same bytes. Only version ids
 * differ, if the store keeps versions.
 *
 * @param drop the drop
 * @param folder the folder of the export in a zip of several exports, otherwise empty
 * @param inputs the files that were read
 * @param analysis the options and all numbers
 * @param warnings what the user should know
 */
public record Manifest(Drop drop, String folder, List<InputFile> inputs, Analysis analysis, List<Warning> warnings) {

    /** The maximum length of a manifest in bytes. An error is shorter. */
    public static final int MAX_BYTES = 64 << 20;

    /** The version of the manifest's form. It changes if readers of the old form could misread the new one. */
    private static final int VERSION = 1;

    public Manifest {
        inputs = List.copyOf(inputs);
        warnings = List.copyOf(warnings);
    }

    /** The manifest as JSON, in the form that {@code manifest.schema.json} beside this class describes. */
    public ObjectNode json(Tool tool, Fingerprint fingerprint, List<WrittenFile> outputs) {
        HeatmapOptions options = analysis.setup().options();
        Optional<TimeOrigin> origin = analysis.timeOrigin().option();
        Grid grid = analysis.setup().grid();
        GaussianBlur blur = analysis.blur();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("manifestVersion", VERSION);
        json.set("tool", tool.json());
        json.put("fingerprint", fingerprint.hex());
        source(json.putObject("source"));
        writeOptions(json.putObject("options"));
        json.putObject("image").put("width", grid.width()).put("height", grid.height());
        json.putObject("bins").put("x", grid.nx()).put("y", grid.ny());
        json.putObject("blur").put("sigma", blur.sigma()).put("taps", blur.taps());
        rows(json.putObject("rows"), analysis.fixations().counts().all());
        json.putObject("fullScale").put("value", analysis.field().peak()).put("unit", unit(options));
        recordings(json.putArray("recordings"), analysis.fixations().counts());
        json.put("durations", analysis.fixations().durations());
        json.put("timeOrigin", origin.map(TimeOrigin::id).orElse(null));
        table(json.putObject("table"), analysis.fixations());
        aois(json.putArray("aois"), analysis);
        ManifestGroups.write(json, analysis);
        outputs(json.putArray("outputs"), outputs);
        ArrayNode list = json.putArray("warnings");
        warnings.forEach(w -> list.addObject().put("type", w.type()).put("detail", w.detail()));
        return json;
    }

    /** Writes the options that held, with the origin of times that was found. */
    public void writeOptions(ObjectNode json) {
        HeatmapOptions options = analysis.setup().options();
        HeatmapOption.write(json, options.withAoi(options.aoi().withTimeOrigin(analysis.timeOrigin().option())));
    }

    private void source(ObjectNode json) {
        json.put("bucket", drop.bucket()).put("key", drop.key());
        json.put("drop", switch (drop) {
            case Drop.Folder f -> "folder";
            case Drop.Zip z -> "zip";
        });
        if (!folder.isEmpty()) {
            json.put("folder", folder);
        }
        json.put("enrichmentType", analysis.fixations().type().id());
        ArrayNode list = json.putArray("inputs");
        for (InputFile input : inputs) {
            ObjectNode one = list.addObject().put("key", input.object().key());
            if (input.entry() != null) {
                one.put("entry", input.entry());
            }
            one.put("eTag", input.object().eTag()).put("bytes", input.size());
        }
    }

    private static void table(ObjectNode json, CountedFixations fixations) {
        json.put("program", fixations.type().program()).put("stimulus", fixations.table().stimulus().orElse(null));
        fixations.table().assumed().forEach(json.putArray("assumed")::add);
    }

    /** What the maximum of the field counts. */
    public static String unit(HeatmapOptions options) {
        return switch (options.normalization()) {
            case NONE -> options.weight().unit() + " per bin";
            case RECORDING -> "share of a recording's " + options.weight().unit() + " per bin, summed over recordings";
        };
    }

    private static void rows(ObjectNode json, Rows rows) {
        json.put("read", rows.read()).put("counted", rows.counted());
        leftOut(json, rows);
    }

    private static void leftOut(ObjectNode json, Rows rows) {
        json.putObject("leftOut")
                .put("notMapped", rows.notMapped())
                .put("outsideImage", rows.outsideImage())
                .put("outsideTime", rows.outsideTime())
                .put("recordingNotSelected", rows.notSelected())
                .put("repeated", rows.repeated())
                .put("otherStimulus", rows.otherStimulus());
    }

    private static void recordings(ArrayNode json, Counts counts) {
        for (Counts.OfRecording each : counts.recordings()) {
            ObjectNode one = json.addObject().put("id", each.recording().id()).put("name", each.recording().name())
                    .put("fixationsCounted", each.rows().counted());
            leftOut(one, each.rows());
        }
    }

    private static void outputs(ArrayNode json, List<WrittenFile> outputs) {
        for (WrittenFile written : outputs) {
            ObjectNode one = json.addObject()
                    .put("key", written.file().key())
                    .put("contentType", written.file().contentType())
                    .put("bytes", written.file().body().length())
                    .put("sha256", written.sha256())
                    .put("eTag", written.eTag());
            written.versionId().ifPresent(id -> one.put("versionId", id));
        }
    }

    /** Lists the AOIs with their sizes and hits; the background comes last where it is listed. */
    static void aois(ArrayNode json, Analysis analysis) {
        AoiHitRecorder hits = analysis.aoiHits();
        List<Aoi> aois = analysis.setup().aois().aois();
        for (int i = 0; i < aois.size(); i++) {
            aoi(json.addObject(), aois.get(i), analysis.setup().grid(), hits.hitsOfAoi(i));
        }
        if (hits.labels().ofBackground() != null) {
            ObjectNode one = json.addObject().put("id", Labels.BACKGROUND_ID).put("name", Background.NAME);
            one.putArray("labels").add(Background.NAME);
            one.put("kind", Background.NAME).put("fixationsHit", hits.hitsOfBackground());
        }
    }

    /** The area is in px, and in percent of the image's; parts outside the image count. */
    private static void aoi(ObjectNode one, Aoi aoi, Grid grid, long hits) {
        double area = aoi.area().area();
        double percent = 100 * area / ((double) grid.width() * grid.height());
        one.put("id", aoi.id()).put("name", aoi.name());
        aoi.labels().forEach(one.putArray("labels")::add);
        one.put("kind", aoi.area().kind());
        one.putObject("area").put("px", Math.round(area)).put("percent", Math.rint(1_000 * percent) / 1_000);
        one.put("fixationsHit", hits);
    }
}
