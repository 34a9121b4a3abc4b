package io.github.fixationheatmap.trackers;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made study: several people look at a menu, at a shelf, and at nothing that was shown. Places are multiples of 8 px and times of 10 ms,
 * so that the units of all layouts state them exactly.
 *
 * @param recordings the recordings, in the order of their names
 */
public record Scene(List<Recording> recordings) {

    /** The size of both pictures, in px. */
    public static final int WIDTH = 1024;
    public static final int HEIGHT = 512;
    /** The screen that shows the picture: in its own size in the middle, or twice as large all over. */
    public static final int SCREEN_WIDTH = 2048;
    public static final int SCREEN_HEIGHT = 1024;

    public static final String SHELF = "shelf.png";
    static final String MENU = "menu.png";
    static final int STEP = 8;
    static final long SAMPLE_MS = 10;

    public Scene {
        recordings = List.copyOf(recordings);
    }

    /** Where a look lies: on the picture; beside it, at a place that is known; or where no tracker saw. */
    public enum Place { ON, OUTSIDE, LOST }

    /**
     * A fixation.
     *
     * @param index its number in the recording, from 1
     * @param stimulus the picture that was shown; empty if there was none
     * @param shownAt when that picture appeared, in ms from the recording's start
     * @param start its start, in ms from the recording's start
     * @param duration in ms
     * @param x in px of the picture from its left edge
     * @param y in px of the picture from its top edge
     */
    public record Look(int index, String stimulus, long shownAt, long start, long duration, Place place, double x, double y) {

        public boolean isOnShelf() {
            return stimulus.equals(SHELF);
        }
    }

    /** A recording of one person. */
    public record Recording(String participant, String name, List<Look> looks) {
        public Recording {
            looks = List.copyOf(looks);
        }

        /** The looks while the shelf was shown. */
        public List<Look> shelf() {
            return looks.stream().filter(Look::isOnShelf).toList();
        }

        /** The recording's length in ms. */
        long length() {
            Look last = looks.getLast();
            return last.start() + last.duration() + 500;
        }
    }

    /** The first looks of one recording at each picture. */
    public Scene small() {
        Recording first = recordings.getFirst();
        List<Look> looks = first.looks().stream().filter(l -> first.looks().stream()
                .filter(o -> o.stimulus().equals(l.stimulus()) && o.index() < l.index()).count() < 2).toList();
        return new Scene(List.of(new Recording(first.participant(), first.name(), looks)));
    }

    /** Three people, of whom one was recorded twice. The same seed gives the same study. */
    public static Scene made(long seed) {
        Random random = new Random(seed);
        return new Scene(List.of(recording("P01", "Rec 01", random), recording("P02", "Rec 02", random), recording("P02", "Rec 03", random),
                recording("P03", "Rec 04", random)));
    }

    private static Recording recording(String participant, String name, Random random) {
        List<Look> looks = new ArrayList<>();
        long time = 200 + SAMPLE_MS * random.nextInt(50);
        for (String stimulus : List.of(MENU, SHELF, "")) {
            long shownAt = time;
            for (int i = 0; i < (stimulus.equals(SHELF) ? 12 : 3); i++) {
                long duration = 60 + SAMPLE_MS * random.nextInt(40);
                Place place = i == 4 ? Place.LOST : i == 7 ? Place.OUTSIDE : Place.ON;
                looks.add(new Look(looks.size() + 1, stimulus, shownAt, time, duration, place,
                        place == Place.OUTSIDE ? -STEP * (1.0 + random.nextInt(9)) : STEP * (1.0 + random.nextInt(WIDTH / STEP - 1)),
                        STEP * (1.0 + random.nextInt(HEIGHT / STEP - 1))));
                time += duration + 20 + SAMPLE_MS * random.nextInt(4);
            }
            time += 300;
        }
        return new Recording(participant, name, looks);
    }

    /** How many looks at the shelf lie at such a place, in all recordings. */
    public long count(Place place) {
        return recordings.stream().flatMap(r -> r.shelf().stream()).filter(l -> l.place() == place).count();
    }

    /** How many looks there were while something else was shown. */
    public long elsewhere() {
        return recordings.stream().flatMap(r -> r.looks().stream()).filter(l -> !l.isOnShelf()).count();
    }
}
