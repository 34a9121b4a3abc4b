package io.github.fixationheatmap.drop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DropKeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"inbox/../fixations.csv", "inbox/./fixations.csv", "inbox/a/../b/fixations.csv", "inbox/a/../aois/x.png",
        "inbox/...zip", "inbox/..zip", "inbox/a/...ZIP", "inbox/a/...heatmap.json", "inbox/../kitchen.zip", "inbox/a\\..\\b/fixations.csv",
        "inbox/a\\...zip"})
    void noDropHasResultsOutsideItsFolder(String key) {
        assertThat(DropKeys.dropOf("b", key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox/.zip", "inbox/a/.ZIP", "inbox/a/.heatmap.json"})
    void aZipHasAName(String key) {
        assertThat(DropKeys.dropOf("b", key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"inbox/.../fixations.csv, .../", "inbox/a..b/fixations.csv, a..b/", "inbox/....zip, .../", "inbox/.a.zip, .a/"})
    void otherDotsAreNames(String key, String results) {
        assertThat(DropKeys.results(DropKeys.dropOf("b", key).orElseThrow(), "").prefix()).isEqualTo(results);
    }
}
