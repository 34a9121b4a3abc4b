package io.github.fixationheatmap.drop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.drop.ExportPart.FileRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisnamedTest {

    @ParameterizedTest
    @CsvSource({"Fixations.csv, NAME, FIXATIONS, fixations.csv", "fixations (1).csv, NAME, FIXATIONS, fixations.csv",
        "fixations - Copy.csv, NAME, FIXATIONS, fixations.csv", "fixations.csv.txt, NAME, FIXATIONS, fixations.csv",
        "fixations, NAME, FIXATIONS, fixations.csv", "fixations.xlsx, FORMAT, FIXATIONS, fixations.csv",
        "Fixations.txt, NAME, FIXATIONS, fixations.txt", "fixation.TSV, NAME, FIXATIONS, fixations.tsv",
        "fixations.tsv.txt, NAME, FIXATIONS, fixations.tsv", "one/Sections.CSV, NAME, SECTIONS, sections.csv",
        "Fixations_on_surface_Door A.csv, NAME, FIXATIONS, fixations_on_surface_Door A.csv",
        "fixations - on - surface - Door.csv, NAME, FIXATIONS, fixations_on_surface_Door.csv",
        "fixations_on_surface_Door.xlsx, FORMAT, FIXATIONS, fixations_on_surface_Door.csv",
        "reference_image.JPG, NAME, REFERENCE_IMAGE, reference_image.jpg",
        "Reference Image.png, NAME, REFERENCE_IMAGE, reference_image.png",
        "reference_image.jpeg.jpeg, NAME, REFERENCE_IMAGE, reference_image.jpeg",
        "reference_image.heic, FORMAT, REFERENCE_IMAGE, reference_image.png",
        "Reference_image.json, NAME, AOIS, reference_image.json", "IMG_1234.JPG, IMAGE, REFERENCE_IMAGE, reference_image.jpg",
        "heatmap.json.txt, NAME, OPTIONS, heatmap.json", "Heatmap.json, NAME, OPTIONS, heatmap.json",
        "Groups.csv, NAME, GROUPS, groups.csv", "groups.xlsx, FORMAT, GROUPS, groups.csv",
        "heatmap.JSON, NAME, OPTIONS, heatmap.json",
        "AOIs.json, NAME, AOIS, aois.json", "aois.csv, FORMAT, AOIS, aois.json", "one/two/kitchen.json, AREAS, AOIS, aois.json"})
    void tellsTheNameThatWasMeant(String path, Misnamed.Kind kind, FileRole role, String meant) {
        assertThat(Misnamed.of(path)).contains(new Misnamed(path, role, meant, kind));
    }

    @ParameterizedTest
    @CsvSource({"Aois/mug.png, Aois/, AOIS, aois/", "one/AOI/mug.JPG, one/AOI/, AOIS, aois/",
        "Fixations/P01.csv, Fixations/, FIXATIONS, fixations/", "fixation/P01.TXT, fixation/, FIXATIONS, fixations/",
        "'one/ Fixations (1)/P01.tsv', 'one/ Fixations (1)/', FIXATIONS, fixations/"})
    void tellsTheFolderThatWasMeant(String path, String folder, FileRole role, String meant) {
        Misnamed misnamed = new Misnamed(folder, role, meant, Misnamed.Kind.FOLDER);
        assertThat(Misnamed.of(path)).contains(misnamed);
        assertThat(misnamed.advice()).isEqualTo(folder + " is not read: its name should be " + meant + ", to the letter");
    }

    @ParameterizedTest
    @CsvSource({"kitchen.heatmap.json.txt, kitchen.heatmap.json", "a/kitchen.v2.Heatmap.JSON, a/kitchen.v2.heatmap.json",
        "kitchen.heatmap (1).json, kitchen.heatmap.json"})
    void tellsTheOptionsBesideAZipThatWereMeant(String key, String meant) {
        assertThat(DropKeys.dropOf("b", "inbox/" + key)).contains(DropKeys.dropOf("b", "inbox/" + meant).orElseThrow());
        Misnamed found = Misnamed.besideZip(key).orElseThrow();
        assertThat(found.advice()).isEqualTo(found.name() + " is not read: its name should be "
                + meant.substring(meant.lastIndexOf('/') + 1) + ", to the letter");
        assertThat(key).endsWith(found.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kitchen.heatmap.json", "heatmap.json.txt", ".heatmap.json.txt", "kitchen.heatmap.png", "kitchen.json",
        "kitchen.myheatmap.json.txt"})
    void leavesOtherFilesBesideAZipAlone(String name) {
        assertThat(Misnamed.besideZip(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixations.csv", "fixations.tsv", "fixations.txt",
        "gaze.csv", "aoi_fixations.csv", "aoi_metrics.csv", "my_fixations.csv", "fixations.csv.bak",
        "door_heatmap.png", "heatmap.png", "overlay.png", "info.json", "scene_camera.json", "waiting.json", "manifest.json", "error.json",
        "study.json", "kitchen.heatmap.json", "._Fixations.csv", "~$fixations.xlsx", "Fix\nations.json", "kitchen.zip",
        "aois/kitchen.json",
        "fixations/P01.xlsx", "world.mp4", ".", "heatmap.txt", "Aois/notes.txt",
        "Fixations/P01.xlsx", "Fixations/fixations.csv", "kitchen.heatmap.json.txt"})
    void leavesOtherFilesAlone(String path) {
        assertThat(Misnamed.of(path)).isEmpty();
    }

    @Test
    void aZipInAZipIsToldOf() {
        assertThat(Misnamed.zipInZip("one/Kitchen.ZIP").orElseThrow().advice())
                .isEqualTo("one/Kitchen.ZIP is not read: a zip in a zip is no drop: drop it by itself, or unpacked");
        assertThat(Misnamed.zipInZip("one/kitchen.7z")).isEmpty();
    }
}
