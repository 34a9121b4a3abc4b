package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.lambda.priming.PrimingScenario;
import io.github.fixationheatmap.lambda.priming.SnapStartPriming;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Priming before a snapshot. A failure is logged, and never fails the function. */
@Tag("slow")
class SnapStartPrimingTest {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(log, true, UTF_8);

    static List<PrimingScenario> scenarios() {
        return List.of(DropHandler.primingScenario(), ApiHandler.primingScenario(), StudyHandler.primingScenario());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void runsEachScenarioFromEventToResults(PrimingScenario scenario) {
        new SnapStartPriming(scenario, 2, out).beforeCheckpoint(Core.getGlobalContext());
        assertThat(log.toString(UTF_8)).containsOnlyOnce("\n").contains("\"level\":\"INFO\"", "\"message\":\"rehearsed\"", "\"rounds\":2");
    }

    /** The classes of all steps are loaded: the photo of two drops is combined, and the study has its document. */
    @Test
    void primingAStudyTakesAllItsSteps() throws IOException {
        List<S3ObjectStore> stores = new ArrayList<>();
        PrimingScenario scenario = StudyHandler.primingScenario();
        new SnapStartPriming(new PrimingScenario((store, lines) -> {
            stores.add(store);
            return scenario.handler().apply(store, lines);
        }, scenario.calls()), 1, out).beforeCheckpoint(Core.getGlobalContext());
        byte[] document = stores.getFirst().fetch("priming-results", "lab/study.json", 1 << 20).orElseThrow().bytes();
        assertThat(new JsonMapper().readTree(document).path("exports").path("done").asInt()).isEqualTo(3);
        assertThat(new JsonMapper().readTree(document).at("/combined/0/outcome").asText()).isEqualTo("done");
    }

    @Test
    void onlyFunctionsWithSnapshotsArePrimed() {
        assertThat(SnapStartPriming.register(DropHandler::primingScenario, Map.of(), out)).isEmpty();
        assertThat(SnapStartPriming.register(DropHandler::primingScenario, Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"), out))
                .isEmpty();
        assertThat(SnapStartPriming.register(DropHandler::primingScenario, Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"), out))
                .isPresent();
    }
}
