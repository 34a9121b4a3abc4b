package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.drop.ExportPart.FileRole;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of one export, grouped by role. */
sealed interface ExportParts {

    /** A file and its part in the export. */
    record PartFile(ExportPart part, InputFile file) {
        boolean isRequired() {
            return part.role() == FileRole.FIXATIONS || part.role() == FileRole.REFERENCE_IMAGE;
        }
    }

    /** Groups files by role. Each role allows one file, except that areas of interest may be any number of masks. */
    static ExportParts of(List<PartFile> files) {
        Map<FileRole, List<PartFile>> parts = new EnumMap<>(FileRole.class);
        for (PartFile file : files) {
            List<PartFile> others = parts.computeIfAbsent(file.part().role(), r -> new ArrayList<>());
            if (!others.isEmpty() && !(others.getLast().part().isInMaskFolder() && file.part().isInMaskFolder())) {
                return new Conflict(new Problem(ProblemType.AMBIGUOUS_FILES, new Location.WholeFile(file.file().name()),
                        others.getLast().file().name() + ", " + file.file().name(), "one of them"));
            }
            others.add(file);
        }
        return new Grouped(parts);
    }

    /** Two files have the same role. */
    record Conflict(Problem problem) implements ExportParts {}

    /** No two files have the same role. Required files may be missing. */
    record Grouped(Map<FileRole, List<PartFile>> parts) implements ExportParts {

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

        Optional<InputFile> fixations() {
            return one(FileRole.FIXATIONS);
        }

        Export complete(String folder, Optional<InputFile> siblingOptions) {
            List<InputFile> options = new ArrayList<>(all(FileRole.OPTIONS));
            siblingOptions.ifPresent(options::add);
            return new Export.Complete(folder, one(FileRole.FIXATIONS).orElseThrow(), one(FileRole.REFERENCE_IMAGE).orElseThrow(),
                    one(FileRole.SECTIONS), options, all(FileRole.AOIS), all(FileRole.UNSUPPORTED_MASK), one(FileRole.EVENTS),
                    one(FileRole.RECORDINGS));
        }

        private List<InputFile> all(FileRole role) {
            return parts.getOrDefault(role, List.of()).stream().map(PartFile::file).toList();
        }

        private Optional<InputFile> one(FileRole role) {
            return all(role).stream().findFirst();
        }
    }
}
