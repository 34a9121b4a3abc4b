package io.github.fixationheatmap.drop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.drop.ExportPart.FileRole;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportPartTest {

    @ParameterizedTest
    @CsvSource({
        "study/aois.json, AOIS, study/, false",
        "study/reference_image.json, AOIS, study/, false",
        "study/Tobii export.AOIS, AOIS, study/, false",
        "study/aois/left shoe.png, AOIS, study/, true",
        "aois/Bottle.PNG, AOIS, '', true",
        "a/aois/aois/x.png, AOIS, a/aois/, true",
        "study/aois/x.jpeg, AOIS, study/, true",
        "study/aois/read me.txt, UNSUPPORTED_MASK, study/, true",
        "study/aois/mug, UNSUPPORTED_MASK, study/, true",
        // The folder of an export may be named aois.
        "aois/reference_image.png, REFERENCE_IMAGE, aois/, false",
        "aois/fixations.csv, FIXATIONS, aois/, false",
        "study/fixations/P01.csv, FIXATIONS, study/, false",
        "fixations/Anna B.CSV, FIXATIONS, '', false",
        "study/fixations/P01.xlsx, UNSUPPORTED_RECORDING, study/, false",
        "study/fixations/fixations.csv, FIXATIONS, study/fixations/, false",
        "study/events.csv, EVENTS, study/, false",
        "study/recordings.csv, RECORDINGS, study/, false", "study/groups.csv, GROUPS, study/, false"})
    void findsRoleAndFolder(String path, FileRole role, String folder, boolean mask) {
        ExportPart part = ExportPart.of(path).orElseThrow();
        assertThat(part).isEqualTo(new ExportPart(role, folder, path.substring(folder.length())));
        assertThat(part.isInMaskFolder()).isEqualTo(mask);
    }

    @ParameterizedTest
    @ValueSource(strings = {"study/x.png", "study/myaois/x.png", "study/aois/more/x.png", "study/aois/._x.png", "study/aois/.png",
        "study/aois/Thumbs.db", "study/fixations/.csv", "study/fixations/desktop.ini", "study/Fixations/P01.csv", "study/.aois",
        "study/Aois.json", "study/aoi_fixations.csv", "study/gaze.csv", "aois/"})
    void ignoresOtherFiles(String path) {
        assertThat(ExportPart.of(path)).isEmpty();
    }

    @Test
    void maskBelongsToTheFolderAbove() {
        assertThat(DropKeys.dropOf("b", "inbox/my study/aois/bottle.png")).contains(new Drop.Folder("b", "inbox/my study/"));
        assertThat(DropKeys.dropOf("b", "inbox/aois/bottle.png")).contains(new Drop.Folder("b", "inbox/"));
        assertThat(DropKeys.dropOf("b", "inbox/s/scene.aois")).contains(new Drop.Folder("b", "inbox/s/"));
        assertThat(DropKeys.dropOf("b", "inbox/s/events.csv")).contains(new Drop.Folder("b", "inbox/s/"));
        assertThat(DropKeys.dropOf("b", "elsewhere/aois/bottle.png")).isEqualTo(Optional.empty());
    }
}
