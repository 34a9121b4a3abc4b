package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.read.aoi.AoiSetBuilder.AoiWarning;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tobii Pro Lab's {@code .aois}: polygons that move over time. A reference image is static, so that only the first key frame counts. The
 * labels of an area are its name and its tags.
 */
final class TobiiAois implements AoiFormat {

    private static final String MEDIA = "Media";

    private record AoiWithWarnings(ParsedAoi parsed, Set<AoiWarning> warnings) {}

    private final List<AoiWithWarnings> areas = new ArrayList<>();
    private Optional<JsonValue> media = Optional.empty();

    @Override
    public String title() {
        return "Tobii Pro Lab (\"Aois\")";
    }

    @Override
    public String areasMember() {
        return "Aois";
    }

    @Override
    public Set<String> otherMembers() {
        return Set.of(MEDIA);
    }

    @Override
    public void readArea(JsonValue area) {
        String name = area.get("Name").name();
        List<JsonValue> frames = area.get("KeyFrames").items();
        if (frames.isEmpty()) {
            throw area.get("KeyFrames").bad("at least one key frame");
        }
        Set<AoiWarning> warnings = EnumSet.noneOf(AoiWarning.class);
        if (frames.size() > 1) {
            warnings.add(AoiWarning.KEY_FRAMES);
        }
        if (frames.get(0).find("IsActive").filter(active -> active.node().isBoolean() && !active.node().asBoolean()).isPresent()) {
            warnings.add(AoiWarning.INACTIVE);
        }
        Set<String> labels = new LinkedHashSet<>(List.of(name));
        for (JsonValue tag : area.find("Tags").map(JsonValue::items).orElse(List.of())) {
            Optional<String> text = text(tag);
            text.ifPresentOrElse(labels::add, () -> warnings.add(AoiWarning.TAGS));
        }
        AoiShape shape = new AoiShape.Rings(List.of(AoiShape.ringOfObjects(frames.get(0).get("Vertices"))));
        areas.add(new AoiWithWarnings(ParsedAoi.of(area, Optional.empty(), name, List.copyOf(labels), shape), warnings));
    }

    /** The format of tags is not documented. A text and an object with a name are supported. */
    private static Optional<String> text(JsonValue tag) {
        return tag.node().isTextual() ? Optional.of(tag.name())
                : tag.find("Name").or(() -> tag.find("TagName")).map(JsonValue::name);
    }

    @Override
    public void readMember(String name, JsonValue value) {
        media = Optional.of(value);
    }

    @Override
    public void addAreas(JsonValue root, CoordinateMapping image, AoiSetBuilder builder) {
        CoordinateMapping mapping = media.map(m -> image.scaledFrom(m, m.find("Width"), m.find("Height"))).orElse(image);
        for (AoiWithWarnings aoi : areas) {
            builder.add(aoi.parsed(), mapping);
            aoi.warnings().forEach(warning -> builder.warn(warning, aoi.parsed().name()));
        }
    }
}
