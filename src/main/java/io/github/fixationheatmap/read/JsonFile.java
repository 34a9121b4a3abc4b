package io.github.fixationheatmap.read;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads small JSON files of an export. Duplicate names in an object and text after the value are errors. */
public final class JsonFile {

    /** Parts of Jackson's messages that address programmers. */
    private static final Pattern HINTS = Pattern.compile("( \\((start marker|of type|bound as|not recognized)|: enable |, from `).*");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonFile() {}

    /**
     * Reads a file.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if it is longer than {@code maxBytes} or is not valid JSON
     */
    public static JsonNode read(InputFile file, long maxBytes) {
        return parse(file.name(), file.readAll(maxBytes));
    }

    /**
     * Parses a text.
     *
     * @param name the name of the text in problems
     * @throws io.github.fixationheatmap.problem.ProblemException if it is not valid JSON
     */
    public static JsonNode parse(String name, byte[] bytes) {
        try {
            JsonNode json = MAPPER.readTree(bytes);
            if (json.isMissingNode()) {
                throw new Problem(ProblemType.BAD_JSON, new Location.WholeFile(name), "nothing", "valid JSON").asException();
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new Problem(ProblemType.BAD_JSON, location(name, e), withoutHints(e), "valid JSON").asException(e);
        } catch (NumberFormatException beyond) {
            throw new Problem(ProblemType.BAD_JSON, new Location.WholeFile(name), "a number beyond all bounds",
                    "numbers with exponents of at most 9 digits").asException(beyond);
        } catch (CharConversionException noText) {
            throw new Problem(ProblemType.BAD_TEXT, new Location.WholeFile(name), null, "text in UTF-8").asException(noText);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the parser stopped: a line and a column, unless it names none. */
    public static Location location(String name, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? new Location.WholeFile(name)
                : new Location.Position(name, at.getLineNr(), at.getColumnNr());
    }

    private static String withoutHints(JsonProcessingException e) {
        Matcher hint = HINTS.matcher(e.getOriginalMessage());
        // The hint ", from ..." includes the closing bracket after a limit, which has to stay.
        return hint.replaceFirst(hint.find() && hint.group().startsWith(", from") ? ")" : "");
    }
}
