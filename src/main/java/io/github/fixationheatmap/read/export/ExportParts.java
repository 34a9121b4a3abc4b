package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.drop.FileRole;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of one export by the parts that they are. */
sealed interface ExportParts {

    /** A file, and what it is to the export. */
    record Found(ExportPart part, InputFile file) {
        boolean isNeeded() {
            return part.role() == FileRole.FIXATIONS || part.role() == FileRole.REFERENCE_IMAGE;
        }
    }

    /** Sorts files; of every part there may be one file, of the areas of interest any number of masks in its place. */
    static ExportParts of(List<Found> files) {
        Map<FileRole, List<Found>> parts = new EnumMap<>(FileRole.class);
        for (Found found : files) {
            List<Found> others = parts.computeIfAbsent(found.part().role(), r -> new ArrayList<>());
            if (!others.isEmpty() && !(others.getLast().part().isAmongMasks() && found.part().isAmongMasks())) {
                return new Ambiguous(new Problem(ProblemType.AMBIGUOUS_FILES, new Location.WholeFile(found.file().name()),
                        others.getLast().file().name() + ", " + found.file().name(), "one of them"));
            }
            others.add(found);
        }
        return new Clear(parts);
    }

    /** Two files for one part. */
    record Ambiguous(Problem problem) implements ExportParts {}

    /** No two files for one part; some part may be missing. */
    record Clear(Map<FileRole, List<Found>> parts) implements ExportParts {

        /** What is needed and not there, as people call it. */
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
                    one(FileRole.SECTIONS), options, all(FileRole.AOIS), all(FileRole.STRAY), one(FileRole.EVENTS),
                    one(FileRole.RECORDINGS));
        }

        private List<InputFile> all(FileRole role) {
            return parts.getOrDefault(role, List.of()).stream().map(Found::file).toList();
        }

        private Optional<InputFile> one(FileRole role) {
            return all(role).stream().findFirst();
        }
    }
}
