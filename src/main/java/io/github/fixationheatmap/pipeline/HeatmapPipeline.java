package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.Participants;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.pipeline.Deadline.Stage;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.read.export.ExportFinder;
import io.github.fixationheatmap.read.export.ExportFinder.DropListing;
import io.github.fixationheatmap.read.export.Prefetcher;
import io.github.fixationheatmap.read.image.DecodingImage;
import io.github.fixationheatmap.read.image.ReferenceImage;
import io.github.fixationheatmap.result.Fingerprinter;
import io.github.fixationheatmap.result.Fingerprinter.Fingerprint;
import io.github.fixationheatmap.result.Manifest;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.result.output.Outputs;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps of a run: list, read, analyse, draw, publish. {@link DropProcessor} and {@link OnDemandProcessor} call them. Bad input is
 * reported to the user in {@code error.json}. Every other failure is thrown, and the run may be retried.
 */
public final class HeatmapPipeline {

    private final Tool tool;
    private final Limits limits;
    private final HeatmapOptions defaults;
    private final Fingerprinter fingerprinter;
    private final ExportFinder finder;
    private final ExportReader reader;
    private final Publisher publisher;

    /**
     * A pipeline that may run any number of drops and requests, by several threads at a time.
     *
     * @param store where drops are read and results written
     * @param resultsBucket the bucket that results go to
     * @param limits how large inputs may be
     * @param defaults the options that hold unless a drop sets others
     */
    public HeatmapPipeline(ObjectStore store, String resultsBucket, Limits limits, HeatmapOptions defaults) {
        this(Tool.read(), limits, defaults, new ExportFinder(store), new Publisher(store, resultsBucket, Tool.read(), Tasks::new));
    }

    private HeatmapPipeline(Tool tool, Limits limits, HeatmapOptions defaults, ExportFinder finder, Publisher publisher) {
        this.tool = tool;
        this.limits = limits;
        this.defaults = defaults;
        this.fingerprinter = new Fingerprinter(tool, defaults, limits);
        this.finder = finder;
        this.reader = new ExportReader(defaults, limits);
        this.publisher = publisher;
    }

    /** The options that hold unless a drop sets others. */
    public HeatmapOptions defaults() {
        return defaults;
    }

    /**
     * The pipeline of a study's drops.
     *
     * @param options what holds instead of the defaults, as part of all fingerprints
     * @param folder the key of the study's folder, where the photo of drops without one may lie
     */
    public HeatmapPipeline ofStudy(HeatmapOptions options, String folder) {
        return new HeatmapPipeline(tool, limits, options, finder.withPhotoIn(folder), publisher);
    }

    /** The fingerprint of what all results of this pipeline have in common, and of a text. */
    public Fingerprint fingerprint(String text) {
        return fingerprinter.of("", List.of(), text);
    }

    /** Lists a drop: which objects are there, and in which state. */
    DropListing list(Drop drop) {
        return finder.list(drop);
    }

    /**
     * The exports of a drop.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if the drop is a zip that cannot be read, or holds no export
     */
    List<Export> find(DropListing listing, TimeCheck time) {
        return finder.find(listing, time);
    }

    /** The fingerprint of a drop's own run. A listing that was cut differs from one that holds the same objects, and is whole. */
    Fingerprint fingerprint(DropListing listing) {
        return fingerprinter.of(listing.drop().key(), listing.inputs(), listing.cutAt().orElse(""));
    }

    /** The fingerprint of a request. */
    Fingerprint fingerprint(DropListing listing, HeatmapRequest request) {
        return fingerprinter.of(listing.drop().key(), listing.inputs(), request.canonical());
    }

    /**
     * Reads, analyses, draws and publishes, unless the results are there.
     *
     * @return the outcome; empty if inputs or results changed during the run, and the caller must start over with {@link #list}
     */
    Optional<Outcome> run(HeatmapRequest request, Export.Complete export, Target target) {
        return publisher.publish(target, () -> readAnalyseDraw(request, export, target));
    }

