package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * What the drops of a study cost on AWS. Prices are list prices of us-east-1 without any free tier, as of 2026-11-23, for a function on
 * arm64 with the stack's default of 2,048 MB; times and requests are those of {@code src/docs/studies.md}, Cost.
 *
 * @param seconds the time of computing, in s
 * @param dollars what the time, the requests to S3 and the steps of the state machine cost, in US dollars
 */
public record StudyCost(double seconds, double dollars) {

    /** Whether a study costs money. */
    public enum Billing {
        /** AWS charges for each drop. */
        AWS,
        /** It costs nothing, as on a laptop. */
        NONE
    }

    /** The time of a drop with a photo of 12 megapixels and the default outputs, in s ({@code src/docs/speed.md}, Costs). */
    private static final double SECONDS_PER_DROP = 1.4;

    private static final double MEMORY_GB = 2;
    private static final double GB_SECOND = 0.0000133334;
    private static final double PUT_OR_LIST = 0.005 / 1_000;
    private static final double GET = 0.0004 / 1_000;
    private static final double TRANSITION = 0.025 / 1_000;
    private static final double PUTS_AND_LISTS_PER_DROP = 9 + 5;
    private static final double GETS_PER_DROP = 4;
    private static final double TRANSITIONS_PER_BATCH = 2;

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MINUTES_PER_HOUR = 60;
    private static final double MOST_OF_A_UNIT = 120;
    private static final double MICRO = 1e6;

    /** The cost of drops that are all computed. Those that have results already cost less. */
    static StudyCost estimate(int drops) {
        return of(drops, drops * SECONDS_PER_DROP);
    }

    /**
     * The cost of drops that took some time.
     *
     * @param seconds the time of all of them, one after the other, in s
     */
    static StudyCost of(int drops, double seconds) {
        double requests = drops * (PUTS_AND_LISTS_PER_DROP * PUT_OR_LIST + GETS_PER_DROP * GET);
        double steps = Math.ceilDiv(drops, StudyPlanner.BATCH_SIZE) * TRANSITIONS_PER_BATCH * TRANSITION;
        return new StudyCost(seconds, Math.rint((seconds * MEMORY_GB * GB_SECOND + requests + steps) * MICRO) / MICRO);
    }

    /** The cost as JSON. */
    ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("seconds", seconds).put("dollars", dollars);
    }

    /** Reads a cost. */
    static StudyCost of(JsonNode json) {
        return new StudyCost(json.path("seconds").asDouble(), json.path("dollars").asDouble());
    }

    /** The cost in words: from a dollar on in cents, below with two digits. */
    String text() {
        BigDecimal price = BigDecimal.valueOf(dollars);
        BigDecimal rounded = dollars < 1 ? price.round(new MathContext(2, RoundingMode.HALF_EVEN))
                : price.setScale(2, RoundingMode.HALF_EVEN);
        return time() + ", $" + rounded.toPlainString();
    }

    private String time() {
        double minutes = seconds / SECONDS_PER_MINUTE;
        if (seconds < MOST_OF_A_UNIT) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        return minutes < MOST_OF_A_UNIT ? String.format(Locale.ROOT, "%.0f min", minutes)
                : String.format(Locale.ROOT, "%.0f h", minutes / MINUTES_PER_HOUR);
    }
}
