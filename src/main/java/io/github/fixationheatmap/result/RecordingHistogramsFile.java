package io.github.fixationheatmap.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations.Rows;
import io.github.fixationheatmap.analysis.RecordingHistograms;
import io.github.fixationheatmap.analysis.RecordingHistograms.OfRecording;
import io.github.fixationheatmap.analysis.SparseBins;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.options.HeatmapOption;
import io.github.fixationheatmap.options.HeatmapOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code recording_histograms.json}: the histograms of recordings, and the image that they belong to. Bins are read and written one by one,
 * because there may be millions.
 *
 * @param width the image's width in px
 * @param height the image's height in px
 * @param pixels the digest of the image's pixels
 * @param type the kind of export
 * @param durations where durations come from
 * @param options the options that choose which fixations count, and what each weighs
 * @param histograms the histograms
 */
public record RecordingHistogramsFile(
        int width, int height, String pixels, EnrichmentType type, String durations, ObjectNode options, RecordingHistograms histograms) {

    private static final int VERSION = 1;
    private static final int IMAGE_BYTES = 6;

    private static final List<String> OPTIONS = List.of(HeatmapOption.WEIGHT.id(), HeatmapOption.FROM.id(), HeatmapOption.TO.id(),
            HeatmapOption.TIME_ORIGIN.id());

    private static final JsonMapper MAPPER = new JsonMapper();

    /** The histograms of an analysis. */
    public static RecordingHistogramsFile of(Analysis analysis, String pixels) {
        Grid grid = analysis.setup().grid();
        return new RecordingHistogramsFile(grid.width(), grid.height(), pixels, analysis.fixations().type(),
                analysis.fixations().durations(), counting(analysis.setup().options()), RecordingHistograms.of(analysis));
    }

    /** Of all options, those that choose which fixations count, and what each weighs. */
    public static ObjectNode counting(HeatmapOptions options) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        HeatmapOption.write(json, options);
        return json.retain(OPTIONS);
    }

    /** Names what histograms must have in common to be added: the image, the kind of export, and the options. 12 hex digits. */
    public String image() {
        return HexFormat.of().formatHex(
                Digests.sha256(List.of(pixels, type.id(), durations, options.toString())), 0, IMAGE_BYTES);
    }

    /**
     * The sum of both.
     *
     * @throws IllegalArgumentException if they belong to different images
     */
    public RecordingHistogramsFile plus(RecordingHistogramsFile other) {
        if (!image().equals(other.image())) {
            throw new IllegalArgumentException("histograms of different images");
        }
        return new RecordingHistogramsFile(width, height, pixels, type, durations, options, histograms.plus(other.histograms));
    }

    /** The file's bytes. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Writes it as a JSON object. */
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("histogramsVersion", VERSION);
        ObjectNode image = JsonNodeFactory.instance.objectNode().put("width", width).put("height", height).put("pixels", pixels);
        json.writeObjectField("image", image);
        Grid grid = Grid.of(width, height);
        json.writeObjectField("bins", JsonNodeFactory.instance.objectNode().put("x", grid.nx()).put("y", grid.ny()));
        json.writeStringField("enrichmentType", type.id());
        json.writeStringField("durations", durations);
        json.writeObjectField("options", options);
        json.writeArrayFieldStart("recordings");
        for (OfRecording each : histograms.recordings().values()) {
            write(json, each);
        }
        json.writeEndArray();
        if (histograms.isTooLarge()) {
            json.writeObjectFieldStart("rest");
            write(json, histograms.rest());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, OfRecording each) throws IOException {
        Rows rows = each.rows();
        json.writeStartObject();
        json.writeStringField("id", each.recording().id());
        json.writeStringField("name", each.recording().name());
        json.writeArrayFieldStart("rows");
        for (long count : new long[] {rows.counted(), rows.notMapped(), rows.outsideImage(), rows.outsideTime(), rows.notSelected(),
            rows.repeated(), rows.otherStimulus()}) {
            json.writeNumber(count);
        }
        json.writeEndArray();
        json.writeNumberField("weight", each.weight());
        write(json, each.bins());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SparseBins bins) throws IOException {
        json.writeFieldName("bins");
        json.writeArray(bins.numbers(), 0, bins.size());
        json.writeFieldName("weights");
        json.writeArray(bins.weights(), 0, bins.size());
    }

    /**
     * Parses a file that this class wrote.
     *
     * @throws IllegalArgumentException if it is another one
     */
    public static RecordingHistogramsFile parse(byte[] bytes) {
        try (JsonParser json = MAPPER.createParser(bytes)) {
            json.nextToken();
            return read(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("no histograms of recordings", e);
        }
    }

    /** Reads the object at which a parser stands. */
    public static RecordingHistogramsFile read(JsonParser json) throws IOException {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        SortedMap<String, OfRecording> recordings = new TreeMap<>();
        SparseBins rest = SparseBins.EMPTY;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "recordings" -> {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        OfRecording each = new BinsReader().recording(json);
                        recordings.put(each.recording().id(), each);
                    }
                }
                case "rest" -> rest = new BinsReader().bins(json);
                default -> fields.set(name, json.<JsonNode>readValueAsTree());
            }
        }
        return of(fields, new RecordingHistograms(recordings, rest));
    }

    private static RecordingHistogramsFile of(ObjectNode fields, RecordingHistograms histograms) {
        String type = fields.path("enrichmentType").asText();
        if (fields.path("histogramsVersion").asInt() != VERSION || !(fields.path("options") instanceof ObjectNode options)) {
            throw new IllegalArgumentException("no histograms of recordings of version " + VERSION);
        }
        return new RecordingHistogramsFile(fields.at("/image/width").asInt(), fields.at("/image/height").asInt(),
                fields.at("/image/pixels").asText(),
                Arrays.stream(EnrichmentType.values()).filter(each -> each.id().equals(type)).findFirst().orElseThrow(
                        () -> new IllegalArgumentException("no kind of export: " + type)),
                fields.path("durations").asText(), options, histograms);
    }

    /** Reads an object with bins. */
    private static final class BinsReader {

        private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
        private int[] numbers = {};
        private long[] weights = {};

        OfRecording recording(JsonParser json) throws IOException {
            SparseBins bins = bins(json);
            JsonNode rows = fields.path("rows");
            return new OfRecording(new Recording(fields.path("id").asText(), fields.path("name").asText()),
                    new Rows(rows.path(0).asLong(), rows.path(1).asLong(), rows.path(2).asLong(), rows.path(3).asLong(),
                            rows.path(4).asLong(), rows.path(5).asLong(), rows.path(6).asLong()),
                    fields.path("weight").asLong(), bins);
        }

        SparseBins bins(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "bins" -> numbers = MAPPER.readValue(json, int[].class);
                    case "weights" -> weights = MAPPER.readValue(json, long[].class);
                    default -> fields.set(name, json.<JsonNode>readValueAsTree());
                }
            }
            return new SparseBins(numbers, weights);
        }
    }
}
