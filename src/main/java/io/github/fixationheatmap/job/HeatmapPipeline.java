package io.github.fixationheatmap.job;

import io.github.fixationheatmap.aoi.AoiSet;
import io.github.fixationheatmap.aoifile.AoiReader;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.export.DropListing;
import io.github.fixationheatmap.export.Export;
import io.github.fixationheatmap.export.ExportFinder;
import io.github.fixationheatmap.export.FixationReader;
import io.github.fixationheatmap.export.InputFile;
import io.github.fixationheatmap.export.Limits;
import io.github.fixationheatmap.export.ReferenceImage;
import io.github.fixationheatmap.export.SectionReader;
import io.github.fixationheatmap.export.SectionReader.Sections;
import io.github.fixationheatmap.grid.GaussianBlur;
import io.github.fixationheatmap.grid.Grid;
import io.github.fixationheatmap.grid.ValueField;
import io.github.fixationheatmap.metrics.Origin;
import io.github.fixationheatmap.render.Pictures;
import io.github.fixationheatmap.render.Renderer;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.study.EnrichmentType;
import io.github.fixationheatmap.study.FixationObserver;
import io.github.fixationheatmap.study.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The whole run, stage by stage: find the exports of a drop, and for each that has no results yet read, count, blur, render and publish. What
 * is wrong with the input is written down for its owner; whatever else goes wrong is thrown, and the job may be run again.
 */
public final class HeatmapPipeline {

    private final OptionsReader optionsReader;
    private final AoiReader aoiReader = new AoiReader();
    private final Limits limits;
    private final DropWork work;
    private final OnDemandWork onDemand;

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
        this.optionsReader = new OptionsReader(defaults);
        this.limits = limits;
        ExportFinder finder = new ExportFinder(store);
        Publisher publisher = new Publisher(store, resultsBucket, tool);
        BiFunction<DropListing, String, Fingerprint> fingerprints =
                (listing, ask) -> Fingerprint.of(tool, defaults, limits, listing.drop().key(), listing.objects(), ask);
        this.work = new DropWork(finder, listing -> fingerprints.apply(listing, ""), this::make, publisher, tool);
        this.onDemand = new OnDemandWork(finder, fingerprints, this::make, publisher, tool);
    }

    /**
     * Runs a job, and tells how it ended for each export in the drop.
     *
     * @throws Deadline.TooLateException if too little time is left for the next stage
     */
    public List<Outcome> run(HeatmapJob job) {
        return work.run(job);
    }

    /**
     * What an ask comes to, as the drop is now: which files would be read, and the name of the results.
     *
     * @throws io.github.fixationheatmap.store.ReplacedException if the drop is just being replaced
     */
    public Plan plan(Ask ask) {
        return onDemand.plan(ask);
    }

    /**
     * Does what was planned.
     *
     * @throws Deadline.TooLateException if too little time is left for the next stage
     * @throws io.github.fixationheatmap.store.ReplacedException if a file is no longer what was planned with
     */
    public Outcome run(Plan.Ready plan, Deadline deadline) {
        return onDemand.run(plan, deadline);
    }

    /**
     * Does what was asked for earlier, if the drop is still what it was; otherwise that is what the answer says.
     *
     * @throws Deadline.TooLateException if too little time is left for the next stage
     */
    public Outcome run(HeatmapRequest request, Deadline deadline) {
        return onDemand.run(request, deadline);
    }

    private Manifest make(HeatmapJob job, Export.Complete export, ResultKeys keys) {
        job.deadline().check("reading the export");
        HeatmapOptions options = job.overrides().over(optionsReader.read(export.options()));
        ReferenceImage image = ReferenceImage.open(export.referenceImage(), limits);
        Sections sections = export.sections().map(SectionReader::read).orElse(Sections.NONE);
        Grid grid = Grid.of(image.width(), image.height());
        AoiSet drawn = aoiReader.read(export.aois(), image.width(), image.height());
        AoiStage aois = AoiStage.begin(drawn, grid, options.aoi(), OptionsReader.place(export.options(), job.overrides(), "/background"));
        Counted counted = count(export, grid, options, sections, aois.observer());
        optionsReader.checkSelection(counted.tally, export.options(), job.overrides());
        Counts counts = counted.tally.counts();
        List<Recording> selected = counted.tally.selected();
        Origin origin = new TimeOrigins(sections, export.events(), export.recordings())
                .of(options.aoi().timeOrigin(), counts, OptionsReader.place(export.options(), job.overrides(), "/timeOrigin"));
        job.deadline().check("blurring and rendering");
        GaussianBlur blur = GaussianBlur.ofScale(options.scale());
        ValueField field = ValueField.of(counted.tally.histogram(), blur);
        Pictures pictures = Renderer.render(field, image.decode());
        List<Output> outputs = new ArrayList<>();
        outputs.add(Output.png(keys.heatmap(), pictures.heatmap()));
        outputs.add(Output.png(keys.overlay(), pictures.overlay()));
        outputs.addAll(aois.tables(keys, origin, selected));
        job.deadline().check("publishing");
        List<Manifest.Warning> warnings = new ArrayList<>(warnings(counts, image));
        warnings.addAll(aois.warnings(selected));
        return new Manifest(job.drop(), export.folder(), counted.type, inputs(export, options), options, grid, blur, counts,
                counted.durations, aois.entries(), field.peak(), outputs, warnings);
    }

    private record Counted(FixationTally tally, EnrichmentType type, String durations) {}

    private Counted count(Export.Complete export, Grid grid, HeatmapOptions options, Sections sections, FixationObserver observer) {
        try (FixationReader reader = FixationReader.open(export.fixations())) {
            FixationTally tally = new FixationTally(grid, reader.type().unit(), options, sections, observer);
            reader.forEach(tally);
            return new Counted(tally, reader.type(), reader.endColumn().isPresent() ? "end - start" : "duration [ms]");
        }
    }

    private static List<InputFile> inputs(Export.Complete export, HeatmapOptions options) {
        List<InputFile> inputs = new ArrayList<>();
        inputs.add(export.fixations());
        inputs.add(export.referenceImage());
        export.sections().ifPresent(inputs::add);
        inputs.addAll(export.options());
        inputs.addAll(export.aois());
        if (options.aoi().timeOrigin() == TimeOrigin.RECORDING) {
            export.events().ifPresent(inputs::add);
            export.recordings().ifPresent(inputs::add);
        }
        return inputs;
    }

    private static List<Manifest.Warning> warnings(Counts counts, ReferenceImage image) {
        List<Manifest.Warning> warnings = new ArrayList<>();
        if (counts.counted() == 0) {
            warnings.add(new Manifest.Warning("no-fixation-counted", "No fixation was counted: the heatmap is empty."));
        }
        image.warnings().forEach(w -> warnings.add(new Manifest.Warning(w.type(), w.detail())));
        return warnings;
    }
}
