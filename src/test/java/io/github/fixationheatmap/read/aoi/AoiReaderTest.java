package io.github.fixationheatmap.read.aoi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.aoi.Area;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules of each format, beyond the common scene. */
class AoiReaderTest {

    private static Area only(String json) {
        AoiSet set = TestFile.read(json);
        assertThat(set.aois()).hasSize(1);
        return set.aois().getFirst().area();
    }

    @Test
    void noFileMeansNoAreas() {
        assertThat(TestFile.read()).isEqualTo(AoiSet.NONE);
        assertThat(TestFile.read("{\"result\": []}")).isEqualTo(AoiSet.NONE);
    }

    @Test
    void ringInARingIsAHole() {
        Area area = only("""
                {"aois": [{"name": "frame", "polygon": [[[10, 10], [90, 10], [90, 90], [10, 90]],
                                                      [[40, 40], [60, 40], [60, 60], [40, 60]]]}]}""");
        assertThat(area.contains(20, 20)).isTrue();
        assertThat(area.contains(50, 50)).isFalse();
        assertThat(area.area()).isEqualTo(6000);
    }

    @Test
    void normalizedCoordinatesAreFractionsOfTheImage() {
        AoiSet set = TestFile.read("""
                {"unit": "normalized", "aois": [
                  {"name": "left half", "rectangle": {"x": 0, "y": 0, "width": 0.5, "height": 1}},
                  {"name": "in px", "unit": "px", "ellipse": {"cx": 100, "cy": 50, "rx": 10, "ry": 5}}]}""");
        assertThat(set.aois().get(0).area().bounds().right()).isEqualTo(100);
        assertThat(set.aois().get(0).area().area()).isEqualTo(10_000);
        assertThat(set.aois().get(1).area().contains(109, 50)).isTrue();
        assertThat(set.aois().get(1).area().contains(100, 56)).isFalse();
    }

    /** A unit after the areas applies to them too. */
    @Test
    void orderOfMembersDoesNotMatter() {
        assertThat(only("""
                {"aois": [{"rectangle": {"x": 0, "y": 0, "width": 1, "height": 1}, "name": "all"}], "unit": "normalized"}""").area())
                .isEqualTo(20_000);
        assertThat(only("""
                {"imageWidth": 100, "imageData": "%s", "imageHeight": 50,
                 "shapes": [{"points": [[0, 0], [50, 50]], "shape_type": "rectangle", "label": "left"}]}""".formatted("A".repeat(1000)))
                .area()).isEqualTo(10_000);
    }

    /** Jackson refuses to load a text of more than 20 million characters. No error shows that the text is skipped. */
    @Test
    void skipsImageInLabelMe() {
        assertThat(TestFile.read("{\"imageData\": \"%s\", \"shapes\": []}".formatted("A".repeat(20_000_001)))).isEqualTo(AoiSet.NONE);
    }

