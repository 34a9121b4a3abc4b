package io.github.fixationheatmap.read.aoi;

import com.fasterxml.jackson.core.JsonFactory;
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
import io.github.fixationheatmap.read.JsonFile;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Streams a JSON file with areas of interest. It holds one area at a time and skips members that no format reads, such as LabelMe's copy of
 * the image.
 */
final class AoiDocument {

    /** The maximum size of a file. Jackson limits each text in it, and so each data URL, to 20 million characters. */
    static final long MAX_BYTES = 256L << 20;

    /** The maximum number of JSON tokens, which bounds the memory for one area. */
    private static final long MAX_TOKENS = 4_000_000;

    /** The maximum number of members that an error lists. */
    private static final int MAX_MEMBERS_SHOWN = 20;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build()).build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            // Python writes NaN and Infinity. They are parsed, so that they are refused as numbers and with their location.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** Reads a file into the format that it is in, and returns that format. */
    AoiFormat read(InputFile file, List<AoiFormat> formats) {
        file.checkSize(MAX_BYTES);
        try (InputStream in = file.open(); JsonParser json = mapper.createParser(in)) {
            return new Parser(file.name(), json, formats).read();
        } catch (StreamConstraintsException tooLarge) {
            throw problem(file, tooLarge, ProblemType.TOO_LARGE, "less than that").asException(tooLarge);
        } catch (JsonProcessingException bad) {
            throw problem(file, bad, ProblemType.BAD_JSON, "valid JSON").asException(bad);
        } catch (CharConversionException bad) {
            throw new Problem(ProblemType.BAD_JSON, new Location.WholeFile(file.name()), bad.getMessage(), "JSON in UTF-8")
                    .asException(bad);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem problem(InputFile file, JsonProcessingException bad, ProblemType type, String expected) {
        // Jackson appends the location of the opening bracket to some messages.
        String message = bad.getOriginalMessage();
        int suffix = message.indexOf(" (start marker");
        return new Problem(type, JsonFile.location(file.name(), bad), suffix < 0 ? message : message.substring(0, suffix), expected);
    }

    /** Reads one file. */
    private record Parser(String file, JsonParser json, List<AoiFormat> formats, List<String> members, List<AoiFormat> found) {

        Parser(String file, JsonParser json, List<AoiFormat> formats) {
            this(file, json, formats, new ArrayList<>(), new ArrayList<>());
        }

        AoiFormat read() throws IOException {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw unknownFormat(json.currentToken() == JsonToken.START_ARRAY ? "a list" : "no object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                readMember(json.currentName());
            }
            if (json.nextToken() != null) {
                throw new Problem(ProblemType.BAD_JSON, new Location.WholeFile(file), "more behind the end of the object", "one object")
                        .asException();
            }
            if (found.size() != 1) {
                throw unknownFormat(found.isEmpty() ? String.join(", ", members)
                        : found.stream().map(AoiFormat::title).collect(Collectors.joining(" and ")));
            }
            return found.get(0);
        }

        private void readMember(String name) throws IOException {
            if (members.size() < MAX_MEMBERS_SHOWN) {
                members.add(name);
            }
            JsonToken token = json.nextToken();
            for (AoiFormat format : formats) {
                if (format.areasMember().equals(name)) {
                    found.add(format);
                    readAreas(format, name);
                    return;
                }
                if (format.otherMembers().contains(name) && token != JsonToken.VALUE_NULL) {
                    format.readMember(name, JsonValue.at(file, "/" + name, json.readValueAsTree()));
                    return;
                }
            }
            json.skipChildren();
        }

        private void readAreas(AoiFormat format, String name) throws IOException {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw JsonValue.at(file, "/" + name, json.readValueAsTree()).bad("a list of areas");
            }
            for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                if (i == AoiReader.MAX_AREAS) {
                    throw new Problem(ProblemType.TOO_LARGE, new Location.Pointer(file, "/" + name), "more areas",
                            "at most " + AoiReader.MAX_AREAS + " areas").asException();
                }
                JsonNode area = json.readValueAsTree();
                format.readArea(JsonValue.at(file, "/" + name + "/" + i, area));
            }
        }

        private ProblemException unknownFormat(String actual) {
            return new Problem(ProblemType.UNKNOWN_AOI_FORMAT, new Location.Pointer(file, ""), actual,
                    "one of " + formats.stream().map(AoiFormat::title).collect(Collectors.joining(", "))).asException();
        }
    }

    /** The root of a file, as the location of problems. */
    static JsonValue root(InputFile file) {
        return JsonValue.at(file.name(), "", MissingNode.getInstance());
    }
}
