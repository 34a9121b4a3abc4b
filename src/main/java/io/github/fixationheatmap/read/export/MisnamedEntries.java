package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.drop.Misnamed;
import io.github.fixationheatmap.model.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The entries of a zip and the files beside it that are never read, and whose names are like those of files that are. */
final class MisnamedEntries {

    /** No more are held. Messages name fewer. */
    private static final int MAX = 1_000;

    private final Set<Misnamed> all = new LinkedHashSet<>();
    private final List<Misnamed> besideZip = new ArrayList<>();

    /** Adds an entry, if it is such a one. Its path is unchecked. */
    void add(String path) {
        if (all.size() < MAX && Names.brokenRule(path).isEmpty()) {
            Misnamed.of(path).or(() -> Misnamed.zipInZip(path)).ifPresent(all::add);
        }
    }

    /** Adds a file beside the zip. It belongs to each export. */
    void addBesideZip(Misnamed file) {
        besideZip.add(file);
    }

    /** Forgets folders that are exports of their own. Folders have no slash at their end. */
    void withoutExports(Set<String> folders) {
        all.removeIf(m -> m.kind() == Misnamed.Kind.FOLDER && folders.contains(m.name().substring(0, m.name().length() - 1)));
    }

    List<Misnamed> all() {
        return List.copyOf(all);
    }

    /** Those in a folder, which is empty or a path without a slash at its end, zips in any folder, and files beside the zip. */
    List<Misnamed> in(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return Stream.concat(all.stream().filter(m -> m.kind() == Misnamed.Kind.ZIP || m.folder().equals(prefix)), besideZip.stream())
                .toList();
    }
}
