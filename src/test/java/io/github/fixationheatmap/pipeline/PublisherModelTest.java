package io.github.fixationheatmap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.ResultFile.WrittenFile;
import io.github.fixationheatmap.store.InlineTasks;
import io.github.fixationheatmap.store.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The publishing code under every interleaving of its requests to the store, with inputs changing, messages repeated, workers dying and
 * answers lost between any two of them. A script's letters are inputs uploaded in turn; small ones are bad, but w and x, which lack a file.
 */
@Tag("slow")
class PublisherModelTest {

    private static final List<String> SCRIPTS = List.of("A", "a", "AB", "aB", "Ab", "ab", "ABA", "AbA", "wx");

    private static Publisher whole(ObjectStore store, Blobs blobs) {
        return new Publisher(store, ReplayStore.RESULTS, ModelWork.TOOL, InlineTasks::new);
    }

    /** The product puts all outputs at the same time. Of the model's two, one or the other is first. */
    private static Publisher backwards(ObjectStore store, Blobs blobs) {
        return new Publisher(store, ReplayStore.RESULTS, ModelWork.TOOL, InlineTasks::new) {
            @Override
            List<WrittenFile> putOutputs(Results results) {
                return super.putOutputs(new Backwards(results));
            }
        };
    }

    private record Backwards(Results results) implements Results {
        @Override
        public List<ResultFile> files() {
            return results.files().reversed();
        }

        @Override
        public ObjectNode manifest(List<WrittenFile> written) {
            return results.manifest(written);
        }

        @Override
        public long rowsRead() {
            return results.rowsRead();
        }

        @Override
        public long rowsCounted() {
            return results.rowsCounted();
        }
    }

    private static Model.Explored explore(Model model, BiFunction<ObjectStore, Blobs, Publisher> publishers) {
        Blobs blobs = new Blobs();
        return model.explore(new ModelProgram(store -> publishers.apply(store, blobs), blobs), new ModelChecks(blobs));
    }

    @ParameterizedTest
    @CsvSource({"A,2,2,1", "a,2,2,1", "AB,1,1,1", "aB,1,1,1", "Ab,1,1,1", "ab,1,1,1", "ABA,0,1,0", "AbA,0,1,0", "aBa,0,1,0", "ABC,0,1,0",
            "SA,1,1,1",
        "AS,1,1,1", "SAS,0,1,0", "ASA,0,1,0", "Sa,1,1,1", "w,2,2,1", "wA,1,1,1", "Aw,1,1,1", "wa,1,1,1", "aw,1,1,1", "wx,1,1,1",
        "GA,1,1,1", "AG,1,1,1", "GAG,0,1,0", "AGA,0,1,0", "Ga,1,1,1", "wAw,0,1,0", "AwA,0,1,0", "waw,0,1,0", "awa,0,1,0", "wxw,0,1,0"})
    void twoWorkersKeepEveryPromiseInEveryState(String script, int duplicates, int crashes, int losses) {
        long begin = System.nanoTime();
        Model.Explored explored = explore(new Model(script, 2, duplicates, crashes, losses), PublisherModelTest::whole);
        System.out.printf("2 workers, inputs %s, %d duplicates, %d deaths, %d lost answers: %,d states, %,d steps, %d ms%n", script,
                duplicates,
                crashes, losses, explored.states(), explored.steps(), (System.nanoTime() - begin) / 1_000_000);
        assertThat(explored.states()).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({"A,2,2,1", "AB,1,1,1", "aB,1,1,1", "Ab,1,1,1", "ABA,0,1,0"})
    void whicheverOutputIsPutFirst(String script, int duplicates, int crashes, int losses) {
        Model.Explored explored = explore(new Model(script, 2, duplicates, crashes, losses), PublisherModelTest::backwards);
        assertThat(explored.states()).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void everyStepIsNeeded(Mutants mutant) {
        Optional<String> found = SCRIPTS.stream().flatMap(script -> counterexample(script, mutant).stream()).findFirst();
        System.out.println(mutant + ": " + found.map(f -> f.lines().count() - 1 + " steps to: " + f.lines().findFirst().orElse(""))
                .orElse("nothing found"));
        assertThat(found).as("a broken promise when " + mutant).isPresent();
    }

    private static Optional<String> counterexample(String script, Mutants mutant) {
        try {
            explore(new Model(script, 2, 1, 1, 0), mutant::over);
            return Optional.empty();
        } catch (ModelChecks.BrokenPromise broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    @Test
    void threeWorkersKeepEveryPromiseOnRandomWays() {
        long seed = Long.getLong("seed", System.nanoTime());
        int walks = Integer.getInteger("walks", 5_000);
        System.out.printf("3 workers, %,d random ways, -Dseed=%d%n", walks, seed);
        Random random = new Random(seed);
        Blobs blobs = new Blobs();
        ModelProgram program = new ModelProgram(store -> whole(store, blobs), blobs);
        ModelChecks checks = new ModelChecks(blobs);
        long steps = 0;
        for (int i = 0; i < walks; i++) {
            StringBuilder script = new StringBuilder();
            random.ints(1 + random.nextInt(4), 0, 7).forEach(letter -> script.append("ABCabwx".charAt(letter)));
            steps += new Model(script.toString(), 3, 3, 4, 3).walk(program, checks, random);
        }
        System.out.printf("3 workers: %,d steps, the code seen at %,d places%n", steps, program.size());
        assertThat(steps).isGreaterThan(walks);
    }
}
