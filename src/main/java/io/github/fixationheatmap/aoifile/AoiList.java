package io.github.fixationheatmap.aoifile;

import io.github.fixationheatmap.aoi.Aoi;
import io.github.fixationheatmap.aoi.AoiSet;
import io.github.fixationheatmap.aoi.StableId;
import io.github.fixationheatmap.problem.Place;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The areas of one drop as they are read: gives ids to those without, and keeps ids apart. */
final class AoiList {

    /** The most labels of all areas of a drop together: each is a row for each recording. */
    static final int MOST_LABELS = 10_000;

    private final List<Aoi> aois = new ArrayList<>();
    private final Map<String, Sketch> byId = new HashMap<>();
    private final Map<Notice, List<String>> notices = new EnumMap<>(Notice.class);
    private int labels;

    /** Puts an area on the reference image. */
    void add(Sketch sketch, Frame frame) {
        labels += sketch.labels().size();
        if (labels > MOST_LABELS) {
            throw new Problem(ProblemType.TOO_LARGE, sketch.place(), labels + " labels up to here",
                    "at most " + MOST_LABELS + " labels of all areas").asException();
        }
        String id = sketch.id().orElseGet(() -> StableId.of(sketch.name() + "\n" + sketch.key()));
        Sketch other = byId.putIfAbsent(id, sketch);
        if (other != null) {
            throw new Problem(ProblemType.BAD_AOI, placeOfId(sketch), id, "an id of its own, not that of " + other.key()).asException();
        }
        if (sketch.shape() instanceof Shape.Bitmap mask) {
            check(mask, sketch.name(), frame);
        }
        aois.add(new Aoi(id, sketch.name(), sketch.labels(), sketch.shape().on(frame)));
    }

    private static Place placeOfId(Sketch sketch) {
        return sketch.id().isPresent() && sketch.place() instanceof Place.Pointer at
                ? new Place.Pointer(at.file(), at.pointer() + "/id") : sketch.place();
    }

    private void check(Shape.Bitmap mask, String name, Frame frame) {
        if (!frame.sameAspectAsMask(mask.width(), mask.height())) {
            note(Notice.MASK_SHAPE, name);
        }
        if (mask.alpha() && mask.coversAll()) {
            note(Notice.MASK_FULL, name);
        }
    }

    /** Remembers something of an area that its owner should know. */
    void note(Notice notice, String name) {
        notices.computeIfAbsent(notice, n -> new ArrayList<>()).add(name);
    }

    AoiSet set() {
        return new AoiSet(aois, notices.entrySet().stream().map(e -> e.getKey().about(e.getValue())).toList());
    }
}
