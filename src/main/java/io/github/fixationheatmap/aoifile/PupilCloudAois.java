package io.github.fixationheatmap.aoifile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Pupil Cloud's API answers when asked for an enrichment's areas: a mask for each, as a data URL. */
final class PupilCloudAois implements AoiFormat {

    private final Masks masks;
    private final List<Sketch> sketches = new ArrayList<>();

    PupilCloudAois(Masks masks) {
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
    public void area(Value area) {
        String name = area.get("name").name();
        Shape shape = masks.ofDataUrl(area.get("mask_image_data_url"));
        sketches.add(Sketch.of(area, area.find("id").map(Value::name), name, List.of(name), shape));
    }

    @Override
    public void other(String name, Value value) {
        // There are none.
    }

    @Override
    public void finish(Value top, Frame image, AoiList to) {
        sketches.forEach(sketch -> to.add(sketch, image));
    }
}
