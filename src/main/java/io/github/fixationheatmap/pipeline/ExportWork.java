package io.github.fixationheatmap.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.pipeline.publish.Outcome;
import io.github.fixationheatmap.pipeline.publish.Published;
import io.github.fixationheatmap.pipeline.publish.Work;
import io.github.fixationheatmap.pipeline.timing.Deadline;
import io.github.fixationheatmap.pipeline.timing.StageTimes;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.result.Fingerprint;
import io.github.fixationheatmap.result.Manifest;
import io.github.fixationheatmap.result.ManifestJson;
import io.github.fixationheatmap.result.Output;
import io.github.fixationheatmap.result.Tool;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The work on one export as a drop's event or a request starts it.
 *
 * @param keys where its results go
 * @param fingerprint the name of what they depend on
 * @param clock the clock of the run
 * @param now gives that name as the inputs are now
 * @param maker makes the outputs that go to these keys
 */
record ExportWork(ResultKeys keys, Fingerprint fingerprint, Deadline clock, Supplier<Fingerprint> now, Function<ResultKeys, Made> maker)
        implements Work {

    /** What reads a whole export and makes its outputs, publishing nothing. */
    interface Maker {
        Manifest make(HeatmapJob job, Export.Complete export, ResultKeys keys);
    }

    @Override
    public Fingerprint fingerprintNow() {
        return now.get();
    }

    @Override
    public Made make() {
        return maker.apply(keys);
    }

    /** What was made of an export that is whole. */
    record Whole(Manifest made, ResultKeys keys, Fingerprint fingerprint, Tool tool) implements Made {
        @Override
        public List<Output> outputs() {
            return made.outputs();
        }

        @Override
        public ObjectNode manifest(List<Published> written) {
            return ManifestJson.of(made, tool, fingerprint, written);
        }

        @Override
        public Outcome.Done done(StageTimes times) {
            return new Outcome.Done(keys, made.counts().read(), made.counts().counted(), times);
        }
    }
}
