package io.github.fixationheatmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.store.ObjectStore.ObjectChangedException;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TasksTest {

    @Test
    void severalTasksRunAtTheSameTime() {
        CountDownLatch allThere = new CountDownLatch(3);
        try (Tasks tasks = new Tasks()) {
            List<CompletableFuture<Boolean>> met = IntStream.range(0, 3).mapToObj(i -> tasks.submit(() -> meets(allThere))).toList();
            assertThat(met).map(Tasks::await).containsOnly(true);
        }
    }

    private static boolean meets(CountDownLatch others) {
        others.countDown();
        try {
            return others.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTasksExceptionIsRethrownAsItWas() {
        ObjectChangedException failure =
                new ObjectChangedException(new IllegalStateException());
        Error death = new StackOverflowError();
        try (Tasks tasks = new Tasks()) {
            assertThatThrownBy(() -> Tasks.await(tasks.submit(() -> { throw failure; }))).isSameAs(failure);
            assertThatThrownBy(() -> Tasks.await(tasks.submit(() -> { throw death; }))).isSameAs(death);
        }
    }

    @Test
    void closingSkipsTasksThatHaveNotStartedAndWaitsForTheRest() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        try (Tasks tasks = new Tasks()) {
            assertThat(IntStream.range(0, 1000).mapToObj(i -> tasks.submit(() -> slowly(begun, ended)))).hasSize(1000);
            assertThat(meets(begun)).isTrue();
        }
        int atTheEnd = ended.get();
        assertThat(atTheEnd).isBetween(1, 999);
        assertThat(slowly(begun, new AtomicInteger())).isOne();
        assertThat(ended).hasValue(atTheEnd);
    }

    /** Else a stream of parts would hold all that it has read. */
    @Test
    void aResultIsHeldNoLongerThanItIsUsed() {
        try (Tasks tasks = new Tasks()) {
            WeakReference<byte[]> result = new WeakReference<>(Tasks.await(tasks.submit(() -> new byte[1 << 20])));
            while (result.get() != null) {
                System.gc();
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private static int slowly(CountDownLatch begun, AtomicInteger ended) {
        begun.countDown();
        LockSupport.parkNanos(20_000_000);
        return ended.incrementAndGet();
    }
}
