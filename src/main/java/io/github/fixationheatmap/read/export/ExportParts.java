package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.drop.ExportPart.FileRole;
import io.github.fixationheatmap.drop.Misnamed;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files of one export, grouped by role. */
sealed interface ExportParts {

    /** A file and its part in the export. */
    record PartFile(ExportPart part, InputFile file) {}

    /**
     * Groups files by role. Each role allows one file, except that there may be any number of masks, recordings or surfaces. The
     * {@code fixations.csv} beside surfaces is that of Neon Player's scene camera, and is passed over.
     */
    static ExportParts of(List<PartFile> files) {
        Map<FileRole, List<PartFile>> parts = new EnumMap<>(FileRole.class);
        boolean hasSurface = files.stream().anyMatch(file -> file.part().surface().isPresent());
        List<InputFile> sceneCamera = new ArrayList<>();
        for (PartFile file : files) {
            if (hasSurface && file.part().name().equals(ExportFinder.FIXATIONS)) {
                sceneCamera.add(file.file());
                continue;
            }
            List<PartFile> others = parts.computeIfAbsent(file.part().role(), r -> new ArrayList<>());
            if (!others.isEmpty() && !file.part().mayStandBeside(others.getLast().part())) {
                return new Conflict(new Problem(ProblemType.AMBIGUOUS_FILES, new Location.WholeFile(file.file().name()),
                        others.getLast().file().name() + ", " + file.file().name(), "one of them"));
            }
            others.add(file);
        }
        return new Grouped(parts, sceneCamera);
    }

    /** Two files have the same role. */
    record Conflict(Problem problem) implements ExportParts {}

    /**
     * No two files have the same role. Required files may be missing.
     *
     * @param sceneCamera the scene camera's fixations, which are passed over; empty unless they lie beside those on a surface
     */
    record Grouped(Map<FileRole, List<PartFile>> parts, List<InputFile> sceneCamera) implements ExportParts {

        private static final int MAX_NAMES = 20;

        /** The required files that are missing, named for users. */
        List<String> missing() {
            List<String> missing = new ArrayList<>();
            if (!parts.containsKey(FileRole.FIXATIONS)) {
                missing.add(ExportFinder.FIXATIONS);
            }
            if (!parts.containsKey(FileRole.REFERENCE_IMAGE)) {
                missing.add(ExportFinder.REFERENCE_IMAGE);
            }
            return missing;
        }

        /** The file that tells what kind of fixations there are; empty if there is none. Files of single recordings are not asked. */
        Optional<InputFile> fixations() {
            return parts.getOrDefault(FileRole.FIXATIONS, List.of()).stream().filter(file -> file.part().recording().isEmpty())
                    .map(PartFile::file).findFirst();
        }

        /** Whether there is a file of options. */
        boolean hasOptions() {
            return parts.containsKey(FileRole.OPTIONS);
        }

        /** Those of some misnamed files whose role no file has. */
        List<Misnamed> unfilled(List<Misnamed> misnamed) {
            return misnamed.stream().filter(m -> m.kind() == Misnamed.Kind.ZIP || !parts.containsKey(m.role())).toList();
        }

        Export complete(String folder, Optional<InputFile> siblingOptions, List<Misnamed> misnamed) {
            List<InputFile> options = new ArrayList<>(all(FileRole.OPTIONS));
            siblingOptions.ifPresent(options::add);
            return new Export.Complete(folder, FixationFiles.of(parts.getOrDefault(FileRole.FIXATIONS, List.of())),
                    one(FileRole.REFERENCE_IMAGE).orElseThrow(), one(FileRole.SECTIONS), options, all(FileRole.AOIS),
                    warnings(unfilled(misnamed)), one(FileRole.EVENTS), one(FileRole.RECORDINGS), one(FileRole.GROUPS));
        }

        private List<Warning> warnings(List<Misnamed> misnamed) {
            List<Warning> warnings = new ArrayList<>();
            warn(warnings, "aoi-file-ignored", "Among the masks lie files that are no pictures and were passed over: ",
                    all(FileRole.UNSUPPORTED_MASK));
            warn(warnings, "recording-file-ignored", "Among the recordings lie files that are no .csv, .tsv or .txt and were passed over: ",
                    all(FileRole.UNSUPPORTED_RECORDING));
            warn(warnings, "scene-camera-ignored", "Beside fixations on a surface, those of the scene camera were passed over: ",
                    sceneCamera);
            if (!misnamed.isEmpty()) {
                warnings.add(new Warning("misnamed-file", Misnamed.advice(misnamed) + "."));
            }
            return warnings;
        }

        private static void warn(List<Warning> warnings, String type, String what, List<InputFile> files) {
            if (!files.isEmpty()) {
                String names = files.stream().limit(MAX_NAMES).map(InputFile::name).collect(Collectors.joining(", "));
                warnings.add(new Warning(type, what + names
                        + (files.size() > MAX_NAMES ? " and " + (files.size() - MAX_NAMES) + " more." : ".")));
            }
        }

        private List<InputFile> all(FileRole role) {
            return parts.getOrDefault(role, List.of()).stream().map(PartFile::file).toList();
        }

        private Optional<InputFile> one(FileRole role) {
            return all(role).stream().findFirst();
        }
    }
}
