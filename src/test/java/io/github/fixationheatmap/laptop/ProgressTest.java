package io.github.fixationheatmap.laptop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void saysDoneFailedLeftAndTheRate() {
        Progress progress = new Progress(new PrintStream(terminal, true, UTF_8), true, 40, clock::get);
        for (int i = 0; i < 10; i++) {
            progress.ended(i != 3);
        }
        clock.set(4_000_000_000L);
        assertThat(progress.line("kitchen")).isEqualTo("[#####...............] 9 of 40 done, 1 failed, 30 left, 2.5 per s: kitchen");
        progress.draw("k".repeat(500));
        assertThat(terminal.toString(UTF_8)).startsWith("\r[#####").hasSize(80);
    }

    @Test
    void writesNothingWhereThereIsNoTerminal() {
        Progress progress = new Progress(new PrintStream(terminal, true, UTF_8), false, 1, clock::get);
        progress.draw("kitchen");
        progress.erase();
        assertThat(terminal.toString(UTF_8)).isEmpty();
    }
}
