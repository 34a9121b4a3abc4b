package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.analysis.aoi.Aoi.StableId;
import io.github.fixationheatmap.options.AoiOptions.Background;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a list of AOIs, in order of first appearance. The label of the background, if it is listed, is the last.
 *
 * @param all the labels
 * @param ofAois for each AOI the indices of its labels in {@code all}
 * @param ofBackground the index of the background's label in {@code all}, or null if the background is not listed
 */
public record Labels(List<Label> all, List<List<Integer>> ofAois, @Nullable Integer ofBackground) {

    /** The id of the background. */
    public static final String BACKGROUND_ID = StableId.of(Background.NAME);

    public Labels {
        all = List.copyOf(all);
        ofAois = ofAois.stream().map(List::copyOf).toList();
    }

    /**
     * Collects the labels.
     *
     * @throws IllegalArgumentException if the background is listed and an AOI has a label of the same name
     */
    public static Labels of(List<Aoi> aois, Background background) {
        Map<String, String> idOfName = new HashMap<>();
        aois.forEach(aoi -> idOfName.putIfAbsent(aoi.name(), aoi.id()));
        Map<String, Integer> indices = new LinkedHashMap<>();
        List<List<Integer>> ofAois = new ArrayList<>();
        for (Aoi aoi : aois) {
            ofAois.add(aoi.labels().stream().map(text -> indices.computeIfAbsent(text, t -> indices.size())).toList());
        }
        List<Label> all = new ArrayList<>();
        for (String text : indices.keySet()) {
            String id = idOfName.get(text);
            all.add(new Label(id == null ? StableId.of("label:" + text) : id, text));
        }
        if (background == Background.LEFT_OUT || aois.isEmpty()) {
            return new Labels(all, ofAois, null);
        }
        if (indices.containsKey(Background.NAME)) {
            throw new IllegalArgumentException("the label \"" + Background.NAME + "\" is taken");
        }
        all.add(new Label(BACKGROUND_ID, Background.NAME));
        return new Labels(all, ofAois, all.size() - 1);
    }

    /**
     * A label, under which the tables count the fixations of its AOIs.
     *
     * @param id the id of the first AOI of that name, or an id generated from the text if there is no such AOI
     * @param text its text, unique among the labels
     */
    public record Label(String id, String text) {}
}
