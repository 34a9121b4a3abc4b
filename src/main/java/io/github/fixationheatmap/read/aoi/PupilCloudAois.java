package io.github.fixationheatmap.read.aoi;

import java.util.ArrayList;
import java.util.List;

/** The response of Pupil Cloud's API for the areas of an enrichment: a mask per area, as a data URL. */
final class PupilCloudAois implements AoiFormat {

    private final MaskReader masks;
    private final List<ParsedAoi> areas = new ArrayList<>();

    PupilCloudAois(MaskReader masks) {
        this.masks = masks;
    }

    @Override
    public String title() {
        return "Pupil Cloud's answer (\"result\")";
    }

    @Override
    public String areasMember() {
        return "result";
    }

    @Override
    public void readArea(JsonValue area) {
        String name = area.get("name").name();
        AoiShape shape = masks.ofDataUrl(area.get("mask_image_data_url"));
        areas.add(ParsedAoi.of(area, area.find("id").map(JsonValue::name), name, List.of(name), shape));
    }

    @Override
    public void addAreas(JsonValue root, CoordinateMapping image, AoiSetBuilder builder) {
        areas.forEach(parsed -> builder.add(parsed, image));
    }
}
