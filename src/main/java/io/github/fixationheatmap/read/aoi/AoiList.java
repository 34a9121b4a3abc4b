package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.aoi.StableId;
import io.github.fixationheatmap.problem.Location;
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
    static final int MAX_LABELS = 10_000;

    private final List<Aoi> aois = new ArrayList<>();
    private final Map<String, ParsedAoi> byId = new HashMap<>();
    private final Map<AoiWarning, List<String>> notices = new EnumMap<>(AoiWarning.class);
    private int labels;

    /** Puts an area on the reference image. */
    void add(ParsedAoi sketch, CoordinateMapping frame) {
        labels += sketch.labels().size();
        if (labels > MAX_LABELS) {
            throw new Problem(ProblemType.TOO_LARGE, sketch.place(), labels + " labels up to here",
                    "at most " + MAX_LABELS + " labels of all areas").asException();
        }
        String id = sketch.id().orElseGet(() -> StableId.of(sketch.name() + "\n" + sketch.key()));
        ParsedAoi other = byId.putIfAbsent(id, sketch);
        if (other != null) {
            throw new Problem(ProblemType.BAD_AOI, placeOfId(sketch), id, "an id of its own, not that of " + other.key()).asException();
        }
        if (sketch.shape() instanceof AoiShape.Bitmap mask) {
            check(mask, sketch.name(), frame);
        }
        aois.add(new Aoi(id, sketch.name(), sketch.labels(), sketch.shape().on(frame)));
    }

    private static Location placeOfId(ParsedAoi sketch) {
        return sketch.id().isPresent() && sketch.place() instanceof Location.Pointer at
                ? new Location.Pointer(at.file(), at.pointer() + "/id") : sketch.place();
    }

    private void check(AoiShape.Bitmap mask, String name, CoordinateMapping frame) {
        if (!frame.sameAspectAsMask(mask.width(), mask.height())) {
            note(AoiWarning.MASK_SHAPE, name);
        }
        if (mask.alpha() && mask.coversAll()) {
            note(AoiWarning.MASK_FULL, name);
        }
    }

    /** Remembers something of an area that its owner should know. */
    void note(AoiWarning notice, String name) {
        notices.computeIfAbsent(notice, n -> new ArrayList<>()).add(name);
    }

    AoiSet set() {
        return new AoiSet(aois, notices.entrySet().stream().map(e -> e.getKey().about(e.getValue())).toList());
    }
}
