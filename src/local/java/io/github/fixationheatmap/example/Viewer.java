package io.github.fixationheatmap.example;

import io.github.fixationheatmap.model.Fixation.Point;
import java.util.List;
import java.util.Random;

/**
 * A made-up person who looks at the shelf: stays with an object for a few fixations, then goes on to another one. Only operations whose
 * results the Java specification fixes to the last bit are used, so that the same seed gives the same eyes everywhere.
 */
final class Viewer {

    /** How much each viewer cares for each object, in the order of {@link ShelfObject#ALL}. */
    private static final List<List<Integer>> TASTES = List.of(
            List.of(5, 9, 3, 2, 2, 2, 3, 5, 6), List.of(3, 5, 4, 1, 2, 4, 2, 9, 3), List.of(8, 6, 1, 1, 3, 1, 4, 3, 8));

    private static final double SPREAD_PX = 21;
    private static final double MEDIAN_MS = 215;
    private static final double SIGMA_OF_LOG = .48;

    private final Random random;
    private final List<Integer> taste;
    private ShelfObject target = ShelfObject.PICTURE;
    private int stays;
    private int unmapped;

    Viewer(Random random, int number) {
        this(random, TASTES.get(number % TASTES.size()));
    }

    /** A viewer with a taste of its own. */
    Viewer(Random random, List<Integer> taste) {
        this.random = random;
        this.taste = taste;
    }

    /** The next fixation's length in ns: log-normal, and between 80 and 800 ms. */
    long nextDuration() {
        double ms = MEDIAN_MS * StrictMath.exp(SIGMA_OF_LOG * random.nextGaussian());
        return (long) (1_000_000 * Math.clamp(ms, 80, 800));
    }

    /** The time from one fixation's end to the next one's start in ns: a saccade, now and then a blink. */
    long nextGap() {
        return 20_000_000L + random.nextInt(55_000_000) + (random.nextInt(14) == 0 ? 180_000_000 : 0);
    }

    /** Whether the picture was lost from view; when it was, then for a few fixations in a row. */
    boolean looksAway() {
        if (unmapped == 0 && random.nextInt(45) == 0) {
            unmapped = 1 + random.nextInt(4);
        }
        return unmapped > 0 && unmapped-- > 0;
    }

    /** The next fixation's position; a few lie beside the picture. */
    Point nextPosition() {
        if (random.nextInt(36) == 0) {
            return beside();
        }
        if (stays-- <= 0) {
            target = nextTarget();
            stays = 1 + random.nextInt(5);
        }
        Point spot = target.spots().get(random.nextInt(target.spots().size()));
        return new Point(spot.x() + SPREAD_PX * random.nextGaussian(), spot.y() + SPREAD_PX * random.nextGaussian());
    }

    private Point beside() {
        double off = 12 + 90 * random.nextDouble();
        return switch (random.nextInt(4)) {
            case 0 -> new Point(-off, ShelfPicture.HEIGHT * random.nextDouble());
            case 1 -> new Point(ShelfPicture.WIDTH + off, ShelfPicture.HEIGHT * random.nextDouble());
            case 2 -> new Point(ShelfPicture.WIDTH * random.nextDouble(), -off);
            default -> new Point(ShelfPicture.WIDTH * random.nextDouble(), ShelfPicture.HEIGHT + off);
        };
    }

    private ShelfObject nextTarget() {
        int ticket = random.nextInt(taste.stream().mapToInt(Integer::intValue).sum());
        int i = 0;
        while (ticket >= taste.get(i)) {
            ticket -= taste.get(i++);
        }
        return ShelfObject.ALL.get(i);
    }
}
