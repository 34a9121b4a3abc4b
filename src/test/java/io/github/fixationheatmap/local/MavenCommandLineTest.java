package io.github.fixationheatmap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under a C locale Maven hands on question marks for letters beyond ASCII. */
class MavenCommandLineTest {

    private final MavenCommandLine typed = new MavenCommandLine(
            List.of("java", "-Dexport=first", "Launcher", "exec:exec", "-Dexport=/data/Küche süd", "-D", "out=Straße=1",
                    "-Dexporter=no"));

    @ParameterizedTest
    @ValueSource(strings = {"/data/K??che s??d", "/data/K\uFFFD\uFFFDche s\uFFFD\uFFFDd"})
    void takesDamagedValuesFromWhatWasTyped(String damaged) {
        assertThat(typed.typed("export", damaged)).isEqualTo("/data/Küche süd");
        assertThat(typed.typed("out", "Stra??e=1")).isEqualTo("Straße=1");
    }

    @Test
    void believesMavenWhereNothingIsDamagedOrNothingWasTyped() {
        assertThat(typed.typed("export", "from-a-profile")).isEqualTo("from-a-profile");
        assertThat(typed.typed("out", "")).isEmpty();
        assertThat(typed.typed("target", "what?")).isEqualTo("what?");
    }
}
