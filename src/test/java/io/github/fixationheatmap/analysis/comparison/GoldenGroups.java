package io.github.fixationheatmap.analysis.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fixationheatmap.analysis.comparison.ComparedGroups.Pair;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A study of two groups, a and b, with results that were computed with numpy, OpenCV and scipy. */
final class GoldenGroups {

    private final String name;
    private final JsonNode expected;
    private final List<Map<String, String>> sections;
    private final RecordingMaps maps;

    private GoldenGroups(String name) {
        this.name = name;
        this.expected = json("expected.json");
        this.sections = table("sections.csv");
        this.maps = blurred();
    }

    static Stream<GoldenGroups> all() {
        return Stream.of("groups-between", "groups-paired").map(GoldenGroups::new);
    }

    @Override
    public String toString() {
        return name;
    }

    private RecordingMaps blurred() {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(bytes("reference_image.png")));
            Grid grid = Grid.of(image.getWidth(), image.getHeight());
            Map<String, Histogram> histograms = new TreeMap<>();
            for (Map<String, String> row : table("fixations.csv")) {
                if (field(row, "fixation detected in reference image").equalsIgnoreCase("true")) {
                    histograms.computeIfAbsent(field(row, "recording id"), id -> new Histogram(grid)).add(
                            Double.parseDouble(field(row, "fixation x [px]")), Double.parseDouble(field(row, "fixation y [px]")), 1);
                }
            }
            return RecordingMaps.none(grid).of(histograms.keySet(),
                    (id, bin) -> visit(Objects.requireNonNull(histograms.get(id)).rows(), bin), GaussianBlur.ofScale(3),
                    TimeCheck.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void visit(double[][] rows, RecordingMaps.SparseBins.Bin bin) {
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                if (rows[y][x] > 0) {
                    bin.add(x, y, rows[y][x]);
                }
            }
        }
    }

    RecordingMaps maps() {
        return maps;
    }

    ComparedGroups groups() {
        JsonNode names = json("heatmap.json").get("groups");
        if (expected.get("design").asText().equals("between")) {
            Map<String, List<String>> groups = new LinkedHashMap<>();
            groups.put("a", ids(names.get("a")));
            groups.put("b", ids(names.get("b")));
            return ComparedGroups.between(groups);
        }
        Map<String, String> second = new TreeMap<>();
        ids(names.get("b")).forEach(id -> second.put(wearer(id), id));
        return ComparedGroups.paired(
                "a", "b", ids(names.get("a")).stream()
                        .map(id -> new Pair(wearer(id), id, Objects.requireNonNull(second.get(wearer(id))))).toList());
    }

    ComparisonOptions options(Correction correction) {
        return ComparisonOptions.PUBLISHED.withCorrection(correction).withPermutations(expected.get("permutations").asInt())
                .withSeed(expected.get("seed").asLong());
    }

    JsonNode expected() {
        return expected;
    }

    /** An array, {@code [ny][nx]}. */
    double[][] array(String array) {
        return new String(bytes(array + ".csv"), StandardCharsets.UTF_8).lines()
                .map(line -> Arrays.stream(line.replace("nan", "NaN").split(",")).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
    }

    private List<String> ids(JsonNode names) {
        List<String> ids = new ArrayList<>();
        for (JsonNode recording : names) {
            sections.stream().filter(section -> field(section, "recording name").equals(recording.asText()))
                    .forEach(section -> ids.add(field(section, "recording id")));
        }
        return ids;
    }

    private String wearer(String id) {
        return field(sections.stream().filter(section -> field(section, "recording id").equals(id)).findFirst().orElseThrow(), "wearer id");
    }

    private static String field(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column));
    }

    private JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(bytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, String>> table(String file) {
        List<String[]> lines = new String(bytes(file), StandardCharsets.UTF_8).lines().map(line -> line.split(",", -1)).toList();
        return lines.stream().skip(1).map(fields -> {
            Map<String, String> row = new LinkedHashMap<>();
            IntStream.range(0, fields.length).forEach(i -> row.put(lines.getFirst()[i], fields[i]));
            return row;
        }).toList();
    }

    private byte[] bytes(String file) {
        try (InputStream in = GoldenGroups.class.getResourceAsStream("/golden/" + name + "/" + file)) {
            if (in == null) {
                throw new AssertionError("no " + name + "/" + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
