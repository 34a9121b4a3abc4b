package io.github.fixationheatmap.read.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.Limits;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts an exception of the CSV parser to a problem. The parser states the reason and the line only in its message. */
final class CsvParseProblem {

    private static final Pattern LINE = Pattern.compile("(?:started in|starting at) line (\\d+)");
    private static final Pattern AFTER_QUOTE = Pattern.compile("Unexpected character after closing quote: '(.)'", Pattern.DOTALL);

    private CsvParseProblem() {}

    /**
     * The problem that an exception describes.
     *
     * @param e the parser's exception
     * @param file the name of the file
     * @param line the line of the problem if the message has none
     */
    static ProblemException of(CsvParseException e, String file, long line) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        String message = String.valueOf(reason.getMessage());
        Matcher named = LINE.matcher(e.getMessage() + " " + message);
        long at = named.find() ? Long.parseLong(named.group(1)) : line;
        return problem(message, new Location.Line(file, at)).asException(e);
    }

    private static Problem problem(String message, Location.Line location) {
        Matcher afterQuote = AFTER_QUOTE.matcher(message);
        if (afterQuote.find()) {
            return new Problem(ProblemType.BAD_ROW, location, afterQuote.group(1), "a comma or the line's end behind a closed quote");
        }
        if (message.startsWith("Unclosed")) {
            return new Problem(ProblemType.BAD_ROW, location, "a quote that is never closed", "a second quote at the field's end");
        }
        // The only other reason is a field that does not fit into the parser's buffer.
        return new Problem(ProblemType.TOO_LARGE, location, "a field of more than " + Limits.MAX_FIELD_CHARS + " characters",
                CsvFields.FIELDS);
    }
}
