package io.github.fixationheatmap.trackers;

import io.github.fixationheatmap.trackers.OtherTables.Gazepoint;
import io.github.fixationheatmap.trackers.Scene.Recording;
import io.github.fixationheatmap.trackers.TobiiTables.LabTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The same study, as each program writes it, with the options that make the same heatmap of it. */
public enum MadeLayout {

    TOBII_STUDIO("tobii-studio", "\"stimulus\": \"shelf.png\"", one(scene -> TobiiTables.studio(scene, 1))),
    TOBII_STUDIO_LARGER_MEDIA("tobii-studio", "\"stimulus\": \"shelf.png\"", one(scene -> TobiiTables.studio(scene, 2))),
    TOBII_PRO_LAB("tobii-pro-lab", "\"stimulus\": \"shelf.png\"", one(scene -> TobiiTables.screen(scene, LabTime.MS))),
    TOBII_PRO_LAB_BARE_US("tobii-pro-lab", "\"stimulus\": \"shelf.png\"", one(scene -> TobiiTables.screen(scene, LabTime.US))),
    TOBII_PRO_LAB_MS("tobii-pro-lab", "\"stimulus\": \"shelf.png\"", one(scene -> TobiiTables.screen(scene, LabTime.MS_IN_BRACKETS))),
    TOBII_PRO_LAB_US("tobii-pro-lab", "\"stimulus\": \"shelf.png\"", one(scene -> TobiiTables.screen(scene, LabTime.US_IN_BRACKETS))),
    TOBII_PRO_LAB_WITHOUT_FRACTIONS("tobii-pro-lab", "\"stimulus\": \"shelf.png\"", one(scene -> TobiiTables.screen(scene, LabTime.US)
            .without("Fixation point X (MCSnorm)", "Fixation point Y (MCSnorm)"))),
    TOBII_PRO_LAB_GLASSES("tobii-pro-lab", "\"stimulus\": \"shelf\"", one(scene -> TobiiTables.glasses(scene, LabTime.US))),
    GAZEPOINT_ALL_GAZE("gazepoint", "\"stimulus\": \"shelf.png\", \"placement\": \"center\"",
            each(recording -> OtherTables.gazepoint(recording, Gazepoint.ALL_GAZE, ""))),
    GAZEPOINT_FIXATIONS("gazepoint", "\"stimulus\": \"shelf.png\","
            + " \"placement\": {\"x\": 512, \"y\": 256, \"width\": 1024, \"height\": 512}, \"screen\": {\"width\": 2048, \"height\": 1024}",
            each(recording -> OtherTables.gazepoint(recording, Gazepoint.FIXATIONS, ""))),
    GAZEPOINT_USERS("gazepoint", "\"stimulus\": \"shelf.png\", \"placement\": \"center\","
            + " \"screen\": {\"width\": 2048, \"height\": 1024}", one(scene -> scene.recordings().stream()
            .map(r -> OtherTables.gazepoint(r, Gazepoint.ALL_GAZE, r.participant() + " " + r.name())).reduce(Table::with).orElseThrow())),
    EYELINK("eyelink", "\"placement\": \"center\", \"screen\": {\"width\": 2048, \"height\": 1024}",
            one(scene -> OtherTables.eyelink(scene, List.of(Scene.SHELF)))),
    EYELINK_TWO_IMAGES("eyelink", "\"placement\": \"center\", \"screen\": {\"width\": 2048, \"height\": 1024},"
            + " \"layout\": {\"stimulus\": \"image\"}, \"stimulus\": \"shelf.png\"",
            one(scene -> OtherTables.eyelink(scene, List.of(Scene.MENU, Scene.SHELF)))),
    PUPIL_PLAYER("pupil-player", "", each(OtherTables::pupilPlayer)),
    CUSTOM("layout", "\"layout\": {\"x\": \"xAvg\", \"y\": \"yAvg\", \"start\": \"tStart\", \"end\": \"tEnd\", \"duration\": \"duration\","
            + " \"time\": \"ms\", \"recording\": \"name\", \"stimulus\": \"stimuliName\"}, \"stimulus\": \"shelf.png\"",
            one(OtherTables::unknown)),
    PUPIL_CLOUD("reference-image-mapper", "", one(OtherTables::pupilCloud));

    private final String layout;
    private final String options;
    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Function<Scene, Map<String, Table>> tables;

    MadeLayout(String layout, String options, Function<Scene, Map<String, Table>> tables) {
        this.layout = layout;
        this.options = options;
        this.tables = tables;
    }

    private static Function<Scene, Map<String, Table>> one(Function<Scene, Table> table) {
        return scene -> Map.of("fixations", table.apply(scene));
    }

    private static Function<Scene, Map<String, Table>> each(Function<Recording, Table> table) {
        return scene -> {
            Map<String, Table> tables = new LinkedHashMap<>();
            scene.recordings().forEach(r -> tables.put("fixations/" + r.participant() + " " + r.name(), table.apply(r)));
            return tables;
        };
    }

    /** What the manifest should call it. */
    public String layout() {
        return layout;
    }

    /** The members of the {@code heatmap.json} that it needs, without braces; empty if it needs none. */
    public String options() {
        return options;
    }

    /** The tables of a study by file name without its ending: one with all recordings, or one for each. */
    public Map<String, Table> tables(Scene scene) {
        return tables.apply(scene);
    }

    /** How its program writes by default. */
    public Table.Style style() {
        return layout.startsWith("tobii") ? Table.Style.TABS : Table.Style.COMMAS;
    }
}
