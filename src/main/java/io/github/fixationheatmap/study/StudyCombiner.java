package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.CombinedExport;
import io.github.fixationheatmap.pipeline.CombinedProcessor;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.result.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The third step of a study: adds up the histograms of exports that show the same photo, as a tree of sums, and draws each photo with the
 * last one. Sums are exact, so the shape of the tree does not matter.
 */
public final class StudyCombiner {

    /** The sums that one call adds up. */
    private static final int FAN_IN = 100;

    private final StudyStore store;
    private final HeatmapPipeline pipeline;
    private final Overrides overrides;
    private final int fanIn;

    /**
     * @param pipeline runs drops that are part of no study
     * @param overrides options that override those of the study
     */
    public StudyCombiner(StudyStore store, HeatmapPipeline pipeline, Overrides overrides) {
        this(store, pipeline, overrides, FAN_IN);
    }

    StudyCombiner(StudyStore store, HeatmapPipeline pipeline, Overrides overrides, int fanIn) {
        this.overrides = overrides;
        this.store = store;
        this.pipeline = pipeline;
        this.fanIn = fanIn;
    }

    /**
     * The sums of a level.
     *
     * @param level the level, from 1
     * @param key the key of the list of sums
     * @param count how many there are
     * @param more whether another level follows
     */
    public record Level(int level, String key, int count, boolean more) {

        /** The sums that batches leave. */
        public static final Level OF_BATCHES = new Level(0, "", 0, true);
    }

    /**
     * Plans the sums of a level.
     *
     * @param level that before it; 0 for the sums of batches
     */
    public Level plan(StudyKeys study, String run, int level) {
        SortedMap<String, List<Integer>> below = level == 0 ? batches(study, run) : sums(study, run, level);
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        boolean more = false;
        for (Map.Entry<String, List<Integer>> image : below.entrySet()) {
            List<Integer> inputs = image.getValue();
            boolean last = inputs.size() <= fanIn;
            more |= !last;
            for (int from = 0; from < inputs.size(); from += fanIn) {
                ObjectNode item = items.addObject().put("study", study.name()).put("run", run).put("level", level + 1)
                        .put("image", image.getKey()).put("number", from / fanIn).put("last", last);
                inputs.subList(from, Math.min(inputs.size(), from + fanIn)).forEach(item.putArray("inputs")::add);
            }
        }
        store.putWork(study.sums(run, level + 1), items);
        return new Level(level + 1, study.sums(run, level + 1), items.size(), more);
    }

    /** By each image that several exports show, the batches with any of them. */
    private SortedMap<String, List<Integer>> batches(StudyKeys study, String run) {
        SortedMap<String, List<Integer>> batches = new TreeMap<>();
        List<BatchPart> parts = BatchPart.all(store, study, run, store.plan(study, run).batches());
        for (int batch = 0; batch < parts.size(); batch++) {
            for (String image : CombinedPicture.exports(parts.get(batch).rows()).keySet()) {
                batches.computeIfAbsent(image, i -> new ArrayList<>()).add(batch);
            }
        }
        Map<String, Integer> exports = CombinedPicture.exports(parts.stream().flatMap(part -> part.rows().stream()).toList());
        batches.keySet().removeIf(image -> exports.getOrDefault(image, 0) < 2);
        return batches;
    }

    /** By each image that a level did not draw, its sums. */
    private SortedMap<String, List<Integer>> sums(StudyKeys study, String run, int level) {
        SortedMap<String, List<Integer>> sums = new TreeMap<>();
        for (JsonNode item : store.json(study.sums(run, level)).orElseThrow()) {
            if (!item.path("last").asBoolean()) {
                sums.computeIfAbsent(item.path("image").asText(), i -> new ArrayList<>()).add(item.path("number").asInt());
            }
        }
        return sums;
    }

    /**
     * Makes one sum. The last one of an image is drawn and published.
     *
     * @param item as {@link #plan} lists it
     * @return how drawing ended; empty if the sum is not the last one
     */
    public Optional<Outcome> add(JsonNode item, Deadline deadline) {
        StudyKeys study = new StudyKeys(item.path("study").asText());
        String run = item.path("run").asText();
        int level = item.path("level").asInt();
        String image = item.path("image").asText();
        ImageSum sum = item.path("inputs").valueStream().map(number -> read(study.sum(run, level - 1, image, number.asInt()), deadline))
                .reduce(ImageSum::plus).orElseThrow();
        if (!item.path("last").asBoolean()) {
            store.put(study.sum(run, level, image, item.path("number").asInt()), JsonDocument.MEDIA_TYPE, sum.bytes());
            return Optional.empty();
        }
        return Optional.of(draw(study, store.settings(study, run), sum, deadline));
    }

    private ImageSum read(String key, TimeCheck time) {
        time.check();
        return ImageSum.parse(store.store().fetch(store.results(), key, ImageSum.MAX_BYTES)
                .orElseThrow(() -> new IllegalStateException("a sum is not there: " + key)).bytes());
    }

    private Outcome draw(StudyKeys study, StudyFile settings, ImageSum sum, Deadline deadline) {
        HeatmapPipeline ofStudy = pipeline.ofStudy(
                StudyFile.ofBins(overrides.over(settings.over(pipeline.defaults()), pipeline.defaults())), study.inbox());
        CombinedProcessor processor = new CombinedProcessor(ofStudy);
        InputFile photo = sum.sources().stream()
                .flatMap(source -> processor.photo(StudyDrops.drop(store.drops(), source.drop()), source.folder(), deadline).stream())
                .findFirst().orElseThrow(() -> new IllegalStateException("all drops of an image were removed"));
        List<InputFile> inputs = sum.sources().stream()
                .<InputFile>map(source -> new InputFile.StoredFile(store.store(), source.file())).toList();
        CombinedExport export = new CombinedExport(new Drop.Folder(store.drops(), study.inbox()), sum.counted(), photo, inputs,
                ofStudy.defaults(), settings.groups(), settings::place);
        return processor.process(export, study.combined(sum.counted().image()), deadline);
    }
}
