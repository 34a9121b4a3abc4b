package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations;
import io.github.fixationheatmap.analysis.FixationCounter;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.ImageFit;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.model.TableReading;
import io.github.fixationheatmap.model.TableReading.Starts;
import io.github.fixationheatmap.options.AoiOptions.TimeOrigin;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.read.export.FixationFiles;
import io.github.fixationheatmap.read.export.NamedGroups;
import io.github.fixationheatmap.read.export.OptionsReader;
import io.github.fixationheatmap.read.export.TimeOrigins;
import io.github.fixationheatmap.read.export.UniqueFixations;
import io.github.fixationheatmap.read.export.UniqueFixations.Scope;
import io.github.fixationheatmap.read.image.ReferenceImage;
import io.github.fixationheatmap.read.tracker.TableSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An export whose options, sections, AOIs and image header are read. {@link #count} reads its fixations.
 *
 * @param drop the drop that the export is part of
 * @param export the files
 * @param overrides the options of a request
 * @param setup options, grid and AOIs
 * @param image the reference image, not decoded yet
 * @param sections the sections, if there is a file of them
 * @param origins the origins of times
 * @param groups the groups that are compared, as the drop or the request names them
 */
record ExportContents(
        Drop drop, Export.Complete export, Overrides overrides, Analysis.Setup setup, ReferenceImage image, Sections sections,
        TimeOrigins origins, NamedGroups groups) {

    /**
     * Reads the fixations, counts each, and tells the listeners of it.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if they are bad, lack a recording that was selected, or
     *     contradict the size of the image, or the time in which they count has no origin
     */
    CountedFixations count(FixationListeners listeners) {
        TableSetup table = new TableSetup(setup.options().tracker(), image.width(), image.height(),
                export.referenceImage().name(), this::place);
        try (FixationFiles.Reader reader = export.fixations().open(table)) {
            Predicate<Fixation> isInTime = origins.isIn(setup.options().window(), reader.type(), reader.starts(),
                    place(setup.options().window().from().isPresent() ? "/from" : "/to"));
            FixationCounter counter = new FixationCounter(
                    setup.grid(), reader.unit(), setup.options(), sections, isInTime, listeners, reader::recordingName);
            reader.forEach(new UniqueFixations(reader.type().isMapped() ? Scope.RECORDING : Scope.SECTION,
                    () -> export.fixations().open(table), counter, counter::repeated));
            TableReading reading = reader.reading();
            checkSelection(counter);
            counter.fit().flatMap(ImageFit::contradiction).ifPresent(this::refuseImage);
            return new CountedFixations(reader.type(), reader.durations(), counter.counts(), counter.fit(), counter.selected(),
                    counter.histogram(setup.time()), reading);
        }
    }

    /** Refuses a selected recording that the export does not have: its name is probably misspelt, and an empty heatmap would not say so. */
    private void checkSelection(FixationCounter counter) {
        counter.unknownSelection().ifPresent(unknown -> {
            throw new Problem(ProblemType.BAD_OPTION,
                    place("/recordings/" + unknown.index()), unknown.recording(),
                    "the id or name of a recording of this export: " + String.join(", ", counter.recordingNames())).asException();
        });
    }

    /** Refuses an image that the fixations contradict: their heatmap would be plausible, and false. */
    private void refuseImage(String contradiction) {
        throw new Problem(ProblemType.OTHER_SIZE, new Location.WholeFile(export.referenceImage().name()), contradiction,
                "the photo in the size that it was exported in").asException();
    }

    /**
     * From when each recording's time to first fixation counts.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if the starts of recordings are asked for and one is missing, or their
     *     file is bad
     */
    SectionTimeOrigin timeOrigin(CountedFixations fixations) {
        if (fixations.table().starts() == Starts.BY_ORDER) {
            return new SectionTimeOrigin.Unknown();
        }
        return origins.of(fixations);
    }

    /** How groups are compared. */
    GroupComparer groupComparer() {
        return new GroupComparer(groups, sections, this::place);
    }

    private Location place(String pointer) {
        return OptionsReader.location(export.options(), overrides, pointer);
    }

    /** The file from which each long part of the manifest comes, by the part's name. */
    Map<String, String> sources() {
        return Map.of("source", drop.key(), "recordings", export.fixations().files().getFirst().name(), "aois",
                setup.aoisLocation().file());
    }

    /** The files that were read. */
    List<InputFile> inputs() {
        List<InputFile> inputs = new ArrayList<>();
        inputs.addAll(export.fixations().files());
        inputs.add(export.referenceImage());
        export.sections().ifPresent(inputs::add);
        inputs.addAll(export.options());
        inputs.addAll(export.aois());
        if (!overrides.names("/groups")) {
            export.groups().ifPresent(inputs::add);
        }
        if (!setup.options().aoi().timeOrigin().equals(Optional.of(TimeOrigin.SECTION))) {
            export.events().ifPresent(inputs::add);
            export.recordings().ifPresent(inputs::add);
        }
        return inputs;
    }
}
