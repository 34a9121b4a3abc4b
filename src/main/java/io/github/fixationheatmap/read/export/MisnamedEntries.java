package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.drop.Misnamed;
import io.github.fixationheatmap.model.Names;
import java.util.ArrayList;
import java.util.List;

/** The entries of a zip that are never read, and whose names are like those of files that are. */
final class MisnamedEntries {

    /** No more are held. Messages name fewer. */
    private static final int MAX = 1_000;

    private final List<Misnamed> all = new ArrayList<>();

    /** Adds an entry, if it is such a one. Its path is unchecked. */
    void add(String path) {
        if (all.size() < MAX && Names.brokenRule(path).isEmpty()) {
            Misnamed.of(path).or(() -> Misnamed.zipInZip(path)).ifPresent(all::add);
        }
    }

    List<Misnamed> all() {
        return List.copyOf(all);
    }

    /** Those in a folder, which is empty or a path without a slash at its end, and zips in any folder. */
    List<Misnamed> in(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return all.stream().filter(m -> m.kind() == Misnamed.Kind.ZIP
                || (m.name().startsWith(prefix) && m.name().lastIndexOf('/') == prefix.length() - 1)).toList();
    }
}
