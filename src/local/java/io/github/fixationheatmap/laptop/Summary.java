package io.github.fixationheatmap.laptop;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.model.Warning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a manifest counted, in a few lines for a terminal. */
final class Summary {

    private static final int MAX_PAIRS = 3;
    private static final int MAX_ALIKE = 3;

    private Summary() {}

    /** The lines, most important last. */
    static List<String> of(JsonNode manifest) {
        JsonNode rows = manifest.path("rows");
        List<String> lines = new ArrayList<>();
        lines.add("rows read     " + rows.path("read").asText("?"));
        lines.add("counted       " + rows.path("counted").asText("?"));
        lines.add("left out      " + leftOut(rows.path("leftOut")));
        worst(manifest.path("recordings")).ifPresent(lines::add);
        lines.addAll(groups(manifest.path("comparisons")));
        lines.add("stability     " + manifest.at("/stability/detail").asText("?"));
        lines.addAll(warnings(manifest.path("warnings")));
        return lines;
    }

    /** The first warnings of each type. With hundreds of areas, one type would fill the screen. */
    private static List<String> warnings(JsonNode warnings) {
        List<Warning> all = StreamSupport.stream(warnings.spliterator(), false)
                .map(warning -> new Warning(warning.path("type").asText(), warning.path("detail").asText(warning.asText()))).toList();
        List<String> lines = new ArrayList<>();
        Warning.byType(all).values().forEach(alike -> {
            alike.stream().limit(MAX_ALIKE).forEach(detail -> lines.add("warning       " + detail));
            if (alike.size() > MAX_ALIKE) {
                lines.add("warning       " + (alike.size() - MAX_ALIKE) + " more of this kind in manifest.json");
            }
        });
        return lines;
    }

    /** Of several recordings the one that the largest share of its rows was left out of: its mapping may be bad. */
    private static Optional<String> worst(JsonNode recordings) {
        return StreamSupport.stream(recordings.spliterator(), false)
                .filter(r -> recordings.size() > 1 && sum(r.path("leftOut")) > 0 && r.at("/leftOut/recordingNotSelected").asLong() == 0)
                .max(Comparator.comparingDouble(r -> sum(r.path("leftOut")) / (double) rows(r)))
                .map(r -> "largest share " + r.path("name").asText() + ": of " + rows(r) + " rows " + leftOut(r.path("leftOut")));
    }

    /** What the first pairs of groups differ in. */
    private static List<String> groups(JsonNode pairs) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(MAX_PAIRS, pairs.size()); i++) {
            JsonNode pair = pairs.path(i);
            String found = pair.path("binsDifferent").asLong() == 0 ? "no difference that is more than chance" : String.format(
                    Locale.ROOT, "different in %.1f %% of the image", 100 * pair.path("shareDifferent").asDouble());
            lines.add("groups        " + pair.path("a").asText() + " and " + pair.path("b").asText() + ": " + found
                    + String.format(Locale.ROOT, " (smallest p %.2g, cc %.2f)", pair.path("smallestP").asDouble(),
                    pair.path("cc").asDouble()));
        }
        if (pairs.size() > MAX_PAIRS) {
            lines.add("groups        " + (pairs.size() - MAX_PAIRS) + " more pairs in groups.csv");
        }
        return lines;
    }

    private static long rows(JsonNode recording) {
        return recording.path("fixationsCounted").asLong() + sum(recording.path("leftOut"));
    }

    private static long sum(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false).mapToLong(JsonNode::asLong).sum();
    }

    private static String leftOut(JsonNode reasons) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> reason : reasons.properties()) {
            if (reason.getValue().asLong() > 0) {
                parts.add(reason.getValue().asText() + " " + words(reason.getKey()));
            }
        }
        return parts.isEmpty() ? "0" : sum(reasons) + " (" + String.join(", ", parts) + ")";
    }

    /** {@code outsideImage} as "outside image". */
    private static String words(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
