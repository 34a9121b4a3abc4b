package io.github.fixationheatmap.laptop;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far a run of many exports is: a bar that is drawn anew at the bottom of a terminal, and nothing where there is no terminal. */
final class Progress {

    private static final int BAR = 20;
    private static final int COLUMNS = 79;
    private static final double NANOS = 1e9;

    private final PrintStream terminal;
    private final boolean shown;
    private final int all;
    private final LongSupplier nanoTime;
    private final long start;
    private int done;
    private int failed;

    /**
     * The progress of a run.
     *
     * @param terminal where the bar is drawn
     * @param shown whether it is drawn at all
     * @param all how many exports there are
     * @param nanoTime a clock in ns
     */
    Progress(PrintStream terminal, boolean shown, int all, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.shown = shown;
        this.all = all;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** An export ended. */
    void ended(boolean well) {
        done += well ? 1 : 0;
        failed += well ? 0 : 1;
    }

    /** Draws the bar, with the name of the export that begins. */
    void draw(String name) {
        if (shown) {
            String line = line(name);
            terminal.print("\r" + line + " ".repeat(COLUMNS - line.length()));
            terminal.flush();
        }
    }

    /** Removes the bar, so that other lines can be written. */
    void erase() {
        if (shown) {
            terminal.print("\r" + " ".repeat(COLUMNS) + "\r");
            terminal.flush();
        }
    }

    /** Such as {@code [#####...............] 10 of 40 done, 1 failed, 29 left, 2.5 per s: kitchen}. */
    String line(String name) {
        int ended = done + failed;
        int full = all == 0 ? BAR : BAR * ended / all;
        double seconds = (nanoTime.getAsLong() - start) / NANOS;
        String rate = ended == 0 || seconds <= 0 ? "" : String.format(Locale.ROOT, ", %.1f per s", ended / seconds);
        String line = "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + done + " of " + all + " done, " + failed + " failed, "
                + (all - ended) + " left" + rate + ": " + name;
        return line.length() <= COLUMNS ? line : line.substring(0, COLUMNS);
    }

    int done() {
        return done;
    }

    int failed() {
        return failed;
    }
}
