package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.csv.CsvRow;
import io.github.fixationheatmap.read.csv.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells rows of the stimulus that the reference image shows from others: the chosen one, or the only one of the export. Not thread-safe.
 */
final class Stimuli {

    /** Names beyond these are not collected. */
    private static final int MAX_NAMES = 10_000;

    private static final int NAMES_SHOWN = 20;
    private static final String POINTER = "/stimulus";

    private final TableSetup setup;
    private final Set<String> names = new LinkedHashSet<>();
    private Optional<String> ours;
    private boolean found;
    private char[] last = {};
    private Match lastMatch = Match.NONE;

    /** Whether a row belongs to the stimulus. */
    enum Match { OURS, OTHER, NONE }

    Stimuli(TableSetup setup) {
        this.setup = setup;
        this.ours = setup.options().stimulus();
    }

    /** Whether a row belongs to the stimulus; {@link Match#NONE} if it names none. */
    Match match(CsvRow row, CsvTable.Column column) {
        if (last.length == 0 || !row.is(column, last)) {
            String text = row.nameOrNothing(column);
            lastMatch = text.isEmpty() ? Match.NONE : match(text);
            last = row.text(column).toCharArray();
        }
        return lastMatch;
    }

    private Match match(String text) {
        if (names.size() < MAX_NAMES) {
            names.add(text);
        }
        if (ours.isEmpty()) {
            ours = Optional.of(text);
        }
        found |= text.equals(ours.get());
        return text.equals(ours.get()) ? Match.OURS : Match.OTHER;
    }

    /** Whether no more rows need to be read, because there are several stimuli and none was chosen: {@link #checkFound} says so. */
    boolean isAmbiguous() {
        return setup.options().stimulus().isEmpty() && names.size() > 1;
    }

    /** Whether all names are collected that a message needs. */
    boolean isFull() {
        return names.size() == MAX_NAMES;
    }

    /**
     * The stimulus of a table that has columns of its own for each of its stimuli.
     *
     * @throws ProblemException if the chosen one is not there, or there are several and none was chosen
     */
    String choose(List<String> all) {
        names.addAll(all);
        if (ours.isEmpty() && all.size() == 1) {
            ours = Optional.of(all.getFirst());
        }
        found = ours.isPresent() && all.contains(ours.get());
        checkFound();
        return ours.orElseThrow();
    }

    /** The stimulus whose rows were read; empty where no table names one. */
    Optional<String> read() {
        return found ? ours : Optional.empty();
    }

    /** Refuses several stimuli of which none was chosen, and one that is not there. */
    void checkFound() {
        if (isAmbiguous()) {
            throw setup.bad(POINTER, null, "the stimulus that the image shows, because the table has several: " + shown());
        }
        if (!found && setup.options().stimulus().isPresent()) {
            throw setup.bad(POINTER, setup.options().stimulus().get(), names.isEmpty()
                    ? "null, because the table names no stimulus (\"stimulus\" in the option layout names its column)"
                    : "a stimulus of the table: " + shown());
        }
    }

    /** The first names, and before them those that the image is named after. */
    private String shown() {
        String image = base(setup.image());
        List<String> first = new ArrayList<>(names.stream().filter(name -> base(name).equalsIgnoreCase(image)).toList());
        List<String> shown = Stream.concat(first.stream(), names.stream().filter(name -> !first.contains(name))).limit(NAMES_SHOWN)
                .toList();
        int more = names.size() - shown.size();
        return String.join(", ", shown) + (more == 0 ? "" : " and " + (isFull() ? "at least " : "") + more + " more");
    }

    private static String base(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file;
    }
}
