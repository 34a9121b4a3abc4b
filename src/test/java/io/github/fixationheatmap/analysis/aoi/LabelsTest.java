package io.github.fixationheatmap.analysis.aoi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fixationheatmap.analysis.aoi.Aoi.StableId;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.aoi.Labels.Label;
import io.github.fixationheatmap.options.AoiOptions.Background;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static final Rectangle SQUARE = new Rectangle(0, 0, 1, 1);

    private static Aoi aoi(String id, String name, String... labels) {
        return new Aoi(id, name, List.of(labels), SQUARE);
    }

    @Test
    void labelsStandInTheOrderOfTheFileWithTheIdOfTheFirstAoiOfThatName() {
        Labels labels = Labels.of(
                List.of(aoi("1", "left cup", "cup", "left"), aoi("2", "cup", "cup"), aoi("3", "cup", "cup", "cup")), Background.LEFT_OUT);
        assertThat(labels.all()).containsExactly(new Label("2", "cup"), new Label(StableId.of("label:left"), "left"));
        assertThat(labels.ofAois()).containsExactly(List.of(0, 1), List.of(0), List.of(0));
        assertThat(labels.ofBackground()).isNull();
    }

    @Test
    void theBackgroundIsLastAndNeedsAnAoi() {
        Labels labels = Labels.of(List.of(aoi("1", "cup", "cup")), Background.LISTED);
        assertThat(labels.all()).containsExactly(new Label("1", "cup"), new Label(Labels.BACKGROUND_ID, "background"));
        assertThat(labels.ofBackground()).isEqualTo(1);
        assertThat(Labels.of(List.of(), Background.LISTED).all()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Labels.of(List.of(aoi("1", "background", "background")), Background.LISTED));
    }

    @Test
    void idsAreUuidsOfVersionFive() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(StableId.of(dns, "www.example.com")).as("RFC 9562, appendix A.4").hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
        assertThat(StableId.of("label:left")).isEqualTo(StableId.of("label:left")).isNotEqualTo(StableId.of("label:right"));
    }

    @Test
    void aSetHasEachIdOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AoiSet(List.of(aoi("1", "a", "a"), aoi("1", "b", "b")), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> aoi(" ", "a", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> aoi("1", "a"));
    }
}
