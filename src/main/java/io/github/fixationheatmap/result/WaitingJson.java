package io.github.fixationheatmap.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Misnamed;
import java.util.List;

/** What an export waits for, and which of its files have perhaps the wrong names, as JSON. */
public final class WaitingJson {

    private static final int MAX_FOUND = 100;

    private WaitingJson() {}

    /**
     * The document.
     *
     * @param missing the names of the missing files
     * @param misnamed the files with perhaps wrong names, of which the first {@value #MAX_FOUND} are listed
     */
    public static ObjectNode of(List<String> missing, List<Misnamed> misnamed, Tool tool) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("detail", "This drop waits for " + String.join(" and ", missing) + "; " + Misnamed.advice(misnamed) + ".");
        missing.forEach(json.putArray("waitingFor")::add);
        ArrayNode found = json.putArray("found");
        misnamed.stream().limit(MAX_FOUND).forEach(file -> found.addObject().put("name", file.name()).put("meant", file.meant()));
        json.set("tool", tool.json());
        return json;
    }
}
