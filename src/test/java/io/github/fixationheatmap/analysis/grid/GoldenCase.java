package io.github.fixationheatmap.analysis.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A case made with numpy and OpenCV: the input, and the result of each stage. */
public record GoldenCase(String name, int width, int height, double scale, boolean byDuration) {

    public static Stream<GoldenCase> all() {
        return Stream.of("corner", "duration", "landscape", "panorama", "portrait-surface", "sharp").map(GoldenCase::read);
    }

    private static GoldenCase read(String name) {
        try {
            JsonNode json = new ObjectMapper().readTree(bytes(name, "case.json"));
            boolean byDuration = json.get("weight").asText().equals("duration");
            return new GoldenCase(name, json.get("width").asInt(), json.get("height").asInt(), json.get("scale").asDouble(), byDuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** The histogram of the mapped fixations, with durations in ns; the columns are found by the start of their names. */
    public Histogram histogram() {
        Histogram histogram = new Histogram(Grid.of(width, height));
        List<String> lines = lines("fixations.csv");
        List<String> header = Arrays.asList(lines.get(0).split(","));
        int x = indexOf(header, "fixation x");
        boolean normalized = header.get(x).contains("normalized");
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (!fields[x].isEmpty()) {
                long ns = Long.parseLong(fields[indexOf(header, "end")]) - Long.parseLong(fields[indexOf(header, "start")]);
                double weight = byDuration ? ns : 1;
                double px = Double.parseDouble(fields[x]) * (normalized ? width : 1);
                double py = Double.parseDouble(fields[indexOf(header, "fixation y")]) * (normalized ? height : 1);
                histogram.add(px, py, weight);
            }
        }
        return histogram;
    }

    public ScalarField field() {
        return ScalarField.of(histogram(), GaussianBlur.ofScale(scale));
    }

    /** The bins of the reference, with durations in ns: the file has ms with six decimals. */
    public double[][] expectedBins() {
        int decimals = byDuration ? 6 : 0;
        return lines("histogram.csv").stream()
                .map(line -> Arrays.stream(line.split(",")).map(BigDecimal::new)
                        .mapToDouble(bin -> bin.movePointRight(decimals).doubleValue()).toArray())
                .toArray(double[][]::new);
    }

    public BufferedImage image(String file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes(name, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String file) {
        return new String(bytes(name, file), StandardCharsets.UTF_8).lines().toList();
    }

    private static int indexOf(List<String> header, String start) {
        return header.indexOf(header.stream().filter(column -> column.startsWith(start)).findFirst().orElseThrow());
    }

    private static byte[] bytes(String name, String file) {
        try (InputStream in = GoldenCase.class.getResourceAsStream("/golden/" + name + "/" + file)) {
            if (in == null) {
                throw new AssertionError("no " + name + "/" + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
