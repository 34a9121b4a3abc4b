package io.github.fixationheatmap.read.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.Limits;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a CSV file that its parser refuses: the parser says it, and where, in its message alone. */
final class CsvDamage {

    private static final Pattern LINE = Pattern.compile("(?:started in|starting at) line (\\d+)");
    private static final Pattern BEHIND_QUOTE = Pattern.compile("Unexpected character after closing quote: '(.)'", Pattern.DOTALL);

    private CsvDamage() {}

    /**
     * The problem that a refusal speaks of.
     *
     * @param refusal the parser's
     * @param file the file's name
     * @param line where the problem lies if the message names no line
     */
    static ProblemException of(CsvParseException refusal, String file, long line) {
        Throwable reason = refusal.getCause() == null ? refusal : refusal.getCause();
        String message = String.valueOf(reason.getMessage());
        Matcher named = LINE.matcher(refusal.getMessage() + " " + message);
        long at = named.find() ? Long.parseLong(named.group(1)) : line;
        return problem(message, new Location.Line(file, at)).asException(refusal);
    }

    private static Problem problem(String message, Location.Line place) {
        Matcher behind = BEHIND_QUOTE.matcher(message);
        if (behind.find()) {
            return new Problem(ProblemType.BAD_ROW, place, behind.group(1), "a comma or the line's end behind a closed quote");
        }
        if (message.startsWith("Unclosed")) {
            return new Problem(ProblemType.BAD_ROW, place, "a quote that is never closed", "a second quote at the field's end");
        }
        // What else it refuses is a field that does not fit into its buffer.
        return new Problem(ProblemType.TOO_LARGE, place, "a field of more than " + Limits.MAX_FIELD_CHARS + " characters",
                CsvFields.FIELDS);
    }
}
