package io.github.fixationheatmap.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Misnamed;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.result.Fingerprinter;
import io.github.fixationheatmap.result.Fingerprinter.Fingerprint;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.ResultFile.WrittenFile;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.StoredObject;
import java.util.List;
import java.util.Optional;

/**
 * A drop whose inputs are one letter: a capital one is good, w and x lack a file and have one of a wrong name, any other small one is bad.
 * It has two outputs, which tell the letter; those of S are those of A and a summary, and those of G are those of A and one of a group.
 */
final class ModelWork {

    static final ResultKeys KEYS = new ResultKeys("k/");
    static final Tool TOOL = new Tool("fixation-heatmap", "model", "any");

    private static final char SUMMARIZED = 'S';
    private static final char GROUPED = 'G';

    private final ObjectStore store;
    private final List<StoredObject> inputs;
    private final Deadline deadline = new Deadline(() -> Deadline.RESERVE, () -> 0); // it stands still, so that equal ways have equal ends
    boolean computed;

    ModelWork(ObjectStore store) {
        this.store = store;
        this.inputs = store.list(ReplayStore.DROPS, "inbox/k/");
    }

    static boolean isGood(char letter) {
        return Character.isUpperCase(letter);
    }

    static boolean isWaiting(char letter) {
        return letter == 'w' || letter == 'x';
    }

    private char letter() {
        return inputs.getFirst().eTag().charAt(0);
    }

    Optional<Outcome> run(Publisher publisher) {
        return isWaiting(letter())
                ? publisher.await(target(), List.of("fixations.csv"), List.of(Misnamed.of("Fixations.csv").orElseThrow()))
                : publisher.publish(target(), this::make);
    }

    static Fingerprint of(char letter) {
        return of(List.of(new StoredObject(ReplayStore.DROPS, "inbox/k/fixations.csv", 1, String.valueOf(letter))));
    }

    private static Fingerprint of(List<StoredObject> inputs) {
        return new Fingerprinter(TOOL, HeatmapOptions.PUBLISHED, new Limits(1)).of("inbox/k/", inputs, "");
    }

    /** What lies under the outputs' names when it is of these inputs. */
    static List<ResultFile> outputs(char letter) {
        String more = letter == SUMMARIZED ? "aoi_summary.csv" : letter == GROUPED ? "groups/x/heatmap.png" : "";
        return !more.isEmpty()
                ? List.of(output(KEYS.of("heatmap.png"), 'A'), output(KEYS.of("aoi_metrics.csv"), 'A'), output(KEYS.of(more), letter))
                : List.of(output(KEYS.of("heatmap.png"), letter), output(KEYS.of("aoi_metrics.csv"), letter));
    }

    private static ResultFile output(String key, char letter) {
        return new ResultFile(key, "text/plain", PutBody.of((key + " of " + letter).getBytes(UTF_8)));
    }

    private Target target() {
        return new Target(KEYS, of(inputs), () -> of(store.list(ReplayStore.DROPS, "inbox/k/")), deadline);
    }

    private Results make() {
        computed = true;
        char letter = letter();
        if (!isGood(letter)) {
            throw new Problem(ProblemType.BAD_VALUE, new Location.WholeFile("fixations.csv"), String.valueOf(letter), "a capital")
                    .asException();
        }
        return new ModelResults(letter, of(inputs));
    }

    private record ModelResults(char letter, Fingerprint fingerprint) implements Results {

        @Override
        public List<ResultFile> files() {
            return ModelWork.outputs(letter);
        }

        @Override
        public ObjectNode manifest(List<WrittenFile> written) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("fingerprint", fingerprint.hex());
            ArrayNode outputs = json.putArray("outputs");
            for (WrittenFile each : written) {
                ObjectNode one = outputs.addObject().put("key", each.file().key()).put("sha256", each.file().sha256())
                        .put("eTag", each.eTag());
                each.versionId().ifPresent(id -> one.put("versionId", id));
            }
            return json;
        }

        @Override
        public long rowsRead() {
            return 1;
        }

        @Override
        public long rowsCounted() {
            return 1;
        }
    }
}
