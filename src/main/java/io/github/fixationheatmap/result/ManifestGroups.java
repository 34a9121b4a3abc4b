package io.github.fixationheatmap.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.Participants;
import io.github.fixationheatmap.analysis.comparison.GroupComparison;
import io.github.fixationheatmap.analysis.comparison.GroupComparison.PermutationTest;
import io.github.fixationheatmap.analysis.comparison.GroupComparison.Sampling;
import io.github.fixationheatmap.analysis.comparison.GroupStudy;
import io.github.fixationheatmap.analysis.comparison.Stability;
import io.github.fixationheatmap.draw.figure.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a manifest says of groups, and of how far the map of all recordings can be trusted. */
public final class ManifestGroups {

    private static final int SHOWN_DIGITS = 2;

    private ManifestGroups() {}

    /** Writes the members {@code groups}, {@code comparisons} and {@code stability}. */
    static void write(ObjectNode json, Analysis analysis) {
        ArrayNode groups = json.putArray("groups");
        ArrayNode comparisons = json.putArray("comparisons");
        analysis.groups().ifPresent(study -> write(groups, comparisons, study));
        ObjectNode stability = json.putObject("stability");
        stability.put("recordings", Participants.counted(analysis).size());
        analysis.stability().ifPresent(each -> {
            stability.put("recordingsUsed", each.recordings());
            put(stability, "splitHalf", each.splitHalf());
            put(stability, "reliability", each.reliability());
            each.needed().ifPresent(needed -> stability.put("needed", needed));
        });
        stability.put("detail", sentence(analysis));
    }

    private static void write(ArrayNode groups, ArrayNode comparisons, GroupStudy study) {
        study.maps().names().forEach(name -> groups.addObject().put("name", name).put("recordings", study.size(name)));
        for (GroupComparison pair : study.comparisons()) {
            PermutationTest test = pair.test();
            ObjectNode one = comparisons.addObject().put("a", pair.first()).put("b", pair.second());
            put(one, "cc", pair.similarity().cc());
            put(one, "sim", pair.similarity().sim());
            put(one, "klAToB", pair.similarity().klFirstToSecond());
            put(one, "klBToA", pair.similarity().klSecondToFirst());
            one.put("design", pair.design().id()).put("correction", test.correction().id()).put("relabelings", test.relabelings())
                    .put("exact", test.sampling() == Sampling.ALL).put("largestStatistic", test.largestStatistic())
                    .put("smallestP", test.smallestP()).put("binsTested", test.binsTested()).put("binsDifferent", test.binsFound())
                    .put("shareDifferent", test.shareFound());
        }
    }

    /** Writes a number, or null where there is none. */
    private static void put(ObjectNode json, String name, double value) {
        if (Double.isNaN(value)) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }

    /** How far the map of all recordings can be trusted, in words. */
    public static String sentence(Analysis analysis) {
        int recordings = Participants.counted(analysis).size();
        if (analysis.listeners().get(Analysis.RECORDING_BINS).isTooLarge()) {
            return "How stable this map is was not computed: there are too many fixations. The option recordings chooses some.";
        }
        return analysis.stability().map(stability -> sentence(stability, recordings)).orElseGet(
                () -> "How stable this map is cannot be told from " + recordings + (recordings == 1 ? " recording" : " recordings")
                        + " with counted fixations: that takes at least " + Stability.MIN_RECORDINGS + ". Record more people.");
    }

    private static String sentence(Stability stability, int recordings) {
        int lookedAt = stability.recordings();
        String with = lookedAt < recordings ? lookedAt + " of the " + NumberText.grouped(recordings)
                : NumberText.grouped(recordings);
        String correlates = Double.isNaN(stability.reliability()) ? "" : "With " + with + " recordings this map would correlate "
                + BigDecimal.valueOf(stability.reliability()).setScale(SHOWN_DIGITS, RoundingMode.HALF_EVEN) + " with that of " + lookedAt
                + " others; ";
        if (correlates.isEmpty() || stability.needed().isEmpty()) {
            return correlates.isEmpty() ? "How stable this map is cannot be told: maps are the same everywhere."
                    : correlates + "no number of recordings is known to be enough for " + Stability.AIM + ".";
        }
        long needed = stability.needed().getAsLong();
        return correlates + NumberText.grouped(needed) + (needed == 1 ? " recording is" : " recordings are")
                + (needed <= lookedAt ? " enough for " : " needed for ") + Stability.AIM + ".";
    }
}
