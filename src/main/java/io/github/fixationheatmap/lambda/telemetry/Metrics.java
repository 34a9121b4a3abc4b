package io.github.fixationheatmap.lambda.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.pipeline.Deadline.Stage;
import io.github.fixationheatmap.pipeline.Deadline.StageTimes;
import io.github.fixationheatmap.pipeline.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics of one request, written as a log line in CloudWatch's embedded metric format. A metric without a value is left out, because
 * CloudWatch charges for each metric in each hour in which it is sent.
 */
public final class Metrics {

    /** The metrics' namespace in CloudWatch. */
    public static final String NAMESPACE = "FixationHeatmap";

    /** The embedded metric format's maximum of values of a metric in a line. */
    static final int MAX_VALUES = 100;

    private static final String DIMENSION = "FunctionName";

    /** The counters. Each export of a zip counts, but a zip that failed as a whole counts once. */
    private enum Count {
        DROPS_DONE("DropsDone"),
        DROPS_REFUSED("DropsRefused"),
        DROPS_RETRIED("DropsRetried"),
        DROPS_DUPLICATE("DropsDuplicate"),
        DROPS_REFUSED_BEFORE("DropsRefusedBefore"),
        DROPS_WAITING("DropsWaiting"),
        ROWS("Rows"),
        COLD_STARTS("ColdStarts");

        private final String metric;

        Count(String metric) {
            this.metric = metric;
        }
    }

    private final String function;
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final List<StageTimes> done = new ArrayList<>();

    /** Metrics of one request to the function with this name. */
    public Metrics(String function) {
        this.function = function;
    }

    /** A time in ms, rounded to 0.1 ms. */
    public static double ms(Duration time) {
        return Math.round(time.toNanos() / 1e5) / 10.0;
    }

    public void coldStart() {
        count(Count.COLD_STARTS, 1);
    }

    /** Counts a drop that failed and will be retried. */
    public void retried() {
        count(Count.DROPS_RETRIED, 1);
    }

    /** Counts how a run on an export ended, whether an upload or an API request started it. */
    public void add(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done d -> {
                count(Count.DROPS_DONE, 1);
                count(Count.ROWS, d.rowsRead());
                done.add(d.times());
            }
            case Outcome.Unchanged u -> count(switch (u.before()) {
                case DONE -> Count.DROPS_DUPLICATE;
                case REFUSED -> Count.DROPS_REFUSED_BEFORE;
            }, 1);
            case Outcome.Waiting w -> count(Count.DROPS_WAITING, 1);
            case Outcome.Refused r -> count(Count.DROPS_REFUSED, 1);
        }
    }

    private void count(Count what, long by) {
        counts.merge(what, by, Long::sum);
    }

    /** Writes the metrics: no line if there are none, and several if more exports were done than a line may have values. */
    public void write(JsonLog log) {
        for (int from = 0; from == 0 || from < done.size(); from += MAX_VALUES) {
            Map<Stage, List<Double>> times = times(done.subList(from, Math.min(done.size(), from + MAX_VALUES)));
            Map<Count, Long> once = from == 0 ? counts : Map.of();
            if (!once.isEmpty() || !times.isEmpty()) {
                log.info("metrics", json -> line(json, once, times));
            }
        }
    }

    private static Map<Stage, List<Double>> times(List<StageTimes> runs) {
        Map<Stage, List<Double>> times = new EnumMap<>(Stage.class);
        runs.forEach(run -> run.times().forEach((stage, time) -> times.computeIfAbsent(stage, s -> new ArrayList<>()).add(ms(time))));
        return times;
    }

    private void line(ObjectNode json, Map<Count, Long> once, Map<Stage, List<Double>> times) {
        Map<String, String> units = new LinkedHashMap<>();
        once.forEach((count, value) -> {
            units.put(count.metric, "Count");
            json.put(count.metric, value);
        });
        times.forEach((stage, values) -> {
            String name = Character.toUpperCase(stage.id().charAt(0)) + stage.id().substring(1) + "Time";
            units.put(name, "Milliseconds");
            values.forEach(json.putArray(name)::add);
        });
        json.put(DIMENSION, function);
        ObjectNode aws = json.putObject("_aws").put("Timestamp", Instant.now().toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add(DIMENSION);
        ArrayNode metrics = directive.putArray("Metrics");
        units.forEach((name, unit) -> metrics.addObject().put("Name", name).put("Unit", unit));
    }
}
