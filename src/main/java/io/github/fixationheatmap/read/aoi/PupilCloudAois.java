package io.github.fixationheatmap.read.aoi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Pupil Cloud's API answers when asked for an enrichment's areas: a mask for each, as a data URL. */
final class PupilCloudAois implements AoiFormat {

    private final MaskAois masks;
    private final List<ParsedAoi> sketches = new ArrayList<>();

    PupilCloudAois(MaskAois masks) {
        this.masks = masks;
    }

    @Override
    public String title() {
        return "Pupil Cloud's answer (\"result\")";
    }

    @Override
    public String areas() {
        return "result";
    }

    @Override
    public Set<String> others() {
        return Set.of();
    }

    @Override
    public void area(JsonValue area) {
        String name = area.get("name").name();
        AoiShape shape = masks.ofDataUrl(area.get("mask_image_data_url"));
        sketches.add(ParsedAoi.of(area, area.find("id").map(JsonValue::name), name, List.of(name), shape));
    }

    @Override
    public void other(String name, JsonValue value) {
        // There are none.
    }

    @Override
    public void finish(JsonValue top, CoordinateMapping image, AoiList to) {
        sketches.forEach(sketch -> to.add(sketch, image));
    }
}
