package io.github.fixationheatmap.study;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.HeatmapOptions.Choice;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.DropProcessor;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.store.ObjectStore;
import java.util.Optional;

/**
 * Finds the options that a study sets for its drops. A drop's own event and the run of its study both ask here, so that the results of a
 * drop do not depend on which of them came last.
 */
public final class StudyOptions {

    /** Whether a stack runs studies, whose options hold for their drops. */
    public enum Studies implements Choice { ON, OFF }

    private final ObjectStore store;
    private final HeatmapPipeline pipeline;
    private final Overrides overrides;

    /** @param pipeline runs drops that are part of no study */
    public StudyOptions(ObjectStore store, HeatmapPipeline pipeline) {
        this(store, pipeline, Overrides.none());
    }

    /** @param overrides options that override those of studies and of drops */
    public StudyOptions(ObjectStore store, HeatmapPipeline pipeline, Overrides overrides) {
        this.store = store;
        this.pipeline = pipeline;
        this.overrides = overrides;
    }

    /** Whether the study of a drop combines exports. */
    static boolean combines(HeatmapPipeline ofDrop) {
        return ofDrop.defaults().figures().outputs().contains(ChosenOutput.RECORDING_HISTOGRAMS);
    }

    /** The options that all drops of a pipeline have which set no others. */
    HeatmapOptions ofAll(HeatmapPipeline ofDrop) {
        return overrides.over(ofDrop.defaults(), pipeline.defaults());
    }

    /** What processes a drop whose pipeline {@link #of} found. */
    DropProcessor processor(HeatmapPipeline ofDrop) {
        return new DropProcessor(ofDrop, overrides);
    }

    /**
     * The pipeline of a drop: with the options of the topmost study above it. A study whose file is bad sets no options. It takes a request
     * for each folder above the drop, up to the study.
     */
    public HeatmapPipeline of(Drop drop) {
        try {
            for (StudyKeys study : StudyKeys.above(drop)) {
                Optional<byte[]> file = StudyFile.fetch(store, drop.bucket(), study).map(ObjectStore.FetchedObject::bytes);
                if (file.isPresent()) {
                    return pipeline.ofStudy(StudyFile.parse(StudyKeys.FILE, file.get()).over(pipeline.defaults()), study.inbox());
                }
            }
        } catch (ProblemException bad) {
            // The study's own run reports it.
        }
        return pipeline;
    }
}
