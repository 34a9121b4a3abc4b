package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.options.LayoutOption.TimeUnit;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.csv.CsvTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the columns of a table by their names: to the letter, or else without case and without a unit in brackets, which some versions of a
 * program add.
 */
final class ColumnNames {

    private static final int NAMES_SHOWN = 3;
    private static final int MAX_COMPARED = 64;
    private static final Pattern TIME = Pattern.compile("(?i)[\\[(](ns|us|μs|µs|ms|s)[\\])]$");
    private static final Pattern UNIT = Pattern.compile(" *(\\[(ns|us|μs|µs|ms|s|px|dacs ?px)]|\\(dacs ?px\\))$");
    private static final Pattern NORMALIZED = Pattern.compile(" *[\\[(]mcs ?norm[\\])]$");

    private final CsvTable table;
    private final List<String> names;
    private final List<String> plain;

    ColumnNames(CsvTable table) {
        this.table = table;
        this.names = table.names();
        this.plain = names.stream().map(ColumnNames::plain).toList();
    }

    private static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return NORMALIZED.matcher(UNIT.matcher(lower).replaceFirst("")).replaceFirst(" (mcsnorm)");
    }

    List<String> all() {
        return names;
    }

    boolean has(String name) {
        return find(List.of(name)).isPresent();
    }

    /**
     * The first of some columns that is there.
     *
     * @throws ProblemException if it is there twice
     */
    Optional<CsvTable.Column> find(List<String> candidates) {
        for (String name : candidates) {
            if (names.contains(name)) {
                return Optional.of(table.column(name));
            }
            int like = plain.indexOf(plain(name));
            if (like >= 0) {
                return Optional.of(table.column(names.get(like)));
            }
        }
        return Optional.empty();
    }

    /** The same, of columns of which one must be there. */
    CsvTable.Column get(List<String> candidates) {
        return find(candidates).orElseThrow(() -> missing(candidates.getFirst()));
    }

    private ProblemException missing(String name) {
        List<String> nearest = names.stream().filter(n -> !n.isBlank())
                .sorted(Comparator.comparingInt(n -> distance(plain(name), plain(n)))).limit(NAMES_SHOWN).map(ColumnNames::shown).toList();
        return new Problem(ProblemType.MISSING_COLUMN, table.headerLine(), null, "a column \"" + shown(name) + "\""
                + (nearest.isEmpty() ? "" : "; the nearest are " + String.join(", ", nearest))).asException();
    }

    /** A name for messages. */
    static String shown(String name) {
        String printable = name.chars().anyMatch(Character::isISOControl) ? name.replaceAll("\\p{Cntrl}", " ") : name;
        return printable.length() > MAX_COMPARED ? printable.substring(0, MAX_COMPARED) + "..." : printable;
    }

    /** The unit that the name of a column ends in. */
    static Optional<TimeUnit> time(String name) {
        Matcher unit = TIME.matcher(name.strip());
        return !unit.find() ? Optional.empty() : Optional.of(switch (unit.group(1).toLowerCase(Locale.ROOT)) {
            case "ns" -> TimeUnit.NS;
            case "ms" -> TimeUnit.MS;
            case "s" -> TimeUnit.S;
            default -> TimeUnit.US;
        });
    }

    /** The number of characters to add, take out or replace to get from one name to the other (Levenshtein). */
    static int distance(String first, String second) {
        String a = first.substring(0, Math.min(MAX_COMPARED, first.length()));
        String b = second.substring(0, Math.min(MAX_COMPARED, second.length()));
        int[] before = new int[b.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[b.length()];
    }
}
