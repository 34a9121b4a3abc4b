package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static io.github.fixationheatmap.lambda.TestStack.five;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in any order and of any name: which start a run, which wait for others, and which start none. */
class DropArrivalTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    @ParameterizedTest
    @ValueSource(strings = {"FIS", "FSI", "IFS", "ISF", "SFI", "SIF"})
    void filesMayArriveInAnyOrder(String order) {
        Map<Character, String> names = Map.of('F', "fixations.csv", 'I', "reference_image.png", 'S', "sections.csv");
        Map<String, byte[]> files = TestExport.files();
        order.chars().forEach(c -> {
            String name = names.getOrDefault((char) c, "");
            stack.drop("inbox/any/" + name, files.getOrDefault(name, new byte[0]));
        });
        assertThat(stack.resultKeys()).containsExactlyElementsOf(five("any/"));
        assertThat(stack.json("any/manifest.json").at("/recordings/0/name").asText()).isEqualTo("first");
    }

    @Test
    void anIncompleteDropIsLoggedAndWritesNothing() {
        stack.drop("inbox/a/fixations.csv", TestExport.files().getOrDefault("fixations.csv", new byte[0]));
        stack.drop("inbox/b/reference_image.png", TestExport.png(4, 4));
        stack.drop("inbox/c.heatmap.json", text("{}"));

        assertThat(stack.resultKeys()).isEmpty();
        assertThat(stack.log().lines()).hasSize(3)
                .anySatisfy(l -> assertThat(l).contains("waiting for reference_image.jpeg, .jpg or .png", "inbox/a/"))
                .anySatisfy(l -> assertThat(l).contains("waiting for fixations.csv", "inbox/b/"))
                .anySatisfy(l -> assertThat(l).contains("waiting for c.zip", "inbox/c.zip"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixations.csv", "fixations_on_face.csv"})
    void exportsThatNeverHaveAnImageAreRefusedBeforeOneArrives(String name) {
        byte[] face = text("recording id,fixation id,start timestamp [ns],end timestamp [ns],duration [ms],fixation on face\n");
        stack.drop("inbox/a/" + name, face);
        stack.drop("inbox/b.zip", TestExport.zip(Map.of("raw/" + name, face)));
        assertThat(stack.resultKeys()).containsExactly("a/error.json", "b/error.json");
        assertThat(stack.json("a/error.json").path("detail").asText())
                .startsWith(name + ": seen \"a Face Mapper export, which has no reference image\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox/a/aoi_fixations.csv", "inbox/a/gaze.csv", "inbox/a/my_fixations.csv", "elsewhere/fixations.csv",
        "inbox/a/fixations.csv.bak", "inbox/.zip", "inbox/a/IMG_1234.jpg", "inbox/a/door_heatmap.png", "inbox/a/info.json",
        "inbox/.heatmap.json", "inbox/a/.heatmap.json"})
    void otherObjectsStartNothing(String key) {
        stack.drop(key, text("x"));
        assertThat(stack.resultKeys()).isEmpty();
        assertThat(stack.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a+b", "100%", "%41", "Küche", "厨房", "a&b=c", "it's"})
    void keysMayHoldAnyCharacter(String name) {
        stack.drop(TestExport.under("inbox/" + name + "/", TestExport.files()));
        assertThat(stack.resultKeys()).containsExactlyElementsOf(five(name + "/"));
        stack.drop("inbox/zips/" + name + ".zip", TestExport.zip(TestExport.files()));
        assertThat(stack.resultKeys()).containsAll(five("zips/" + name + "/"));
    }
}