    /** The number of tokens bounds the memory for one area. */
    @Test
    @Tag("slow")
    void refusesTooManyTokens() {
        String json = "{\"aois\": [{\"name\": \"a\", \"polygon\": [" + "[0,0],".repeat(1_000_000) + "[0,0]]}]}";
        assertThatThrownBy(() -> TestFile.read(json)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_LARGE);
            assertThat(e.problem().actual()).startsWith("Token count (4000001) exceeds the maximum allowed (4000000");
        });
    }

    @Test
    void acceptsByteOrderMarkAndWindowsLineEnds() {
        assertThat(TestFile.read("\uFEFF{\r\n\"aois\":\r\n[]}\r\n")).isEqualTo(AoiSet.NONE);
    }

    /** A member that one format reads may have any value in another. */
    @Test
    void ignoresMembersOfOtherFormats() {
        assertThat(TestFile.read("{\"images\": 7, \"unit\": \"mm\", \"Media\": [], \"shapes\": []}")).isEqualTo(AoiSet.NONE);
    }

    @Test
    void idsAreKeptOrGeneratedDeterministically() {
        String json = """
                {"aois": [{"id": "given", "name": "a", "rectangle": {"x": 0, "y": 0, "width": 9, "height": 9}},
                          {"name": "a", "rectangle": {"x": 0, "y": 0, "width": 9, "height": 9}},
                          {"name": "a", "rectangle": {"x": 0, "y": 0, "width": 9, "height": 9}}]}""";
        List<String> ids = TestFile.read(json).aois().stream().map(Aoi::id).toList();
        assertThat(ids).doesNotHaveDuplicates().element(0).isEqualTo("given");
        assertThat(ids.subList(1, 3)).allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertThat(TestFile.read(json).aois()).extracting(Aoi::id).isEqualTo(ids);
    }

    @Test
    void namesMayHaveAnyCharactersButControlCharacters() {
        AoiSet set = TestFile.read("""
                {"aois": [{"name": "a \\"b\\", c \\ud83d\\ude00", "labels": ["=1+1", " x "],
                           "rectangle": {"x": 0, "y": 0, "width": 9, "height": 9}, "color": "#39FF14"}]}""");
        assertThat(set.aois().getFirst().name()).isEqualTo("a \"b\", c \ud83d\ude00");
        assertThat(set.aois().getFirst().labels()).containsExactly("=1+1", " x ");
    }

    @Test
    void labelMeCircleIsACentreAndAPointOnItsRim() {
        Area area = only("{\"shapes\": [{\"label\": \"clock\", \"shape_type\": \"circle\", \"points\": [[50, 50], [53, 54]]}]}");
        assertThat(area.kind()).isEqualTo("ellipse");
        assertThat(area.contains(54.9, 50)).isTrue();
        assertThat(area.contains(55.1, 50)).isFalse();
    }

    /** 1001 x 505 is 0.9 % off the image's 2 to 1. */
    @Test
    void otherSizeIsScaledOnEachAxis() {
        Area area = only("""
                {"shapes": [{"label": "all", "shape_type": "rectangle", "points": [[1001, 0], [0, 505]]}],
                 "imageWidth": 1001, "imageHeight": 505, "imageData": null}""");
        assertThat(area.area()).isCloseTo(20_000, offset(1e-6));
    }

    @Test
    void tobiiTagsAreLabelsAndTheFirstKeyFrameCounts() {
        String triangle = "[{\"X\": 0, \"Y\": 0}, {\"X\": 40, \"Y\": 0}, {\"X\": 0, \"Y\": 40}]";
        AoiSet set = TestFile.read(TestFile.of("shelf.aois", """
                {"Aois": [{"Name": "bottle", "Tags": ["drinks", {"Name": "glass"}, {"Id": 7}], "KeyFrames": [
                  {"IsActive": false, "Seconds": 0, "Vertices": %s}, {"IsActive": true, "Seconds": 2.5, "Vertices": []}]}],
                 "Version": 2}""".formatted(triangle)));
        assertThat(set.aois().getFirst().labels()).containsExactly("bottle", "drinks", "glass");
        assertThat(set.aois().getFirst().area().area()).isEqualTo(800);
        assertThat(set.warnings()).extracting(Warning::type).containsExactly("aoi-key-frames", "aoi-inactive", "aoi-tags");
        assertThat(set.warnings().getFirst().detail()).isEqualTo("Areas with several key frames, of which the first one counts: bottle.");
    }

    @Test
    void cocoAnnotationsOfACategoryShareItsName() {
        AoiSet set = TestFile.read("""
                {"categories": [{"id": 7, "name": "mug"}], "images": [
                   {"id": 1, "file_name": "other.png", "width": 9, "height": 9},
                   {"id": 2, "file_name": "shelf\\\\reference_image.png", "width": 100, "height": 50}],
                 "annotations": [
                   {"category_id": 7, "image_id": 2, "segmentation": [[0, 0, 10, 0, 10, 10], [50, 0, 60, 0, 60, 10]]},
                   {"category_id": 7, "image_id": 2, "bbox": [1, 2, 3, 4]},
                   {"category_id": 7, "image_id": 1, "bbox": [1, 2, 3, 4]}]}""");
        assertThat(set.aois()).extracting(Aoi::name).containsExactly("mug", "mug");
        assertThat(set.aois().get(0).area().area()).isEqualTo(2 * 50 * 4);
        assertThat(set.aois().get(1).area().bounds().left()).isEqualTo(2);
        assertThat(set.warnings().getFirst().detail()).isEqualTo("Areas of other images, which are left out: mug.");
    }

    @Test
    void cocoMaskIsReadDownItsColumns() {
        Area area = only("""
                {"categories": [{"id": 1, "name": "a"}],
                 "annotations": [{"category_id": 1, "segmentation": {"size": [2, 4], "counts": [1, 2, 5]}}]}""");
        assertThat(area.contains(25, 75)).isTrue();
        assertThat(area.contains(75, 25)).isTrue();
        assertThat(area.contains(25, 25)).isFalse();
        assertThat(area.area()).isEqualTo(5_000);
    }

    @Test
    void nameOfAMaskFileIsItsLabel() {
        byte[] png = SampleMasks.png(new boolean[][] {{true, false}}, BufferedImage.TYPE_INT_ARGB, -1, 0);
        AoiSet set = TestFile.read(TestFile.of("aois/left, \"half\".PNG", png));
        assertThat(set.aois().getFirst().labels()).containsExactly("left, \"half\"");
        assertThat(set.aois().getFirst().area().contains(99.9, 50)).isTrue();
        assertThat(set.aois().getFirst().area().contains(100, 50)).isFalse();
    }

    @Test
    void warnsOfMasksWithOtherShapeOrFullCoverage() {
        byte[] square = SampleMasks.png(new boolean[64][64], BufferedImage.TYPE_INT_ARGB, -1, 0xFF000000);
        AoiSet set = TestFile.read(TestFile.of("aois/all.png", square));
        assertThat(set.warnings()).extracting(Warning::type).containsExactly("aoi-mask-shape", "aoi-mask-full");
        // 51.2 rows are impossible: 51 is the closest height for a mask of 1024 px.
        byte[] flat = SampleMasks.png(new boolean[51][1024], BufferedImage.TYPE_BYTE_GRAY, -1, 0);
        assertThat(TestFile.read(List.of(TestFile.of("aois/none.png", flat)), 4000, 200).warnings()).isEmpty();
    }
}
