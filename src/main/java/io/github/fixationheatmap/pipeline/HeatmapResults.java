package io.github.fixationheatmap.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations.Rows;
import io.github.fixationheatmap.analysis.ImageFit;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.result.AoiWarnings;
import io.github.fixationheatmap.result.Fingerprinter.Fingerprint;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.result.Manifest;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.ResultFile.WrittenFile;
import io.github.fixationheatmap.result.Tool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The results of one export, made and not yet published.
 *
 * @param tool what made them
 * @param fingerprint names everything that they depend on
 * @param manifest what was read, counted and chosen
 * @param files the files
 */
record HeatmapResults(Tool tool, Fingerprint fingerprint, Manifest manifest, List<ResultFile> files) implements Results {

    private static final int MAX_WARNINGS = 100;

    /** The most bytes of a manifest that does not name its outputs yet. They take some hundred bytes each, their keys included. */
    private static final int MAX_BYTES = Manifest.MAX_BYTES - (1 << 20);

    HeatmapResults {
        files = List.copyOf(files);
    }

    /** What a run read, counted and chose. {@code leftOut} says why outputs that the options ask for are left out. */
    static Manifest manifest(ExportContents contents, Analysis analysis, List<Warning> leftOut) {
        return new Manifest(
                contents.drop(), contents.export().folder(), contents.inputs(), analysis, cut(warnings(contents, analysis, leftOut)));
    }

    /**
     * The results of a run.
     *
     * @param sources the file from which each long part of the manifest comes, by the part's name
     */
    static HeatmapResults of(
            Tool tool, Fingerprint fingerprint, Manifest manifest, Map<String, String> sources, List<ResultFile> files) {
        checkSize(manifest.json(tool, fingerprint, List.of()), sources);
        return new HeatmapResults(tool, fingerprint, manifest, files);
    }

    /** Refuses a manifest that would be too long to be read again, and names the file that makes it so long. */
    private static void checkSize(ObjectNode manifest, Map<String, String> sources) {
        int bytes = JsonDocument.bytes(manifest).length;
        if (bytes > MAX_BYTES) {
            String part = Collections.max(sources.keySet(), Comparator.comparing(name -> manifest.path(name).toString().length()));
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(Objects.requireNonNull(sources.get(part))),
                    bytes + " bytes of manifest.json", "names and paths that together give at most " + MAX_BYTES + " bytes").asException();
        }
    }

    private static List<Warning> cut(List<Warning> warnings) {
        return warnings.size() <= MAX_WARNINGS ? warnings
                : Stream.concat(warnings.stream().limit(MAX_WARNINGS), Stream.of(new Warning("more-warnings",
                        (warnings.size() - MAX_WARNINGS) + " more warnings are left out."))).toList();
    }

    private static List<Warning> warnings(ExportContents contents, Analysis analysis, List<Warning> leftOut) {
        List<Warning> warnings = new ArrayList<>();
        Rows rows = analysis.fixations().counts().all();
        if (rows.counted() == 0) {
            warnings.add(new Warning("no-fixation-counted", "No fixation was counted: the heatmap is empty."));
        }
        if (rows.repeated() > 0) {
            warnings.add(new Warning("rows-repeated", "Rows of the fixations that repeat an earlier row (recording, fixation id and start),"
                    + " and count once: " + rows.repeated() + " of " + rows.read() + "."));
        }
        warnings.addAll(contents.image().warnings());
        warnings.addAll(contents.export().warnings());
        warnings.addAll(analysis.fixations().table().warnings());
        analysis.fixations().fit().flatMap(ImageFit::warning).ifPresent(warnings::add);
        warnings.addAll(AoiWarnings.of(analysis));
        warnings.addAll(leftOut);
        return warnings;
    }

    @Override
    public ObjectNode manifest(List<WrittenFile> written) {
        return manifest.json(tool, fingerprint, written);
    }

    @Override
    public long rowsRead() {
        return manifest.analysis().fixations().counts().all().read();
    }

    @Override
    public long rowsCounted() {
        return manifest.analysis().fixations().counts().all().counted();
    }
}
