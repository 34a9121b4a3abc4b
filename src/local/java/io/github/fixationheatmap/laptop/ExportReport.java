package io.github.fixationheatmap.laptop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.drop.ExportPart.FileRole;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an export ended.
 *
 * @param reasons why there are no results, or not all; empty if all went well
 * @param lines what was counted, and where the files are
 * @param news whether something was made
 */
record ExportReport(List<String> reasons, List<String> lines, boolean news) {

    private static final JsonMapper MAPPER = new JsonMapper();

    ExportReport {
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
    }

    /**
     * Reports on an export.
     *
     * @param outcomes how the exports in it ended
     * @param failure what else went wrong
     */
    static ExportReport of(FolderStore store, LocalExport export, List<Outcome> outcomes, Optional<Throwable> failure) {
        List<String> reasons = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try {
            for (Outcome outcome : outcomes) {
                add(export, outcome, folder(store, outcome.keys()), reasons, lines);
            }
        } catch (IOException e) {
            reasons.add(words(e));
        }
        failure.map(ExportReport::words).ifPresent(reasons::add);
        return new ExportReport(reasons, lines, outcomes.stream().anyMatch(outcome -> outcome instanceof Outcome.Done));
    }

    boolean isWell() {
        return reasons.isEmpty();
    }

    private static String words(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> String.valueOf(refusal.getMessage());
            case UncheckedIOException e -> "a file cannot be read or written: " + e.getCause();
            case IOException e -> "a file cannot be read or written: " + e;
            case OutOfMemoryError e -> "not enough memory, of which Java may use " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB: allow it more, as in java -Xmx4g -jar";
            default -> "failed, and should not have: " + failure;
        };
    }

    private static void add(LocalExport export, Outcome outcome, Path folder, List<String> reasons, List<String> lines)
            throws IOException {
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

    private static void addResults(Path folder, List<String> lines) throws IOException {
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

    private static Path folder(FolderStore store, ResultKeys keys) {
        return store.path(LocalExports.RESULTS, keys.manifest()).resolveSibling("").normalize();
    }

    private static JsonNode json(Path folder, String name) throws IOException {
        return MAPPER.readTree(Files.readAllBytes(folder.resolve(name)));
    }
}
