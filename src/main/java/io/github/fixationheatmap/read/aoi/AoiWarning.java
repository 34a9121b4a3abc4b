package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.analysis.aoi.AoiSet;
import java.util.List;

/** What the owner of areas should know of how they were read. */
enum AoiWarning {
    KEY_FRAMES("aoi-key-frames", "Areas with several key frames, of which the first one counts"),
    INACTIVE("aoi-inactive", "Areas that are not active in their first key frame, and are counted all the same"),
    TAGS("aoi-tags", "Areas with tags that were not understood and are left aside"),
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

    AoiSet.Note about(List<String> names) {
        int more = names.size() - MAX_NAMES;
        String some = String.join(", ", more > 0 ? names.subList(0, MAX_NAMES) : names);
        return new AoiSet.Note(type, text + ": " + some + (more > 0 ? " and " + more + " more" : "") + ".");
    }
}
