package io.github.fixationheatmap.laptop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.drop.ExportPart.FileRole;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.DropProcessor;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.read.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the pipeline over one export after another. */
final class ExportRun {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** A run on a laptop has no time limit. */
    private static final Duration NO_END = Duration.ofDays(365);

    private final FolderStore store;
    private final DropProcessor processor;

    ExportRun(FolderStore store, Overrides flags) {
        this.store = store;
        this.processor = new DropProcessor(
                new HeatmapPipeline(store, LocalExports.RESULTS, new Limits(Limits.DEFAULT_MAX_PIXELS), HeatmapOptions.PUBLISHED), flags);
    }

    /**
     * How an export ended.
     *
     * @param reasons why there are no results, or not all; empty if all went well
     * @param lines what was counted, and where the files are
     * @param news whether something was made
     */
    record Report(List<String> reasons, List<String> lines, boolean news) {
        Report {
            reasons = List.copyOf(reasons);
            lines = List.copyOf(lines);
        }

        boolean isWell() {
            return reasons.isEmpty();
        }
    }

    /** Runs an export. Whatever goes wrong is in the report. */
    Report run(LocalExport export) {
        List<String> reasons = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean news = false;
        try {
            for (Outcome outcome : processor.process(export.drop(), new Deadline(() -> NO_END))) {
                news |= outcome instanceof Outcome.Done;
                add(export, outcome, reasons, lines);
            }
        } catch (Refusal refusal) {
            reasons.add(refusal.getMessage());
        } catch (UncheckedIOException | IOException e) {
            reasons.add("a file cannot be read or written: " + (e instanceof UncheckedIOException u ? u.getCause() : e));
        } catch (OutOfMemoryError e) {
            reasons.add("not enough memory, of which Java may use " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB: allow it more, as in java -Xmx4g -jar");
        } catch (RuntimeException e) {
            reasons.add("failed, and should not have: " + e);
        }
        return new Report(reasons, lines, news);
    }

    private void add(LocalExport export, Outcome outcome, List<String> reasons, List<String> lines) throws IOException {
        Path folder = folder(outcome.keys());
        switch (outcome) {
            case Outcome.Done d -> addResults(folder, lines);
            case Outcome.Unchanged unchanged when unchanged.before() == Outcome.Before.DONE -> {
                addResults(folder, lines);
                lines.add("not made anew because files and options are the same");
            }
            case Outcome.Unchanged u -> addRefusal(folder, reasons, lines);
            case Outcome.Refused r -> addRefusal(folder, reasons, lines);
            case Outcome.Waiting waiting -> {
                boolean image = waiting.missing().stream().allMatch(name -> name.startsWith("reference_image"));
                reasons.add("no " + String.join(" and no ", waiting.missing()) + " in this folder: " + export.path()
                        + LocalExport.meant(export.path(),
                                image ? List.of(FileRole.REFERENCE_IMAGE) : List.of(FileRole.FIXATIONS, FileRole.REFERENCE_IMAGE)));
            }
        }
    }

    private void addResults(Path folder, List<String> lines) throws IOException {
        lines.addAll(Summary.of(json(folder, "manifest.json")));
        Path report = folder.resolve("report.html");
        if (Files.exists(report)) {
            lines.add("open          " + report);
        }
        lines.add("results in    " + folder);
    }

    /** The function's own words, but the options of a request are flags here. */
    private static void addRefusal(Path folder, List<String> reasons, List<String> lines) throws IOException {
        JsonNode error = json(folder, "error.json");
        String flags = Overrides.FILE + " at " + Overrides.POINTER + "/";
        String detail = error.path("detail").asText("see error.json");
        reasons.add("refused: " + (detail.startsWith(flags) ? "the flags at /" + detail.substring(flags.length()) : detail));
        if (error.path("earlierResults").asBoolean()) {
            lines.add("earlier results stay beside it");
        }
        lines.add("error.json in " + folder);
    }

    private Path folder(ResultKeys keys) {
        return store.path(LocalExports.RESULTS, keys.manifest()).resolveSibling("").normalize();
    }

    private static JsonNode json(Path folder, String name) throws IOException {
        return MAPPER.readTree(Files.readAllBytes(folder.resolve(name)));
    }
}
