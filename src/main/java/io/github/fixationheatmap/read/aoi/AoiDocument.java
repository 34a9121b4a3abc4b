package io.github.fixationheatmap.read.aoi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Streams a JSON file with areas of interest: of its top object each area is read by itself, and what no format asks for is passed over
 * without being held, LabelMe's copy of the picture above all.
 */
final class AoiDocument {

    /** The longest file. A data URL in it is no longer than Jackson's own limit for a text, 20 million characters. */
    static final long MAX_BYTES = 256L << 20;

    /** The most names, numbers and brackets: a bound of the memory that one area may take. */
    private static final long MAX_TOKENS = 4_000_000;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build()).build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            // Python writes NaN and Infinity: refused as numbers, with their place, and not as a fault of the file's grammar.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** Feeds a file to the one of the formats that it is in, and gives that format. */
    AoiFormat read(InputFile file, List<AoiFormat> formats) {
        file.checkSize(MAX_BYTES);
        try (InputStream in = file.open(); JsonParser json = mapper.createParser(in)) {
            return new Reading(file.name(), json, formats).read();
        } catch (StreamConstraintsException tooMuch) {
            throw at(file, tooMuch, ProblemType.TOO_LARGE, "less than that").asException(tooMuch);
        } catch (JsonProcessingException bad) {
            throw at(file, bad, ProblemType.BAD_JSON, "valid JSON").asException(bad);
        } catch (CharConversionException bad) {
            throw new Problem(ProblemType.BAD_JSON, new Location.WholeFile(file.name()), bad.getMessage(), "JSON in UTF-8")
                    .asException(bad);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem at(InputFile file, JsonProcessingException bad, ProblemType type, String expected) {
        JsonLocation at = bad.getLocation();
        Location place = at == null || at.getLineNr() < 1
                ? new Location.WholeFile(file.name())
                : new Location.Position(file.name(), at.getLineNr(), at.getColumnNr());
        // Jackson ends some messages with where a bracket was opened, in words of its own.
        String message = bad.getOriginalMessage();
        int aside = message.indexOf(" (start marker");
        return new Problem(type, place, aside < 0 ? message : message.substring(0, aside), expected);
    }

    /** One file being read. */
    private record Reading(String file, JsonParser json, List<AoiFormat> formats, List<String> members, List<AoiFormat> found) {

        Reading(String file, JsonParser json, List<AoiFormat> formats) {
            this(file, json, formats, new ArrayList<>(), new ArrayList<>());
        }

        AoiFormat read() throws IOException {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw unknown(json.currentToken() == JsonToken.START_ARRAY ? "a list" : "no object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                member(json.currentName());
            }
            if (json.nextToken() != null) {
                throw new Problem(ProblemType.BAD_JSON, new Location.WholeFile(file), "more behind the end of the object", "one object")
                        .asException();
            }
            if (found.size() != 1) {
                throw unknown(found.isEmpty() ? String.join(", ", members)
                        : found.stream().map(AoiFormat::title).collect(Collectors.joining(" and ")));
            }
            return found.get(0);
        }

        private void member(String name) throws IOException {
            members.add(name);
            JsonToken token = json.nextToken();
            for (AoiFormat format : formats) {
                if (format.areas().equals(name)) {
                    found.add(format);
                    areas(format, name);
                    return;
                }
                if (format.others().contains(name) && token != JsonToken.VALUE_NULL) {
                    format.other(name, JsonValue.at(file, "/" + name, json.readValueAsTree()));
                    return;
                }
            }
            json.skipChildren();
        }

        private void areas(AoiFormat format, String name) throws IOException {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw JsonValue.at(file, "/" + name, json.readValueAsTree()).bad("a list of areas");
            }
            for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                if (i == AoiReader.MAX_AREAS) {
                    throw new Problem(ProblemType.TOO_LARGE, new Location.Pointer(file, "/" + name), "more areas",
                            "at most " + AoiReader.MAX_AREAS + " areas").asException();
                }
                JsonNode area = json.readValueAsTree();
                format.area(JsonValue.at(file, "/" + name + "/" + i, area));
            }
        }

        private ProblemException unknown(String seen) {
            return new Problem(ProblemType.UNKNOWN_AOI_FORMAT, new Location.Pointer(file, ""), seen,
                    "one of " + formats.stream().map(AoiFormat::title).collect(Collectors.joining(", "))).asException();
        }
    }

    /** The top of a file, for problems to point to. */
    static JsonValue top(InputFile file) {
        return JsonValue.at(file.name(), "", MissingNode.getInstance());
    }
}
