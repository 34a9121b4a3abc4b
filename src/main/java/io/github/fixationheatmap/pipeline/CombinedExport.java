package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.Participants;
import io.github.fixationheatmap.analysis.RecordingBins;
import io.github.fixationheatmap.analysis.RecordingHistograms;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.comparison.GroupStudy;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.TableReading;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import io.github.fixationheatmap.options.HeatmapOption;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.HeatmapOptions.Normalization;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.export.NamedGroups;
import io.github.fixationheatmap.read.export.NamedGroups.NamedGroup;
import io.github.fixationheatmap.result.RecordingHistogramsFile;
import io.github.fixationheatmap.result.output.Outputs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Several exports that show the same photo, as one: their fixations were counted before. What needs single fixations, such as scanpaths
 * and tables about AOIs, is not made of it.
 *
 * @param study the folder of the study
 * @param counted the sum of the exports' histograms
 * @param photo the photo of one of the exports
 * @param inputs the files that were added up
 * @param options the options of the study
 * @param groups the groups of the study, whose recordings are perhaps not all in these exports
 * @param place the place of an option, by its JSON pointer
 */
public record CombinedExport(Drop.Folder study, RecordingHistogramsFile counted, InputFile photo, List<InputFile> inputs,
        HeatmapOptions options, NamedGroups groups, Function<String, Location> place) {

    private static final int NAMES_SHOWN = 20;

    public CombinedExport {
        inputs = List.copyOf(inputs);
    }

    /** The file from which each long part of the manifest comes, by the part's name. */
    Map<String, String> sources() {
        return Map.of("source", study.key(), "recordings", study.key());
    }

    /** All files that were read. */
    List<InputFile> files() {
        List<InputFile> files = new ArrayList<>(inputs);
        files.add(photo);
        return files;
    }

    /** The analysis of what was counted. */
    Compared analyse(ResultKeys keys, TimeCheck time) {
        RecordingHistograms histograms = counted.histograms();
        checkNormalization(histograms);
        Grid grid = Grid.of(counted.width(), counted.height());
        Analysis.Setup setup = new Analysis.Setup(options, grid, AoiSet.NONE, place.apply(""), time);
        FixationListeners listeners = Outputs.listeners(setup);
        listeners.get(Analysis.RECORDING_BINS).add(histograms);
        CountedFixations.Counts counts = histograms.counts();
        List<Recording> recordings = counts.recordings().stream().map(CountedFixations.Counts.OfRecording::recording).toList();
        CountedFixations fixations = new CountedFixations(counted.type(), counted.durations(), counts, Optional.empty(), recordings,
                histograms.histogram(grid, options.weight(), options.normalization(), time), TableReading.PLAIN);
        Analysis analysis = Analysis.of(setup, fixations, listeners, new SectionTimeOrigin.Unknown());
        Participants participants = new Participants(analysis);
        List<Warning> warnings = new ArrayList<>();
        Optional<GroupStudy> compared = compare(analysis, participants, keys, warnings);
        return new Compared(analysis.with(compared, participants.stability(), participants.hotSpots()), warnings);
    }

    private void checkNormalization(RecordingHistograms histograms) {
        if (options.normalization() == Normalization.RECORDING && histograms.isTooLarge()) {
            throw new Problem(ProblemType.TOO_LARGE, place.apply("/" + HeatmapOption.NORMALIZATION.id()), Normalization.RECORDING.id(),
                    "\"none\", or recordings with at most " + RecordingBins.MAX_BINS + " bins together").asException();
        }
    }

    /** Compares the groups. Where they cannot be compared in these exports, a warning says why: those of another photo may be. */
    private Optional<GroupStudy> compare(Analysis analysis, Participants participants, ResultKeys keys, List<Warning> warnings) {
        NamedGroups present = present(analysis, warnings);
        try {
            checkDesign();
            return new GroupComparer(present, Sections.NONE, place).compare(analysis, participants, keys);
        } catch (ProblemException problem) {
            warnings.add(new Warning("groups-not-compared", "The groups are not compared: " + problem.problem().detail()));
            return Optional.empty();
        }
    }

    /**
     * An analysis, and what the user should know of its groups.
     *
     * @param analysis with the comparison of groups, if there is one
     */
    record Compared(Analysis analysis, List<Warning> warnings) {
        Compared {
            warnings = List.copyOf(warnings);
        }
    }

    /** Refuses a photo that was replaced after its fixations were counted. */
    void checkPhoto(ImageRows image, TimeCheck time) {
        if (!image.digest(time).equals(counted.pixels())) {
            throw new Problem(ProblemType.MISSING_FILE, new Location.WholeFile(photo.name()), null,
                    "the photo with which the drops were processed; start the study again").asException();
        }
    }

    private void checkDesign() {
        if (!groups.groups().isEmpty() && options.groups().comparison().design() == Design.PAIRED) {
            throw new Problem(ProblemType.BAD_OPTION, place.apply("/comparison/design"), Design.PAIRED.id(),
                    "\"between\": who wore a recording is known within an export only").asException();
        }
    }

    /** The groups without the recordings that only other exports of the study have. */
    private NamedGroups present(Analysis analysis, List<Warning> warnings) {
        Set<String> known = new HashSet<>();
        analysis.fixations().selected().forEach(recording -> known.addAll(List.of(recording.id(), recording.name())));
        List<String> absent = groups.groups().stream().flatMap(group -> group.members().stream()).map(NamedGroups.Member::text)
                .filter(text -> !known.contains(text)).toList();
        if (!absent.isEmpty()) {
            warnings.add(new Warning("recordings-of-groups-missing", "Recordings that the groups name did not look at this photo: "
                    + String.join(", ", absent.subList(0, Math.min(NAMES_SHOWN, absent.size())))
                    + (absent.size() > NAMES_SHOWN ? " and " + (absent.size() - NAMES_SHOWN) + " more" : "") + "."));
        }
        return new NamedGroups(groups.groups().stream().map(group -> new NamedGroup(group.name(),
                group.members().stream().filter(member -> known.contains(member.text())).toList(), group.location())).toList(),
                groups.location());
    }
}
