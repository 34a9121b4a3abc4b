package io.github.fixationheatmap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.pipeline.Deadline.Stage;
import io.github.fixationheatmap.pipeline.Deadline.StageTimes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final AtomicReference<Duration> left = new AtomicReference<>(Deadline.RESERVE);
    private final Deadline clock = new Deadline(left::get, now::get);

    private void pass(long nanos) {
        now.addAndGet(nanos);
    }

    @Test
    void aStageThatComesAgainAddsToItsTime() {
        pass(3);
        clock.enter(Stage.READ);
        pass(40);
        clock.enter(Stage.WRITE);
        pass(500);
        clock.enter(Stage.READ);
        pass(1);
        StageTimes lap = clock.lap();
        assertThat(lap).isEqualTo(new StageTimes(Stage.READ,
                Map.of(Stage.FIND, Duration.ofNanos(3), Stage.READ, Duration.ofNanos(41), Stage.WRITE, Duration.ofNanos(500))));
        assertThat(lap.total()).isEqualTo(Duration.ofNanos(544));
    }

    @Test
    void eachLapBeginsAnew() {
        clock.enter(Stage.COUNT);
        pass(7);
        clock.lap();
        pass(2);
        assertThat(clock.lap()).isEqualTo(new StageTimes(Stage.FIND, Map.of(Stage.FIND, Duration.ofNanos(2))));
    }

    @Test
    void aLoopEndsWhenTheNextStageWouldHaveTooLittleTimeAndInTheLastStageWhenTheRunHas() {
        clock.enter(Stage.COUNT);
        clock.check();
        left.set(Deadline.RESERVE.minusMillis(1));
        assertThatThrownBy(clock::check).isInstanceOf(Deadline.DeadlineExceededException.class)
                .hasMessage("stopped in the stage count: 9999 ms left, and 10000 ms may be needed");
        left.set(Deadline.RESERVE);
        clock.enter(Stage.WRITE);
        left.set(Deadline.LAST_RESERVE);
        clock.check();
        left.set(Deadline.LAST_RESERVE.minusMillis(1));
        assertThatThrownBy(clock::check).hasMessage("stopped in the stage write: 999 ms left, and 1000 ms may be needed");
    }

    @Test
    void noStageBeginsThatMayNotEndInTimeAndTheLapTellsWhichWasTheLast() {
        clock.enter(Stage.COUNT);
        left.set(Deadline.RESERVE.minusMillis(1));
        assertThatThrownBy(() -> clock.enter(Stage.BLUR)).isInstanceOf(Deadline.DeadlineExceededException.class)
                .hasMessage("stopped before the stage blur: 9999 ms left, and 10000 ms may be needed");
        pass(6);
        assertThat(clock.lap()).isEqualTo(new StageTimes(Stage.COUNT, Map.of(Stage.FIND, Duration.ZERO, Stage.COUNT, Duration.ofNanos(6))));
    }
}
