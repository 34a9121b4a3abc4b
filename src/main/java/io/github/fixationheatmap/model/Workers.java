package io.github.fixationheatmap.model;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Works on numbered parts with all processors: the strips of an image, the blocks of a table. */
public final class Workers {

    private Workers() {}

    /**
     * Hands each number from 0 to {@code count - 1} to one worker. Each worker takes the next one from the top: an image's first rows may
     * be decoded before its last ones. The first failure is thrown; the other workers stop after their current part, perhaps later.
     *
     * @param worker makes the worker of one thread, which may reuse its arrays
     */
    public static void forEach(int count, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, ForkJoinPool.commonPool().getParallelism() + 1).parallel().forEach(thread -> {
            try {
                IntConsumer parts = worker.get();
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    parts.accept(number);
                }
            } catch (RuntimeException | Error failed) {
                // Stops the other workers after their current part.
                next.set(count);
                throw failed;
            }
        });
    }
}
