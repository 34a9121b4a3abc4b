package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Aoi.StableId;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.aoi.Area;
import io.github.fixationheatmap.analysis.aoi.Effort;
import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the areas of one drop. It gives an id to areas without one, and refuses duplicate ids. */
final class AoiSetBuilder {

    /** The maximum number of labels of all areas of a drop. Each label is a row per recording. */
    static final int MAX_LABELS = 10_000;

    private final List<Aoi> aois = new ArrayList<>();
    private final Map<String, AoiFormat.ParsedAoi> byId = new HashMap<>();
    private final Map<AoiWarning, List<String>> warnings = new EnumMap<>(AoiWarning.class);
    private final TimeCheck time;
    private final Effort effort;
    private int labels;

    /** A builder that looks at the time for each area. */
    AoiSetBuilder(TimeCheck time) {
        this.time = time;
        this.effort = new Effort(time);
    }

    /** Adds an area, with its coordinates mapped to the reference image. */
    void add(AoiFormat.ParsedAoi parsed, CoordinateMapping mapping) {
        time.check();
        labels += parsed.labels().size();
        if (labels > MAX_LABELS) {
            throw new Problem(ProblemType.TOO_LARGE, parsed.location(), labels + " labels up to here",
                    "at most " + MAX_LABELS + " labels of all areas").asException();
        }
        String id = parsed.id().orElseGet(() -> StableId.of(parsed.name() + "\n" + parsed.key()));
        AoiFormat.ParsedAoi other = byId.putIfAbsent(id, parsed);
        if (other != null) {
            throw new Problem(ProblemType.BAD_AOI, locationOfId(parsed), id, "an id of its own, not that of " + other.key()).asException();
        }
        if (parsed.shape() instanceof AoiShape.Bitmap mask) {
            checkMask(mask, parsed.name(), mapping);
        }
        aois.add(new Aoi(id, parsed.name(), parsed.labels(), area(parsed, mapping)));
    }

    private Area area(AoiFormat.ParsedAoi parsed, CoordinateMapping mapping) {
        try {
            return parsed.shape().toArea(mapping, effort);
        } catch (LimitExceededException tooMuch) {
            throw new Problem(ProblemType.TOO_LARGE, parsed.location(), tooMuch.actual(), tooMuch.expected()).asException(tooMuch);
        }
    }

    private static Location locationOfId(AoiFormat.ParsedAoi parsed) {
        return parsed.id().isPresent() && parsed.location() instanceof Location.Pointer at
                ? new Location.Pointer(at.file(), at.pointer() + "/id") : parsed.location();
    }

    private void checkMask(AoiShape.Bitmap mask, String name, CoordinateMapping mapping) {
        if (!mapping.hasSameAspectAsMask(mask.width(), mask.height())) {
            warn(AoiWarning.MASK_SHAPE, name);
        }
        if (mask.hasAlpha() && mask.coversAll()) {
            warn(AoiWarning.MASK_FULL, name);
        }
    }

    /** Adds a warning about the area of this name. */
    void warn(AoiWarning warning, String name) {
        warnings.computeIfAbsent(warning, w -> new ArrayList<>()).add(name);
    }

    AoiSet build() {
        return new AoiSet(aois, warnings.entrySet().stream().map(e -> e.getKey().about(e.getValue())).toList());
    }

    /** What a user should know of how areas were read. */
    enum AoiWarning {
        KEY_FRAMES("aoi-key-frames", "Areas with several key frames, of which the first one counts"),
        INACTIVE("aoi-inactive", "Areas that are not active in their first key frame, and are counted all the same"),
        TAGS("aoi-tags", "Areas with tags that were not understood and are left aside"),
        UNIT("aoi-unit", "Areas in px whose coordinates all lie between 0 and 1: perhaps \"unit\": \"normalized\" was forgotten"),
        OTHER_IMAGE("aoi-other-image", "Areas of other images, which are left out"),
        MASK_SHAPE("aoi-mask-shape", "Areas whose mask has another aspect ratio than the reference image, and is stretched over it"),
        MASK_FULL("aoi-mask-full",
                "Areas whose mask is opaque everywhere, so that they cover all of the image: alpha tells inside from outside");

        private static final int MAX_NAMES = 5;

        private final String type;
        private final String text;

        AoiWarning(String type, String text) {
            this.type = type;
            this.text = text;
        }

        private Warning about(List<String> names) {
            int more = names.size() - MAX_NAMES;
            String some = String.join(", ", more > 0 ? names.subList(0, MAX_NAMES) : names);
            return new Warning(type, text + ": " + some + (more > 0 ? " and " + more + " more" : "") + ".");
        }
    }
}
