package io.github.fixationheatmap.result;

import io.github.fixationheatmap.analysis.Counts;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.pipeline.Counted;
import io.github.fixationheatmap.pipeline.Study;
import io.github.fixationheatmap.read.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a job read, chose, counted and made. There is no clock and no chance in it: the same input gives the same bytes, but for the version
 * ids that a store with versions gives to what is written.
 *
 * @param drop what was dropped
 * @param folder the export's folder in a zip that holds several, else empty
 * @param type the kind of export
 * @param inputs the files that were read
 * @param options what was chosen
 * @param grid the image's size and the bins over it
 * @param blur the blur, in bins
 * @param counts what was counted
 * @param durations where the tables' durations come from: {@code end - start}, or the column {@code duration [ms]}
 * @param aois the AOIs, and how many fixations hit each
 * @param peak the blurred histogram's maximum, which the pictures show as 100 %
 * @param outputs the files that were made
 * @param warnings what the owner should know
 */
public record Manifest(
        Drop drop,
        String folder,
        EnrichmentType type,
        List<InputFile> inputs,
        HeatmapOptions options,
        Grid grid,
        GaussianBlur blur,
        Counts counts,
        String durations,
        List<AoiEntry> aois,
        double peak,
        List<Output> outputs,
        List<Warning> warnings) {

    /** The version of the manifest's form: it changes when a reader of the old form could be wrong about the new one. */
    static final int VERSION = 1;

    private static final int NAMES_SHOWN = 20;

    public Manifest {
        inputs = List.copyOf(inputs);
        aois = List.copyOf(aois);
        outputs = List.copyOf(outputs);
        warnings = List.copyOf(warnings);
    }

    /** The manifest of what was read, counted, blurred to a field and put into these outputs. */
    public static Manifest of(Study study, Counted counted, GaussianBlur blur, ScalarField field, List<Output> outputs) {
        List<Warning> warnings = new ArrayList<>();
        if (counted.counts().counted() == 0) {
            warnings.add(new Warning("no-fixation-counted", "No fixation was counted: the heatmap is empty."));
        }
        study.image().warnings().forEach(w -> warnings.add(new Warning(w.type(), w.detail())));
        strays(study.export().unsupportedMasks()).ifPresent(warnings::add);
        warnings.addAll(study.aois().warnings(counted.tally().selected()));
        return new Manifest(
                study.job().drop(), study.export().folder(), counted.type(), study.inputs(), study.options(), study.grid(), blur,
                counted.counts(), counted.durations(), study.aois().entries(), field.peak(), outputs, warnings);
    }

    private static Optional<Warning> strays(List<InputFile> files) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        String names = files.stream().limit(NAMES_SHOWN).map(InputFile::name).collect(Collectors.joining(", "));
        return Optional.of(new Warning("aoi-file-ignored", "Among the masks lie files that are no pictures and were passed over: " + names
                + (files.size() > NAMES_SHOWN ? " and " + (files.size() - NAMES_SHOWN) + " more." : ".")));
    }

    /**
     * Something that the owner should know.
     *
     * @param type a name that stays the same, for programs
     * @param detail a sentence, for people
     */
    public record Warning(String type, String detail) {}

    /** What a bin of the field counts. */
    String unit() {
        return switch (options.normalization()) {
            case NONE -> options.weight().unit() + " per bin";
            case RECORDING -> "share of a recording's " + options.weight().unit() + " per bin, summed over recordings";
        };
    }
}
