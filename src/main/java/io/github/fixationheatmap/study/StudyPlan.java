package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run of a study does: all its drops, in the state in which they were listed.
 *
 * @param drops the drops
 * @param estimate what it may cost; empty where nothing does
 */
record StudyPlan(StudyDrops drops, Optional<StudyCost> estimate) {

    /** The plan as JSON. */
    JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        estimate.ifPresent(cost -> json.set("estimate", cost.json()));
        ObjectNode states = json.putObject("drops");
        drops.inputs().forEach(states::put);
        return json;
    }

    /** Reads a plan. */
    static StudyPlan of(JsonNode json) {
        TreeMap<String, String> inputs = new TreeMap<>();
        json.path("drops").properties().forEach(drop -> inputs.put(drop.getKey(), drop.getValue().asText()));
        return new StudyPlan(new StudyDrops(inputs, StudyDrops.Extent.WHOLE),
                Optional.of(json.path("estimate")).filter(JsonNode::isObject).map(StudyCost::of));
    }

    /** The number of batches. */
    int batches() {
        return Math.ceilDiv(drops.inputs().size(), StudyPlanner.BATCH_SIZE);
    }
}
