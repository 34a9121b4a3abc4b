package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.result.format.CsvFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of a batch in {@code study_recordings.csv}: one for each recording of each export. */
final class RecordingTable {

    /** The columns. */
    static final List<String> COLUMNS = List.of(StudyTable.DROP, "recording id", "recording name", "fixations counted", "not mapped",
            "outside image", "outside time", "recording not selected", "repeated", "other stimulus");

    /** Why rows of a recording did not count, as manifests name it, in the order of the columns. */
    private static final List<String> REASONS =
            List.of("notMapped", "outsideImage", "outsideTime", "recordingNotSelected", "repeated", "otherStimulus");

    private final List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));

    /**
     * Adds the recordings of an export.
     *
     * @param name the export below the study
     */
    void add(String name, JsonNode manifest) {
        for (JsonNode recording : manifest.path("recordings")) {
            rows.add(Stream.concat(
                    Stream.of(name, recording.path("id").asText(), recording.path("name").asText(),
                            recording.path("fixationsCounted").asText()),
                    REASONS.stream().map(reason -> recording.path("leftOut").path(reason).asText("0"))).toList());
        }
    }

    /** The table, with a header. */
    byte[] bytes() {
        try (InputStream text = CsvFile.stream(rows.iterator())) {
            return text.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
