package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.TableReading;
import io.github.fixationheatmap.model.TableReading.Starts;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the tables of one export have in common while they are read one after the other. Not thread-safe. */
public final class TableRun {

    /** Sentences and warnings beyond these are left out: a folder may hold a thousand tables. */
    private static final int MAX_NOTES = 20;

    /** The relative difference of two ratios from which they are not the same. */
    private static final double RATIO = 0.01;

    private final TableSetup setup;
    private final Set<String> recordings = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Stimuli stimuli;
    private final Set<String> assumed = new LinkedHashSet<>();
    private final Map<String, Warning> warnings = new LinkedHashMap<>();
    private long placed;
    private long notPlaced;

    /** The state before the first table is read. */
    public TableRun(TableSetup setup) {
        this.setup = setup;
        this.stimuli = new Stimuli(setup);
    }

    public TableSetup setup() {
        return setup;
    }

    /** The ids of the recordings so far. */
    public Set<String> recordings() {
        return recordings;
    }

    Stimuli stimuli() {
        return stimuli;
    }

    /** The name of a recording, which is its id where no column tells it. */
    public String recordingName(String id) {
        return names.getOrDefault(id, id);
    }

    void name(String id, String name) {
        if (!name.isBlank()) {
            names.putIfAbsent(id, name);
        }
    }

    /** Counts a fixation that was read, unless it was on another stimulus. */
    void count(Fixation fixation) {
        switch (fixation.mapping()) {
            case INSIDE, OUTSIDE -> placed++;
            case NOT_MAPPED -> notPlaced++;
            case OTHER_STIMULUS -> { }
        }
    }

    void assume(String sentence) {
        if (assumed.size() < MAX_NOTES) {
            assumed.add(sentence);
        }
    }

    void warn(String type, String detail) {
        if (warnings.size() < MAX_NOTES) {
            warnings.putIfAbsent(type, new Warning(type, detail));
        }
    }

    /** Compares the shape of the reference image with that of the stimulus. */
    void compare(double width, double height) {
        double ratio = width / height * setup.height() / setup.width();
        if (Math.abs(ratio - 1) > RATIO) {
            warn("media-ratio", String.format(Locale.ROOT, "The stimulus is %s x %s px in the table, and the reference image %s: the sides"
                    + " have other ratios. Places are scaled by width and by height. Is it the same picture, not cropped?",
                    number(width), number(height), setup.size()));
        }
        if (width != setup.width() || height != setup.height()) {
            assume("Places were scaled from the stimulus of " + number(width) + " x " + number(height) + " px in the table to the"
                    + " reference image of " + setup.size() + ".");
        }
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.valueOf((long) value) : String.valueOf(value);
    }

    /**
     * What the tables told.
     *
     * @param file the first of them
     * @param starts whether they tell when fixations start
     * @throws io.github.fixationheatmap.problem.ProblemException if the chosen stimulus is in none of them, or they have fixations and
     *     no place of any
     */
    public TableReading reading(String file, Starts starts) {
        stimuli.checkFound();
        if (placed == 0 && notPlaced > 0) {
            throw new Problem(ProblemType.BAD_VALUE, new Location.WholeFile(file), notPlaced + " fixations, and none has a place",
                    "places in the columns of fixations: choose them when you export the table").asException();
        }
        return new TableReading(starts, stimuli.read(), List.copyOf(assumed), new ArrayList<>(warnings.values()));
    }
}
