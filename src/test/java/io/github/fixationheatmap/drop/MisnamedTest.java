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
        "AOIs.json, NAME, AOIS, aois.json", "aois.csv, FORMAT, AOIS, aois.json", "one/two/kitchen.json, AREAS, AOIS, aois.json"})
    void tellsTheNameThatWasMeant(String path, Misnamed.Kind kind, FileRole role, String meant) {
        assertThat(Misnamed.of(path)).contains(new Misnamed(path, role, meant, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixations.csv", "fixations.tsv", "fixations.txt",
        "gaze.csv", "aoi_fixations.csv", "aoi_metrics.csv", "my_fixations.csv", "fixations.csv.bak",
        "door_heatmap.png", "heatmap.png", "overlay.png", "info.json", "scene_camera.json", "waiting.json", "manifest.json", "error.json",
        "study.json", "kitchen.heatmap.json", "._Fixations.csv", "~$fixations.xlsx", "Fix\nations.json", "kitchen.zip", "aois/kitchen.json",
        "fixations/P01.xlsx", "world.mp4", ".", "heatmap.txt"})
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
