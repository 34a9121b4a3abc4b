package io.github.fixationheatmap.read.csv;

import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a table.
 *
 * @param file the name of the table's file
 * @param all the names of all columns, in their order
 */
record CsvHeader(String file, List<String> all) {

    CsvHeader {
        all = List.copyOf(all);
    }

    /** The names of the columns in their order; of an empty last one, which a separator at the end makes, none. */
    List<String> names() {
        return !all.isEmpty() && all.getLast().isBlank() ? all.subList(0, all.size() - 1) : all;
    }

    boolean has(String name) {
        return all.contains(name);
    }

    /** The names of the columns, as in the file. */
    String text() {
        return String.join(",", all);
    }

    /** The header, if it may be quoted. A first line without a known column may be a row with personal data. */
    private @Nullable String quotable(Privacy privacy) {
        return has("recording id") || has("section id") ? text() : privacy.quotable(text());
    }

    /**
     * Where the column of this name is, counted from 0.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if it is not there, or more than once
     */
    int index(String name, Privacy privacy) {
        int index = all.indexOf(name);
        if (index < 0) {
            throw new Problem(ProblemType.MISSING_COLUMN, new Location.Line(file, 1), quotable(privacy),
                    "a column \"" + name + "\"" + similarName(name)).asException();
        }
        int second = all.lastIndexOf(name);
        if (second != index) {
            throw new Problem(ProblemType.AMBIGUOUS_COLUMN, new Location.Cell(file, 1, second + 1, name), name, "the column once")
                    .asException();
        }
        return index;
    }

    /** A hint at a similar name: one that differs in case, or is the end of the expected name. */
    private String similarName(String name) {
        return all.stream().filter(n -> n.strip().equalsIgnoreCase(name) || (!n.isBlank() && name.endsWith(" " + n.strip())))
                .findFirst().map(n -> " (not \"" + n + "\")").orElse("");
    }
}
