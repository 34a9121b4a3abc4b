package io.github.fixationheatmap.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.HeatmapOptions.Weight;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.result.Fingerprinter.Fingerprint;
import io.github.fixationheatmap.store.StoredObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a result depends on has its share in the fingerprint, and nothing else has. */
class FingerprintTest {

    private static final HeatmapOptions DEFAULTS = HeatmapOptions.PUBLISHED;
    private static final Limits LIMITS = new Limits(1000);
    private static final StoredObject ONE = new StoredObject("drops", "inbox/k/fixations.csv", 3, "\"1\"");
    private static final StoredObject TWO = new StoredObject("drops", "inbox/k/reference_image.png", 4, "\"2\"");
    private static final Tool TOOL = new Tool("tool", "1", "a");

    private static Fingerprint of(StoredObject... inputs) {
        return new Fingerprinter(TOOL, DEFAULTS, LIMITS).of("inbox/k/", List.of(inputs), "");
    }

    @Test
    void eachPartCounts() {
        StoredObject changed = new StoredObject("drops", TWO.key(), 4, "\"3\"");
        Set<Fingerprint> all = new HashSet<>(List.of(of(), of(ONE), of(TWO), of(ONE, TWO), of(ONE, changed)));
        List<StoredObject> inputs = List.of(ONE, TWO);
        all.add(new Fingerprinter(new Tool("tool", "2", "a"), DEFAULTS, LIMITS).of("inbox/k/", inputs, ""));
        all.add(new Fingerprinter(new Tool("tool", "1", "b"), DEFAULTS, LIMITS).of("inbox/k/", inputs, ""));
        all.add(new Fingerprinter(TOOL, DEFAULTS.withScale(2), LIMITS).of("inbox/k/", inputs, ""));
        all.add(new Fingerprinter(TOOL, DEFAULTS.withWeight(Weight.DURATION), LIMITS).of("inbox/k/", inputs, ""));
        all.add(new Fingerprinter(TOOL, DEFAULTS, new Limits(999)).of("inbox/k/", inputs, ""));
        all.add(new Fingerprinter(TOOL, DEFAULTS, LIMITS).of("inbox/k.zip", inputs, ""));
        all.add(new Fingerprinter(TOOL, DEFAULTS, LIMITS).of("inbox/k/", inputs, "{}"));
        assertThat(all).hasSize(12);
        assertThat(all).extracting(Fingerprint::id).doesNotHaveDuplicates().allMatch(id -> id.length() == 16);
    }

    @Test
    void theBuildIsAHashOfItsSources() {
        assertThat(Tool.read().build()).matches("[0-9a-f]{64}");
    }

    @Test
    void theOrderOfTheInputsDoesNot() {
        assertThat(of(TWO, ONE)).isEqualTo(of(ONE, TWO));
    }
}
