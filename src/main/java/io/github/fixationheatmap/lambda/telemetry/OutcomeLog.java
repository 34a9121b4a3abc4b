package io.github.fixationheatmap.lambda.telemetry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.DropKeys.SkippedDrop;
import io.github.fixationheatmap.pipeline.Deadline.StageTimes;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;

/** Logs and counts how runs ended. */
public final class OutcomeLog {

    private final JsonLog log;
    private final Metrics metrics;

    public OutcomeLog(JsonLog log, Metrics metrics) {
        this.log = log;
        this.metrics = metrics;
    }

    /**
     * Records a run that ended.
     *
     * @param key the key of the drop or request
     */
    public void ended(String key, Outcome outcome) {
        metrics.add(outcome);
        switch (outcome) {
            case Outcome.Done done -> log.info("results written",
                    json -> fields(json, key, done).put("rowsRead", done.rowsRead()).put("rowsCounted", done.rowsCounted()));
            case Outcome.Unchanged unchanged -> log.info(switch (unchanged.before()) {
                case DONE -> "nothing to do: done before";
                case REFUSED -> "nothing to do: refused before";
            }, json -> fields(json, key, unchanged));
            case Outcome.Waiting waiting -> log.info("waiting for " + String.join(" and ", waiting.missing()),
                    json -> fields(json, key, waiting));
            case Outcome.Refused refused -> log.warn("input refused",
                    json -> putProblem(fields(json, key, refused), refused.problem()));
        }
    }

    /** Records an upload to a drop that gets no results, not even an error. */
    public void skipped(SkippedDrop skipped) {
        log.warn("upload skipped: " + skipped.why(), json -> json.put("upload", skipped.drop().key()));
    }

    /** Records a run that concurrent writers overtook and that has another turn in its batch. */
    public void overtaken(String key, StageTimes times) {
        log.info("overtaken by uploads or other runs; has another turn", json -> times(json.put("drop", key), times));
    }

    /** Records a run that failed and will be retried. */
    public void failed(String key, Throwable failure, StageTimes times) {
        metrics.retried();
        log.error("drop failed and will be tried again", failure, json -> times(json.put("drop", key), times));
    }

    private static ObjectNode fields(ObjectNode json, String key, Outcome outcome) {
        return times(json.put("drop", key).put("results", LoggedNames.results(key, outcome.keys())), outcome.times());
    }

    private static ObjectNode times(ObjectNode json, StageTimes times) {
        json.put("stage", times.last().id()).put("ms", Metrics.ms(times.total()));
        ObjectNode stages = json.putObject("stagesMs");
        times.times().forEach((stage, time) -> stages.put(stage.id(), Metrics.ms(time)));
        return json;
    }

    /**
     * Only the kind and the location of the problem, without names that a user chose. The actual and the expected value may hold personal
     * data of the input, and are only in {@code error.json}.
     */
    private static void putProblem(ObjectNode json, Problem problem) {
        json.put("problem", problem.type().uri()).put("title", problem.type().title())
                .put("file", LoggedNames.file(problem.location().file()));
        switch (problem.location()) {
            case Location.WholeFile f -> { }
            case Location.Line l -> json.put("line", l.line());
            case Location.Cell c -> json.put("line", c.line()).put("column", c.column());
            case Location.Position p -> json.put("line", p.line()).put("column", p.column());
            case Location.Pointer p -> json.put("pointer", LoggedNames.pointer(p.pointer()));
        }
    }
}
