package io.github.fixationheatmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ErrandsTest {

    @Test
    void severalAreUnderWayAtTheSameTime() {
        CountDownLatch allThere = new CountDownLatch(3);
        try (Errands errands = Errands.onThreads()) {
            List<Supplier<Boolean>> met = IntStream.range(0, 3).mapToObj(i -> errands.begin(() -> meets(allThere))).toList();
            assertThat(met).extracting(Supplier::get).containsOnly(true);
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
    void whatAnErrandThrewIsThrownAsItWas() {
        ObjectChangedException failure =
                new ObjectChangedException(new StoredObject("bucket", "key", 1, "tag"), new IllegalStateException());
        Error death = new StackOverflowError();
        try (Errands errands = Errands.onThreads()) {
            assertThatThrownBy(errands.begin(() -> { throw failure; })::get).isSameAs(failure);
            assertThatThrownBy(errands.begin(() -> { throw death; })::get).isSameAs(death);
        }
    }

    @Test
    void nothingGoesOnBehindAndNothingIsBegunForNobody() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        try (Errands errands = Errands.onThreads()) {
            IntStream.range(0, 1000).forEach(i -> errands.begin(() -> slowly(begun, ended)));
            assertThat(meets(begun)).isTrue();
        }
        int atTheEnd = ended.get();
        assertThat(atTheEnd).isBetween(1, 999);
        assertThat(slowly(begun, new AtomicInteger())).isOne();
        assertThat(ended).hasValue(atTheEnd);
    }

    private static int slowly(CountDownLatch begun, AtomicInteger ended) {
        begun.countDown();
        LockSupport.parkNanos(20_000_000);
        return ended.incrementAndGet();
    }
}
