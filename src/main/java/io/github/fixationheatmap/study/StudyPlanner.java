package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.export.ExportFinder;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.result.ProblemJson;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import io.github.fixationheatmap.study.StudyCost.Billing;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The first step of a study: checks {@code study.json}, lists the drops, and puts them into batches. */
public final class StudyPlanner {

    /** The drops of a batch. A drop takes seconds; a batch ends well before the function's time does. */
    static final int BATCH_SIZE = 10;

    private static final int RUN_BYTES = 8;

    private final StudyStore store;
    private final HeatmapPipeline pipeline;
    private final Billing billing;

    /** A planner whose drops cost nothing. */
    public StudyPlanner(StudyStore store, HeatmapPipeline pipeline) {
        this(store, pipeline, Billing.NONE);
    }

    /** @param billing whether drops cost money: the cost is estimated beforehand then */
    public StudyPlanner(StudyStore store, HeatmapPipeline pipeline, Billing billing) {
        this.store = store;
        this.pipeline = pipeline;
        this.billing = billing;
    }

    /** How planning ended. */
    public sealed interface Planned {

        /**
         * The batches are written.
         *
         * @param run names what is to be done: the same study with the same drops in the same state has the same run
         * @param combines whether exports that show the same photo are combined after the batches
         */
        record Ready(StudyKeys study, String run, int drops, boolean combines) implements Planned {}

        /** The study is bad, as its {@code error.json} says. */
        record Refused(StudyKeys study, Problem problem) implements Planned {}

        /** There is no such study. */
        record Absent() implements Planned {}
    }

    /**
     * Plans a study.
     *
     * @param key the key of its file
     */
    public Planned plan(String key) {
        Optional<StudyKeys> study = StudyKeys.of(key);
        return study.isEmpty() ? new Planned.Absent() : plan(study.get());
    }

    private Planned plan(StudyKeys study) {
        try {
            return store.file(study).map(file -> plan(study, file.bytes())).orElseGet(Planned.Absent::new);
        } catch (ProblemException tooLong) {
            return refused(study, tooLong.problem());
        }
    }

    /**
     * Plans a study whose file was read.
     *
     * @param file the bytes of its file
     * @return never {@link Planned.Absent}
     */
    Planned plan(StudyKeys study, byte[] file) {
        try {
            return ready(study, file);
        } catch (ProblemException bad) {
            return refused(study, bad.problem());
        }
    }

    private Planned refused(StudyKeys study, Problem problem) {
        store.put(study.results().error(), ProblemJson.MEDIA_TYPE, JsonDocument.bytes(ProblemJson.of(problem)));
        return new Planned.Refused(study, problem);
    }

    private Planned ready(StudyKeys study, byte[] file) {
        checkAbove(study);
        StudyFile settings = StudyFile.parse(StudyKeys.FILE, file);
        StudyDrops drops = StudyDrops.list(store, study);
        check(study, drops);
        checkNames(study, drops);
        String run = run(study, settings, drops);
        store.putWork(study.settings(run), settings.json());
        store.putWork(study.plan(run), new StudyPlan(drops, estimate(drops.inputs().size())).json());
        store.putWork(study.batches(run), batches(study, run, List.copyOf(drops.inputs().keySet())));
        store.store().delete(store.results(), study.results().error());
        return new Planned.Ready(study, run, drops.inputs().size(), settings.combines());
    }

    private Optional<StudyCost> estimate(int drops) {
        return switch (billing) {
            case AWS -> Optional.of(StudyCost.estimate(drops));
            case NONE -> Optional.empty();
        };
    }

    private void checkAbove(StudyKeys study) {
        for (StudyKeys above : study.above()) {
            if (store.file(above).isPresent()) {
                throw new Problem(ProblemType.RESERVED_NAME, new Location.WholeFile(StudyKeys.FILE), study.file(),
                        "no study within another one, which is " + above.file() + "; remove one of the two files").asException();
            }
        }
    }

    private static void check(StudyKeys study, StudyDrops drops) {
        Location place = new Location.WholeFile(study.inbox());
        if (drops.inputs().isEmpty()) {
            throw new Problem(ProblemType.MISSING_FILE, place, null, "at least one drop below it: a folder with fixations.csv and a "
                    + "reference image, or a zip; start the study again once they are there").asException();
        }
        if (drops.extent() == StudyDrops.Extent.CUT) {
            throw new Problem(ProblemType.TOO_LARGE, place, "more than " + StudyDrops.MAX_DROPS + " drops", "at most "
                    + StudyDrops.MAX_DROPS + " drops in a study").asException();
        }
        if (drops.inputs().containsKey(study.inbox())) {
            throw new Problem(ProblemType.RESERVED_NAME, place, "fixations beside " + StudyKeys.FILE,
                    "a folder of its own for each drop, below that of the study").asException();
        }
    }

    /** Results of a drop must not lie among those that the study itself writes and deletes. */
    private void checkNames(StudyKeys study, StudyDrops drops) {
        drops.inputs().keySet().stream().filter(key -> study.isOwn(DropKeys.results(StudyDrops.drop(store.drops(), key), ""))).findFirst()
                .ifPresent(key -> {
                    throw new Problem(ProblemType.RESERVED_NAME, new Location.WholeFile(key), null,
                            "another name for this drop, because the study's own files lie there").asException();
                });
    }

    /** The name of the run: everything that its results depend on. */
    private String run(StudyKeys study, StudyFile settings, StudyDrops drops) {
        List<String> texts = new ArrayList<>();
        texts.add(pipeline.ofStudy(settings.over(pipeline.defaults()), study.inbox()).fingerprint(study.name()).hex());
        texts.add(settings.json().toString());
        store.store().list(store.drops(), study.inbox() + ExportFinder.PHOTO)
                .forEach(photo -> texts.addAll(List.of(photo.key(), photo.eTag())));
        drops.inputs().forEach((key, state) -> {
            texts.add(key);
            texts.add(state);
        });
        return HexFormat.of().formatHex(Digests.sha256(texts), 0, RUN_BYTES);
    }

    private static JsonNode batches(StudyKeys study, String run, List<String> drops) {
        ArrayNode batches = JsonNodeFactory.instance.arrayNode();
        for (int from = 0; from < drops.size(); from += BATCH_SIZE) {
            ObjectNode batch = batches.addObject().put("study", study.name()).put("run", run).put("batch", batches.size() - 1);
            drops.subList(from, Math.min(drops.size(), from + BATCH_SIZE)).forEach(batch.putArray("drops")::add);
        }
        return batches;
    }
}
