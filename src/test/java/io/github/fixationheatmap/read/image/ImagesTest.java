package io.github.fixationheatmap.read.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.read.ByteStore;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of many kinds as other programs write them, each shown as OpenCV shows it: {@code pictures/expected.json} says how. */
class ImagesTest {

    /** Two decoders of JPEG differ by a step or two; where colours are stored at half size, by a few more. */
    private static final int PIXEL_TOLERANCE = 4;

    private static final double MEAN_TOLERANCE = 0.75;

    static byte[] bytes(String name) {
        return Resources.bytes("/pictures/" + name);
    }

    static ReferenceImage open(byte[] bytes) {
        ByteStore store = new ByteStore("inbox/reference_image.png", bytes, 0, new byte[0]);
        return ReferenceImage.open(new InputFile.StoredFile(store, store.object), new Limits(1 << 20));
    }

    static Stream<Map.Entry<String, JsonNode>> pictures() throws IOException {
        return new JsonMapper().readTree(bytes("expected.json")).properties().stream();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void isShownAsOpenCvShowsIt(Map.Entry<String, JsonNode> picture) {
        JsonNode expected = picture.getValue();
        ReferenceImage image = open(bytes(picture.getKey()));
        assertThat(List.of(image.width(), image.height())).containsExactly(expected.path("width").asInt(), expected.path("height").asInt());
        ImageRows photo = image.decodeHere(DecodingListener.NONE);
        assertThat(List.of(photo.width(), photo.height())).containsExactly(image.width(), image.height());
        byte[] row = new byte[3 * photo.width()];
        for (JsonNode point : expected.path("points")) {
            photo.row(point.path(1).asInt(), row);
            for (int c = 0; c < 3; c++) {
                int seen = row[3 * point.path(0).asInt() + c] & 0xFF;
                assertThat(seen).as("%s, channel %s", point, c).isCloseTo(point.path(2 + c).asInt(), within(PIXEL_TOLERANCE));
            }
        }
        double[] sum = new double[3];
        for (int y = 0; y < photo.height(); y++) {
            photo.row(y, row);
            for (int i = 0; i < row.length; i++) {
                sum[i % 3] += row[i] & 0xFF;
            }
        }
        for (int c = 0; c < 3; c++) {
            double mean = sum[c] / (photo.width() * photo.height());
            assertThat(mean).as("mean of channel %s", c).isCloseTo(expected.path("mean").path(c).asDouble(), within(MEAN_TOLERANCE));
        }
    }

    @Test
    void aProfileOfAnotherSpaceIsIgnoredWithAWarning() throws IOException {
        Map<String, String> names = Map.of("icc-display-p3.jpg", "Display P3", "icc-display-p3.png", "Display P3",
                "icc-adobe-rgb-mluc.jpg", "Adobe RGB (1998) kompatibel", "icc-grey-in-colour.jpg", "Dot Gain 20%",
                "icc-nonsense.jpg", "without a name", "profile-bomb.png", "without a name");
        pictures().forEach(p -> {
            List<ReferenceImage.Warning> warnings = open(bytes(p.getKey())).warnings();
            if (names.containsKey(p.getKey())) {
                assertThat(warnings).as(p.getKey()).singleElement()
                        .satisfies(w -> assertThat(w.detail()).contains("\"" + names.get(p.getKey()) + "\" of reference_image.png"));
            } else {
                assertThat(warnings).as(p.getKey()).isEmpty();
            }
        });
    }
}
