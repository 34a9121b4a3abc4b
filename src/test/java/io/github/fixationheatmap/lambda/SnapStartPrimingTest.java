package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.lambda.priming.SnapStartPriming;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is rehearsed before a snapshot is taken. A rehearsal that fails never fails the function: only its log tells. */
class SnapStartPrimingTest {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(log, true, UTF_8);

    @ParameterizedTest
    @EnumSource(SnapStartPriming.Part.class)
    void goesThroughFromEventToResults(SnapStartPriming.Part part) {
        new SnapStartPriming(part, 2, out).beforeCheckpoint(Core.getGlobalContext());
        assertThat(log.toString(UTF_8)).containsOnlyOnce("\n").contains("\"level\":\"INFO\"", "\"message\":\"rehearsed\"", "\"rounds\":2");
    }

    @Test
    void onlyFunctionsWithSnapshotsRehearse() {
        assertThat(SnapStartPriming.register(SnapStartPriming.Part.DROPS, Map.of(), out)).isEmpty();
        assertThat(SnapStartPriming.register(SnapStartPriming.Part.DROPS, Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"), out))
                .isEmpty();
        assertThat(SnapStartPriming.register(SnapStartPriming.Part.DROPS, Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"), out))
                .isPresent();
    }
}
