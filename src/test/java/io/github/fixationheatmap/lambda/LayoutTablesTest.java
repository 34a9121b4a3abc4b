package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.trackers.MadeLayout;
import io.github.fixationheatmap.trackers.Scene;
import io.github.fixationheatmap.trackers.Scene.Look;
import io.github.fixationheatmap.trackers.Scene.Place;
import io.github.fixationheatmap.trackers.Scene.Recording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables about areas of interest name each fixation of a made study, whatever program wrote it down. */
@Tag("slow")
class LayoutTablesTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private static final Scene SCENE = Scene.made(7);
    private static final String AREAS = "{\"aois\": ["
            + "{\"name\": \"all\", \"rectangle\": {\"x\": 0, \"y\": 0, \"width\": 1024, \"height\": 512}},"
            + " {\"name\": \"left\", \"rectangle\": {\"x\": 0, \"y\": 0, \"width\": 500, \"height\": 512}}]}";

    private final TestStack stack = new TestStack(S3.server());

    private JsonNode drop(MadeLayout layout, String option) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        layout.tables(SCENE).forEach((name, table) -> files.put(name + ".csv", table.bytes(layout.style())));
        files.put("reference_image.png", TestExport.png(Scene.WIDTH, Scene.HEIGHT));
        files.put("aois.json", text(AREAS));
        files.put("heatmap.json", text("{" + option + (layout.options().isEmpty() ? "" : ", " + layout.options()) + "}"));
        stack.drop("inbox/x.zip", TestExport.zip(files));
        assertThat(stack.resultKeys("x/")).contains("x/manifest.json").doesNotContain("x/error.json");
        return stack.json("x/manifest.json");
    }

    private static String recording(MadeLayout layout, Recording recording) {
        return recording.participant() + (layout.layout().startsWith("tobii") ? " / " : " ") + recording.name();
    }

    private static String section(MadeLayout layout, Recording recording) {
        return switch (layout) {
            case GAZEPOINT_ALL_GAZE, GAZEPOINT_FIXATIONS, GAZEPOINT_USERS, EYELINK -> "1";
            case EYELINK_TWO_IMAGES -> "2";
            case PUPIL_CLOUD -> recording(layout, recording);
            default -> "section";
        };
    }

    /** What the ids of a recording's fixations on the shelf count: its fixations, those on the shelf, or those that the program saw. */
    private static int before(MadeLayout layout, Recording recording) {
        return switch (layout) {
            case GAZEPOINT_ALL_GAZE, GAZEPOINT_FIXATIONS, GAZEPOINT_USERS ->
                recording.shelf().getFirst().index() - 1;
            default -> 0;
        };
    }

    private static List<String> expected(MadeLayout layout) {
        List<String> rows = new ArrayList<>();
        for (Recording recording : SCENE.recordings()) {
            int unseen = 0;
            for (Look look : recording.shelf()) {
                unseen += look.place() == Place.LOST && layout.layout().equals("gazepoint") ? 1 : 0;
                if (look.place() == Place.ON) {
                    rows.add(section(layout, recording) + "," + recording(layout, recording) + ","
                            + (look.index() - before(layout, recording) - unseen) + "," + look.duration());
                }
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void eachFixationIsThereWithItsIdsAndItsDuration(MadeLayout layout) {
        JsonNode manifest = drop(layout, "\"scale\": 3");
        assertThat(new String(stack.result("x/aoi_fixations.csv"), UTF_8).lines().filter(line -> line.contains(",all,"))
                .map(line -> line.substring(line.indexOf(",all,") + 5)).toList())
                .as(layout.name()).containsExactlyInAnyOrderElementsOf(expected(layout));
        assertThat(manifest.at("/rows/counted").asLong()).isEqualTo(SCENE.count(Place.ON));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLeftOutHasItsReason(MadeLayout layout) {
        JsonNode left = drop(layout, "\"scale\": 3").at("/rows/leftOut");
        boolean noPlacesOutside = layout.name().startsWith("TOBII_STUDIO") || (layout.name().startsWith("TOBII_PRO_LAB")
                && layout != MadeLayout.TOBII_PRO_LAB_GLASSES && layout != MadeLayout.TOBII_PRO_LAB_WITHOUT_FRACTIONS);
        boolean noneLost = layout.layout().equals("gazepoint") || layout == MadeLayout.PUPIL_PLAYER;
        long lost = noneLost ? 0 : SCENE.count(Place.LOST);
        long outside = SCENE.count(Place.OUTSIDE);
        assertThat(left.path("outsideImage").asLong()).isEqualTo(noPlacesOutside ? 0 : outside);
        assertThat(left.path("notMapped").asLong()).isEqualTo(lost + (noPlacesOutside ? outside : 0));
        long elsewhere = SCENE.elsewhere();
        assertThat(left.path("otherStimulus").asLong()).isEqualTo(switch (layout) {
            case TOBII_PRO_LAB_GLASSES, EYELINK, PUPIL_PLAYER, PUPIL_CLOUD -> 0;
            case GAZEPOINT_ALL_GAZE, GAZEPOINT_FIXATIONS, GAZEPOINT_USERS, EYELINK_TWO_IMAGES -> elsewhere / 2;
            default -> elsewhere;
        });
    }

    @Test
    void timesCountFromTheFirstFixationOrTheClockOfTheProgram() {
        drop(MadeLayout.TOBII_STUDIO, "\"scale\": 3");
        String studio = new String(stack.result("x/aoi_metrics.csv"), UTF_8);
        assertThat(studio.lines().filter(line -> line.contains(",all,")).count()).isEqualTo(4);
        drop(MadeLayout.TOBII_PRO_LAB_US, "\"scale\": 3");
        assertThat(new String(stack.result("x/aoi_metrics.csv"), UTF_8)).isEqualTo(studio);
        drop(MadeLayout.TOBII_PRO_LAB_BARE_US, "\"scale\": 3");
        assertThat(new String(stack.result("x/aoi_metrics.csv"), UTF_8)).isEqualTo(studio);
    }
}
