package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.result.output.Output;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code study_recordings.csv}: a row for each recording of each export. Batches make the rows of their drops; the last step puts them
 * together, one batch in memory at a time.
 */
final class RecordingTable {

    /** Why rows of a recording did not count, as manifests name it, in the order of the columns. */
    private static final List<String> REASONS =
            List.of("notMapped", "outsideImage", "outsideTime", "recordingNotSelected", "repeated", "otherStimulus");

    private static final List<String> COLUMNS = List.of("drop", "recording id", "recording name", "fixations counted", "not mapped",
            "outside image", "outside time", "recording not selected", "repeated", "other stimulus");

    /** The most bytes of a batch's rows. */
    private static final int MAX_BYTES = 256 << 20;

    /** The writer quotes a first field that begins with the comment character, so this code point is never a character (Unicode, 23.7). */
    private static final char NO_COMMENT = '\uFFFF';

    private final StudyKeys study;
    private final StringWriter text = new StringWriter();
    private final CsvWriter writer = writer(text);

    /** The rows of a batch: none yet. */
    RecordingTable(StudyKeys study) {
        this.study = study;
    }

    private static CsvWriter writer(StringWriter text) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).commentCharacter(NO_COMMENT).bufferSize(0).build(text);
    }

    /**
     * Adds the recordings of an export.
     *
     * @param results the prefix of its results
     */
    void add(String results, JsonNode manifest) {
        for (JsonNode recording : manifest.path("recordings")) {
            writer.writeRecord(Stream.concat(
                    Stream.of(study.nameOf(results), recording.path("id").asText(), recording.path("name").asText(),
                            recording.path("fixationsCounted").asText()),
                    REASONS.stream().map(reason -> recording.path("leftOut").path(reason).asText("0"))).toList());
        }
    }

    /** The rows, without a header. */
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] header() {
        StringWriter header = new StringWriter();
        writer(header).writeRecord(COLUMNS);
        return header.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Puts the rows of all batches together. A batch that did not end has none. */
    static void write(StudyStore store, StudyKeys study, String run, int batches) {
        AbstractList<InputStream> parts = new AbstractList<>() {
            @Override
            public int size() {
                return 1 + batches;
            }

            @Override
            public InputStream get(int index) {
                return new ByteArrayInputStream(index == 0 ? header()
                        : store.store().fetch(store.results(), study.partOfRecordings(run, index - 1), MAX_BYTES)
                                .map(FetchedObject::bytes).orElse(new byte[0]));
            }
        };
        // Asks for each part once, when the one before has been read.
        store.streams().put(store.results(), study.recordings(), Output.CSV, new SequenceInputStream(Collections.enumeration(parts)));
    }
}
