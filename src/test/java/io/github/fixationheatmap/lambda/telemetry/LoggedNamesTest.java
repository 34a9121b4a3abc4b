package io.github.fixationheatmap.lambda.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.drop.ResultKeys;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Logs show roles and positions, and no name that a user chose inside a drop. */
class LoggedNamesTest {

    @Test
    void filesAreLoggedByTheirRoles() {
        assertThat(Stream.of("one/two/aois.json", "x/aois/cup.png", "x/fixations/me.csv", "cup.AOIS", "e/fixations_on_surface_cup.csv",
                "k.heatmap.json", "k.ZIP", "k.zip/cup", "inbox/k/", "request").map(LoggedNames::file)).containsExactly(
                        "aois.json", "aois/*", "fixations/*", "*.aois", "fixations_on_surface_*.csv",
                        "*.heatmap.json", "*.zip", "*", "*", "request");
        assertThat(LoggedNames.pointer("/aois/12/cup/labels/0")).isEqualTo("/aois/12/*/labels/0");
    }

    /** The hash is that of {@code printf %s one | sha256sum}. */
    @Test
    void aFolderOfAZipIsLoggedByItsHash() {
        assertThat(LoggedNames.results("inbox/k.zip", new ResultKeys("k/one/"))).isEqualTo("k/folder-7692c3ad/");
        assertThat(LoggedNames.results("inbox/k.zip", new ResultKeys("k/"))).isEqualTo("k/");
        assertThat(LoggedNames.results("inbox/k/", new ResultKeys("k/"))).isEqualTo("k/");
        String onDemand = "on-demand/0123456789abcdef/";
        assertThat(LoggedNames.results("inbox/k.zip", new ResultKeys(onDemand))).isEqualTo(onDemand);
    }
}
