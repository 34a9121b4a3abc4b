package io.github.fixationheatmap.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void ofManyWarningsAlikeTheFirstAreInView() throws Exception {
        String alike = IntStream.range(0, 9).mapToObj(i -> "{\"type\": \"aoi-not-fixated\", \"detail\": \"Area " + i + ".\"}")
                .collect(Collectors.joining(","));
        JsonNode manifest = new ObjectMapper().readTree("{\"warnings\": [" + alike + ", {\"type\": \"empty\", \"detail\": \"Empty.\"}]}");
        assertThat(Summary.of(manifest)).filteredOn(line -> line.startsWith("warning ")).containsExactly(
                "warning       Area 0.", "warning       Area 1.", "warning       Area 2.",
                "warning       6 more of this kind in manifest.json", "warning       Empty.");
    }
}
