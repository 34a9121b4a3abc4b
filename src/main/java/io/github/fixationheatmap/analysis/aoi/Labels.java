package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.options.Background;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The labels of some AOIs, in the order in which the AOIs first have them; that of the background, where it is listed, is the last.
 *
 * @param all the labels
 * @param ofAois for each AOI the places of its labels in {@code all}
 * @param ofBackground the place of the background's label in {@code all}, or null where it has none
 */
public record Labels(List<Label> all, List<List<Integer>> ofAois, @Nullable Integer ofBackground) {

    public Labels {
        all = List.copyOf(all);
        ofAois = ofAois.stream().map(List::copyOf).toList();
    }

    /**
     * Collects the labels.
     *
     * @throws IllegalArgumentException if the background is listed and an AOI has its name for a label
     */
    public static Labels of(List<Aoi> aois, Background background) {
        Map<String, String> idOfName = new HashMap<>();
        aois.forEach(aoi -> idOfName.putIfAbsent(aoi.name(), aoi.id()));
        Map<String, Integer> places = new LinkedHashMap<>();
        List<List<Integer>> ofAois = new ArrayList<>();
        for (Aoi aoi : aois) {
            ofAois.add(aoi.labels().stream().map(text -> places.computeIfAbsent(text, t -> places.size())).toList());
        }
        List<Label> all = new ArrayList<>();
        for (String text : places.keySet()) {
            String id = idOfName.get(text);
            all.add(new Label(id == null ? StableId.of("label:" + text) : id, text));
        }
        if (background == Background.LEFT_OUT || aois.isEmpty()) {
            return new Labels(all, ofAois, null);
        }
        if (places.containsKey(Background.NAME)) {
            throw new IllegalArgumentException("the label \"" + Background.NAME + "\" is taken");
        }
        all.add(new Label(Background.ID, Background.NAME));
        return new Labels(all, ofAois, all.size() - 1);
    }
}
