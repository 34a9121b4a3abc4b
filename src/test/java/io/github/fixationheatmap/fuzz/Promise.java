package io.github.fixationheatmap.fuzz;

import com.sun.management.ThreadMXBean;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * What readers promise of any input: they succeed, or refuse it by a problem whose place names the file, within bounded memory.
 * Anything else is an {@link AssertionError}.
 */
public final class Promise {

    private static final long MAX_BYTES = 64L << 20;

    private Promise() {}

    /** Something that reads. */
    @FunctionalInterface
    public interface Reading {
        void run() throws Exception;
    }

    /** Runs a reader over what is in the file of this name, and gives the problem that it refused it by, if any. */
    public static Optional<Problem> keptBy(String file, Reading reading) {
        Measured first = measured(file, reading);
        // The first run of all loads classes: only what is large twice is so by itself.
        Measured last = first.isBounded() ? first : measured(file, reading);
        if (!last.isBounded()) {
            throw new AssertionError("reading " + file + " took " + last.bytes + " bytes of memory");
        }
        return last.refusal;
    }

    private record Measured(Optional<Problem> refusal, long bytes) {
        boolean isBounded() {
            return bytes <= MAX_BYTES;
        }
    }

    private static Measured measured(String file, Reading reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Optional<Problem> refusal = run(file, reading);
        return new Measured(refusal, threads.getCurrentThreadAllocatedBytes() - before);
    }

    private static Optional<Problem> run(String file, Reading reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            if (!problem.location().file().startsWith(file) || problem.expected().isBlank() || problem.detail().isBlank()) {
                throw new AssertionError("a problem that names no place or no remedy: " + problem, refused);
            }
            return Optional.of(problem);
        } catch (Exception other) {
            throw new AssertionError("neither read nor refused: " + other, other);
        }
    }
}