    /** The same for exports whose fixations were counted before. */
    Optional<Outcome> run(CombinedExport export, Target target) {
        return publisher.publish(target, () -> readAnalyseDraw(export, target));
    }

    private Results readAnalyseDraw(HeatmapRequest request, Export.Complete export, Target target) {
        try (Tasks tasks = new Tasks()) {
            ExportContents contents = read(request, export, tasks, target.deadline());
            try (DecodingImage image = contents.image().decode(tasks, target.deadline())) {
                Analysis analysis = analyse(contents, target);
                return draw(contents, analysis, image, target);
            }
        }
    }

    private Results readAnalyseDraw(CombinedExport export, Target target) {
        try (Tasks tasks = new Tasks()) {
            target.deadline().enter(Stage.READ);
            ReferenceImage photo = ReferenceImage.open(export.photo(), limits, target.deadline());
            try (DecodingImage image = photo.decode(tasks, target.deadline())) {
                target.deadline().enter(Stage.BLUR);
                CombinedExport.Compared compared = export.analyse(target.keys(), target.deadline());
                export.checkPhoto(image, target.deadline());
                return draw(export, compared, photo, image, target);
            }
        }
    }

    private ExportContents read(HeatmapRequest request, Export.Complete export, Tasks tasks, Deadline deadline) {
        deadline.enter(Stage.READ);
        return reader.read(request, Prefetcher.of(export, tasks, deadline), deadline);
    }

    private static Analysis analyse(ExportContents contents, Target target) {
        target.deadline().enter(Stage.COUNT);
        FixationListeners listeners = Outputs.listeners(contents.setup());
        CountedFixations fixations = contents.count(listeners);
        SectionTimeOrigin timeOrigin = contents.timeOrigin(fixations);
        target.deadline().enter(Stage.BLUR);
        Analysis analysis = Analysis.of(contents.setup(), fixations, listeners, timeOrigin);
        Participants participants = new Participants(analysis);
        return analysis.with(contents.groupComparer().compare(analysis, participants, target.keys()),
                participants.stability(), participants.hotSpots());
    }

    private Results draw(ExportContents contents, Analysis analysis, DecodingImage image, Target target) {
        target.deadline().enter(Stage.RENDER);
        Outputs.Chosen outputs = Outputs.choose(analysis, image);
        return make(outputs, HeatmapResults.manifest(contents, analysis, outputs.leftOut()), contents.sources(), image, target);
    }

    private Results draw(CombinedExport export, CombinedExport.Compared compared, ReferenceImage photo, DecodingImage image,
            Target target) {
        target.deadline().enter(Stage.RENDER);
        Outputs.Chosen outputs = Outputs.chooseOfBins(compared.analysis(), image);
        List<Warning> warnings = Stream.of(photo.warnings(), compared.warnings(), outputs.leftOut()).flatMap(List::stream).toList();
        return make(outputs, new Manifest(export.study(), "", export.files(), compared.analysis(), warnings), export.sources(), image,
                target);
    }

    private Results make(Outputs.Chosen outputs, Manifest manifest, Map<String, String> sources, DecodingImage image, Target target) {
        List<ResultFile> files = outputs.make(tool, manifest, target.keys());
        // Fails if the image is damaged after the last row that an output read.
        image.finish();
        return HeatmapResults.of(tool, target.fingerprint(), manifest, sources, files);
    }

    /** Reports why an export is refused. Returns the same as {@link #run}. */
    Optional<Outcome> refuse(Target target, Problem problem) {
        return publisher.refuse(target, problem);
    }

    /** Ends the run of an export that lacks files. Returns the same as {@link #run}. */
    Optional<Outcome> await(Target target, Export.Incomplete export) {
        return publisher.await(target, export.missing(), export.misnamed());
    }

    /** Deletes an error of earlier files. Returns whether the inputs are still the same. */
    boolean clear(Target target) {
        return publisher.clear(target);
    }
}
