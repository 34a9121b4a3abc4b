package io.github.fixationheatmap.lambda.telemetry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.pipeline.publish.Outcome;
import io.github.fixationheatmap.pipeline.timing.StageTimes;

/** Tells how runs ended, in the log and in the metrics. */
public final class OutcomeLog {

    private final JsonLog log;
    private final Metrics metrics;

    public OutcomeLog(JsonLog log, Metrics metrics) {
        this.log = log;
        this.metrics = metrics;
    }

    /**
     * A run that came to an end.
     *
     * @param start the key of the drop or request that it worked on
     */
    public void ended(String start, Outcome outcome) {
        metrics.add(outcome);
        switch (outcome) {
            case Outcome.Done done -> log.info("results written",
                    json -> fields(json, start, done).put("rowsRead", done.rowsRead()).put("rowsCounted", done.rowsCounted()));
            case Outcome.Unchanged unchanged -> log.info(switch (unchanged.before()) {
                case DONE -> "nothing to do: done before";
                case REFUSED -> "nothing to do: refused before";
            }, json -> fields(json, start, unchanged));
            case Outcome.Waiting waiting -> log.info("waiting for " + String.join(" and ", waiting.missing()),
                    json -> fields(json, start, waiting));
            case Outcome.Refused refused -> log.warn("input refused",
                    json -> ProblemFields.put(fields(json, start, refused), refused.problem()));
        }
    }

    /** A run that failed and comes again. */
    public void failed(String start, Throwable failure, StageTimes times) {
        metrics.retried();
        log.error("drop failed and will be tried again", failure, json -> times(json.put("drop", start), times));
    }

    private static ObjectNode fields(ObjectNode json, String start, Outcome outcome) {
        return times(json.put("drop", start).put("results", outcome.keys().prefix()), outcome.times());
    }

    private static ObjectNode times(ObjectNode json, StageTimes times) {
        json.put("stage", times.last().id()).put("ms", Metrics.ms(times.total()));
        ObjectNode stages = json.putObject("stagesMs");
        times.times().forEach((stage, time) -> stages.put(stage.id(), Metrics.ms(time)));
        return json;
    }
}
