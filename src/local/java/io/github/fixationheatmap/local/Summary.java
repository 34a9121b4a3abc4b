package io.github.fixationheatmap.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a manifest counted, in a few lines for a terminal. */
final class Summary {

    private Summary() {}

    /** The lines, most important last. */
    static List<String> of(JsonNode manifest) {
        JsonNode rows = manifest.path("rows");
        List<String> lines = new ArrayList<>();
        lines.add("rows read     " + rows.path("read").asText("?"));
        lines.add("counted       " + rows.path("counted").asText("?"));
        lines.add("left out      " + leftOut(rows.path("leftOut")));
        for (JsonNode warning : manifest.path("warnings")) {
            lines.add("warning       " + warning.path("detail").asText(warning.asText()));
        }
        return lines;
    }

    private static String leftOut(JsonNode reasons) {
        long sum = 0;
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> reason : reasons.properties()) {
            if (reason.getValue().asLong() > 0) {
                sum += reason.getValue().asLong();
                parts.add(reason.getValue().asText() + " " + words(reason.getKey()));
            }
        }
        return parts.isEmpty() ? "0" : sum + " (" + String.join(", ", parts) + ")";
    }

    /** {@code outsideImage} as "outside image". */
    private static String words(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
