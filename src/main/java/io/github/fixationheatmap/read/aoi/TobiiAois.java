package io.github.fixationheatmap.read.aoi;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tobii Pro Lab's {@code .aois}: polygons that move with time. A reference image stands still, so the first key frame counts. An area
 * counts for its name, and for each of its tags.
 */
final class TobiiAois implements AoiFormat {

    private static final String MEDIA = "Media";

    private record Drawn(ParsedAoi sketch, Set<AoiWarning> notices) {}

    private final List<Drawn> areas = new ArrayList<>();
    private Optional<JsonValue> media = Optional.empty();

    @Override
    public String title() {
        return "Tobii Pro Lab (\"Aois\")";
    }

    @Override
    public String areas() {
        return "Aois";
    }

    @Override
    public Set<String> others() {
        return Set.of(MEDIA);
    }

    @Override
    public void area(JsonValue area) {
        String name = area.get("Name").name();
        List<JsonValue> frames = area.get("KeyFrames").items();
        if (frames.isEmpty()) {
            throw area.get("KeyFrames").bad("at least one key frame");
        }
        Set<AoiWarning> notices = EnumSet.noneOf(AoiWarning.class);
        if (frames.size() > 1) {
            notices.add(AoiWarning.KEY_FRAMES);
        }
        if (frames.get(0).find("IsActive").filter(active -> active.node().isBoolean() && !active.node().asBoolean()).isPresent()) {
            notices.add(AoiWarning.INACTIVE);
        }
        Set<String> labels = new LinkedHashSet<>(List.of(name));
        for (JsonValue tag : area.find("Tags").map(JsonValue::items).orElse(List.of())) {
            Optional<String> text = text(tag);
            text.ifPresentOrElse(labels::add, () -> notices.add(AoiWarning.TAGS));
        }
        AoiShape shape = new AoiShape.Rings(List.of(AoiShapeReader.ofObjects(frames.get(0).get("Vertices"))));
        areas.add(new Drawn(ParsedAoi.of(area, Optional.empty(), name, List.copyOf(labels), shape), notices));
    }

    /** How tags are written is documented nowhere: a text and an object with a name are understood. */
    private static Optional<String> text(JsonValue tag) {
        return tag.node().isTextual() ? Optional.of(tag.name())
                : tag.find("Name").or(() -> tag.find("TagName")).map(JsonValue::name);
    }

    @Override
    public void other(String name, JsonValue value) {
        media = Optional.of(value);
    }

    @Override
    public void finish(JsonValue top, CoordinateMapping image, AoiList to) {
        CoordinateMapping frame = media.map(m -> image.drawnAt(m, m.find("Width"), m.find("Height"))).orElse(image);
        for (Drawn drawn : areas) {
            to.add(drawn.sketch(), frame);
            drawn.notices().forEach(notice -> to.note(notice, drawn.sketch().name()));
        }
    }
}
