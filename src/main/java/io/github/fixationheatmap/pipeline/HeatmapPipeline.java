package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.draw.render.HeatmapImages;
import io.github.fixationheatmap.draw.render.Renderer;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.pipeline.publish.Outcome;
import io.github.fixationheatmap.pipeline.publish.Publisher;
import io.github.fixationheatmap.pipeline.timing.Deadline;
import io.github.fixationheatmap.pipeline.timing.Stage;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.export.DropListing;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.read.export.ExportFinder;
import io.github.fixationheatmap.read.export.Prefetcher;
import io.github.fixationheatmap.read.image.DecodingImage;
import io.github.fixationheatmap.result.Fingerprint;
import io.github.fixationheatmap.result.Manifest;
import io.github.fixationheatmap.result.Output;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.store.Errands;
import io.github.fixationheatmap.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The whole run, stage by stage: find the exports of a drop, and for each that has no results yet read, count, blur, render and publish.
 * What is wrong with the input is written down for its owner; whatever else goes wrong is thrown, and the job may be run again.
 */
public final class HeatmapPipeline {

    private final StudyReader reader;
    private final DropProcessor work;
    private final OnDemandProcessor onDemand;

    /**
     * A pipeline that may run any number of jobs, by several threads at a time.
     *
     * @param store where drops are read and results written
     * @param resultsBucket the bucket that results go to
     * @param limits how large inputs may be
     * @param defaults the options that hold where a drop says nothing else
     */
    public HeatmapPipeline(ObjectStore store, String resultsBucket, Limits limits, HeatmapOptions defaults) {
        Tool tool = Tool.read();
        this.reader = new StudyReader(defaults, limits);
        ExportFinder finder = new ExportFinder(store);
        Publisher publisher = new Publisher(store, resultsBucket, tool, Errands::onThreads);
        BiFunction<DropListing, String, Fingerprint> fingerprints =
                (listing, ask) -> Fingerprint.of(tool, defaults, limits, listing.drop().key(), listing.objects(), ask);
        this.work = new DropProcessor(finder, listing -> fingerprints.apply(listing, ""), this::make, publisher, tool);
        this.onDemand = new OnDemandProcessor(finder, fingerprints, this::make, publisher, tool);
    }

    /**
     * Runs a job, and tells how it ended for each export in the drop.
     *
     * @throws Deadline.DeadlineExceededException if too little time is left for the next stage
     */
    public List<Outcome> run(HeatmapJob job) {
        return work.run(job);
    }

    /**
     * What an ask comes to, as the drop is now: which files would be read, and the name of the results.
     *
     * @throws io.github.fixationheatmap.store.ObjectChangedException if the drop is just being replaced
     */
    public Plan plan(Ask ask) {
        return onDemand.plan(ask);
    }

    /**
     * Does what was planned.
     *
     * @throws Deadline.DeadlineExceededException if too little time is left for the next stage
     * @throws io.github.fixationheatmap.store.ObjectChangedException if a file is no longer what was planned with
     */
    public Outcome run(Plan.Ready plan, Deadline clock) {
        return onDemand.run(plan, clock);
    }

    /**
     * Does what was asked for earlier, if the drop is still what it was; otherwise that is what the answer says.
     *
     * @throws Deadline.DeadlineExceededException if too little time is left for the next stage
     */
    public Outcome run(HeatmapRequest request, Deadline clock) {
        return onDemand.run(request, clock);
    }

    private Manifest make(HeatmapJob job, Export.Complete export, ResultKeys keys) {
        Deadline clock = job.clock();
        clock.enter(Stage.READ);
        try (Errands errands = Errands.onThreads()) {
            Study study = reader.read(job, Prefetcher.of(export, errands));
            try (DecodingImage photo = study.image().decode(errands)) {
                return make(study, photo, keys, clock);
            }
        }
    }

    private static Manifest make(Study study, DecodingImage photo, ResultKeys keys, Deadline clock) {
        clock.enter(Stage.COUNT);
        Counted counted = study.count();
        SectionTimeOrigin origin = study.origin(counted);
        clock.enter(Stage.BLUR);
        GaussianBlur blur = GaussianBlur.ofScale(study.options().scale());
        ScalarField field = ScalarField.of(counted.tally().histogram(), blur);
        clock.enter(Stage.RENDER);
        HeatmapImages pictures = Renderer.render(field, photo);
        photo.finish();
        List<Output> outputs = new ArrayList<>();
        outputs.add(Output.png(keys.heatmap(), pictures.heatmap()));
        outputs.add(Output.png(keys.overlay(), pictures.overlay()));
        outputs.addAll(study.aois().tables(keys, origin, counted.tally().selected()));
        return Manifest.of(study, counted, blur, field, outputs);
    }
}
