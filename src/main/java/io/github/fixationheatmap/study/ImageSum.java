package io.github.fixationheatmap.study;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.result.RecordingHistogramsFile;
import io.github.fixationheatmap.store.StoredObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sum of the histograms of some exports that show the same photo.
 *
 * @param counted the sum
 * @param sources the exports, in the order of the keys of their files
 */
record ImageSum(RecordingHistogramsFile counted, List<Source> sources) {

    /** The most bytes of a sum: at most 25 for each bin, some hundred for each recording and export. */
    static final int MAX_BYTES = 512 << 20;

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * An export whose histograms were added.
     *
     * @param drop the key of its drop
     * @param folder its folder in a zip of several exports, otherwise empty
     * @param file the file with its histograms
     */
    record Source(String drop, String folder, StoredObject file) {}

    ImageSum {
        sources = sources.stream().sorted(Comparator.comparing(source -> source.file().key())).toList();
    }

    /** The sum of both. */
    ImageSum plus(ImageSum other) {
        return new ImageSum(counted.plus(other.counted), Stream.concat(sources.stream(), other.sources.stream()).toList());
    }

    /** The sum as a working file. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeFieldName("counted");
            counted.write(json);
            json.writeArrayFieldStart("sources");
            for (Source source : sources) {
                json.writeObject(JsonNodeFactory.instance.objectNode().put("drop", source.drop).put("folder", source.folder)
                        .put("bucket", source.file.bucket()).put("key", source.file.key()).put("bytes", source.file.size())
                        .put("eTag", source.file.eTag()));
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Reads a working file. */
    static ImageSum parse(byte[] bytes) {
        try (JsonParser json = MAPPER.createParser(bytes)) {
            expect(json.nextToken() == JsonToken.START_OBJECT && "counted".equals(json.nextFieldName())
                    && json.nextToken() == JsonToken.START_OBJECT);
            RecordingHistogramsFile counted = RecordingHistogramsFile.read(json);
            expect("sources".equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_ARRAY);
            List<Source> sources = new ArrayList<>();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                sources.add(source(json.<ObjectNode>readValueAsTree()));
            }
            return new ImageSum(counted, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void expect(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("no sum of histograms");
        }
    }

    private static Source source(JsonNode json) {
        return new Source(json.path("drop").asText(), json.path("folder").asText(), new StoredObject(json.path("bucket").asText(),
                json.path("key").asText(), json.path("bytes").asLong(), json.path("eTag").asText()));
    }
}
