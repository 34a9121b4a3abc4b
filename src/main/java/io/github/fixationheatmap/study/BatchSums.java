package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.result.RecordingHistogramsFile;
import io.github.fixationheatmap.result.output.RecordingHistogramsOutput;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up the histograms of the exports of a batch, image by image. */
final class BatchSums {

    private final StudyStore store;
    private final SortedMap<String, ImageSum> byImage = new TreeMap<>();

    /** No sums. */
    BatchSums(StudyStore store) {
        this.store = store;
    }

    /**
     * What an export is added to.
     *
     * @param image the name of its image; empty if it is not added
     * @param obstacle why it is not added, as a sentence; empty if it is, or if the study does not combine
     */
    record Added(String image, String obstacle) {

        /** The value of an export without results, or in a study that does not combine. */
        static final Added NOTHING = new Added("", "");
    }

    /**
     * Adds an export.
     *
     * @param keys those of its results
     * @param study the options of the study
     */
    Added add(Drop drop, ResultKeys keys, JsonNode manifest, HeatmapOptions study) {
        Optional<FetchedObject> file = store.store().fetch(store.results(), keys.of(RecordingHistogramsOutput.fileName()),
                ImageSum.MAX_BYTES);
        if (file.isEmpty()) {
            return new Added("", missing(manifest));
        }
        RecordingHistogramsFile counted = RecordingHistogramsFile.parse(file.get().bytes());
        ObjectNode counting = RecordingHistogramsFile.counting(study);
        if (!counting.toString().equals(counted.options().toString())) {
            return new Added("",
                    "Its options count in another way than those of the study: " + different(counted.options(), counting) + ".");
        }
        ImageSum sum = new ImageSum(counted, List.of(
                new ImageSum.Source(drop.key(), manifest.at("/source/folder").asText(), file.get().object())));
        byImage.merge(counted.image(), sum, ImageSum::plus);
        return new Added(counted.image(), "");
    }

    private static String missing(JsonNode manifest) {
        for (JsonNode warning : manifest.path("warnings")) {
            if (warning.path("type").asText().startsWith(ChosenOutput.RECORDING_HISTOGRAMS.id())) {
                return warning.path("detail").asText();
            }
        }
        return "Its options name outputs without \"" + ChosenOutput.RECORDING_HISTOGRAMS.id() + "\".";
    }

    private static String different(ObjectNode own, ObjectNode study) {
        for (Map.Entry<String, JsonNode> option : own.properties()) {
            if (!option.getValue().toString().equals(study.path(option.getKey()).toString())) {
                return option.getKey() + " " + option.getValue() + ", not " + study.path(option.getKey());
            }
        }
        return own.toString();
    }

    /** Writes the sums of a batch. */
    void write(StudyKeys study, String run, int batch) {
        byImage.forEach((image, sum) -> store.put(study.sum(run, 0, image, batch), JsonDocument.MEDIA_TYPE, sum.bytes()));
    }
}
