package io.github.fixationheatmap.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.IntFunction;

/** What batches of the study {@code lab} would have left, without their work. */
final class StudyParts {

    private StudyParts() {}

    /**
     * The part of one zip of many exports.
     *
     * @param zip its name without the extension
     * @param names the folder of each export in the zip
     * @param outcomes how each ended
     */
    static JsonNode ofZip(String zip, int exports, IntFunction<String> names, IntFunction<String> outcomes) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = part.putArray("exports");
        for (int export = 0; export < exports; export++) {
            boolean done = outcomes.apply(export).equals("done");
            rows.addObject().put("drop", "inbox/lab/" + zip + ".zip").put("results", "lab/" + zip + "/" + names.apply(export) + "/")
                    .put("outcome", outcomes.apply(export)).put("detail", done ? "" : "fixations.csv: expected <a> & \"b\".")
                    .put("recordings", done ? 12 : 0).put("fixations", done ? 3000 : 0).put("report", done).put("ms", 1400);
        }
        return part;
    }
}
