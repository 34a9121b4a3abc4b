package io.github.fixationheatmap.read.aoi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.example.ExampleAois;
import io.github.fixationheatmap.example.ShelfObject;
import io.github.fixationheatmap.read.InputFile;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled example has the same areas in all formats. */
@Tag("slow")
class SameSceneTest {

    /** The tolerance around outlines in px, for the coarsest mask and for circles approximated by polygons. */
    private static final float EDGE = 3;

    private static final List<String> NAMES = ExampleAois.objects().stream().map(ShelfObject::label).toList();

    @ParameterizedTest
    @ValueSource(strings = {"by-hand.json", "pupil-cloud.json", "labelme.json", "tobii.aois", "coco.json", "masks"})
    void hasTheSameAreas(String sample) throws IOException {
        AoiSet set = TestFile.read(files(sample), SampleMasks.IMAGE_WIDTH, SampleMasks.IMAGE_HEIGHT);
        assertThat(set.warnings()).isEmpty();
        assertThat(set.aois()).extracting(Aoi::name).containsExactlyElementsOf(NAMES);
        for (int i = 0; i < NAMES.size(); i++) {
            Aoi aoi = set.aois().get(i);
            assertThat(aoi.labels()).containsExactly(NAMES.get(i));
            compare(aoi, ExampleAois.objects().get(i).outline().shape());
        }
    }

    private static void compare(Aoi aoi, Shape outline) {
        Shape edge = new BasicStroke(2 * EDGE).createStrokedShape(outline);
        for (double y = .25; y < SampleMasks.IMAGE_HEIGHT; y += 5) {
            for (double x = .25; x < SampleMasks.IMAGE_WIDTH; x += 5) {
                if (!edge.contains(x, y)) {
                    assertThat(aoi.area().contains(x, y)).as("%s at %s, %s", aoi.name(), x, y).isEqualTo(outline.contains(x, y));
                }
            }
        }
    }

    /** The tables of the example are therefore the same in all formats. */
    @ParameterizedTest
    @ValueSource(strings = {"pupil-cloud.json", "labelme.json", "tobii.aois", "coco.json", "masks"})
    void fixationsHitTheSameAreas(String sample) throws IOException {
        List<Aoi> drawn = TestFile.read(files("by-hand.json"), SampleMasks.IMAGE_WIDTH, SampleMasks.IMAGE_HEIGHT).aois();
        List<Aoi> read = TestFile.read(files(sample), SampleMasks.IMAGE_WIDTH, SampleMasks.IMAGE_HEIGHT).aois();
        String fixations = new String(Resources.bytes("/example/fixations.csv"), UTF_8);
        List<String[]> rows = fixations.lines().skip(1).map(line -> line.split(",", -1)).filter(row -> !row[7].isEmpty()).toList();
        assertThat(rows).hasSizeGreaterThan(500);
        for (String[] row : rows) {
            double x = Double.parseDouble(row[7]);
            double y = Double.parseDouble(row[8]);
            for (int i = 0; i < drawn.size(); i++) {
                Aoi expected = drawn.get(i);
                assertThat(read.get(i).area().contains(x, y)).as("%s at %s, %s", expected.name(), x, y)
                        .isEqualTo(expected.area().contains(x, y));
            }
        }
    }

    @Test
    void samplesAreTheGeneratedOnes() throws IOException {
        Map<String, byte[]> samples = AoiSamples.generate();
        for (String text : List.of("by-hand.json", "labelme.json", "tobii.aois", "coco.json")) {
            assertThat(Resources.bytes("/aois/" + text)).as(text).isEqualTo(samples.get(text));
        }
    }

    @Test
    void exampleHasLabelsBesideNames() throws IOException {
        AoiSet set = TestFile.read(List.of(TestFile.of("aois.json", Resources.bytes("/example/aois.json"))), 1200, 900);
        assertThat(set.aois()).extracting(Aoi::name).containsExactlyElementsOf(NAMES);
        assertThat(set.aois()).filteredOn(a -> a.labels().contains("drinks")).extracting(Aoi::name).containsExactly("bottle", "mug");
        assertThat(set.aois()).extracting(a -> a.area().kind()).contains("polygon", "rectangle", "ellipse");
    }

    private static List<InputFile> files(String sample) throws IOException {
        if (!sample.equals("masks")) {
            return List.of(TestFile.of(sample.endsWith(".aois") ? sample : "aois.json", Resources.bytes("/aois/" + sample)));
        }
        List<InputFile> masks = new ArrayList<>();
        for (String name : NAMES) {
            masks.add(TestFile.of("aois/" + name + ".png", Resources.bytes("/aois/masks/" + name + ".png")));
        }
        return masks;
    }
}
