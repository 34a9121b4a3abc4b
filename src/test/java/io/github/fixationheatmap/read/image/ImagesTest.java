package io.github.fixationheatmap.read.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.read.ByteStore;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.image.ReferenceImage.RowListener;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Images of many kinds, written by other programs, compared with the pixels that OpenCV decodes ({@code pictures/expected.json}). */
public class ImagesTest {

    /** JPEG decoders differ by one or two levels, and by a few more with subsampled colours. */
    private static final int PIXEL_TOLERANCE = 4;

    private static final double MEAN_TOLERANCE = 0.75;

    static byte[] bytes(String name) {
        return Resources.bytes("/pictures/" + name);
    }

    static ReferenceImage open(byte[] bytes) {
        ByteStore store = new ByteStore("inbox/reference_image.png", bytes, 0, new byte[0]);
        return ReferenceImage.open(new InputFile.StoredFile(store, store.object), new Limits(1 << 20), TimeCheck.NONE);
    }

    /** The image, decoded on the calling thread. */
    public static ImageRows decoded(ReferenceImage image) {
        return image.decodeFully(new RowListener() {
            @Override
            public void started(ImageRows partial) {}

            @Override
            public void rowsDecoded(int rows) {}
        });
    }

    static Stream<Map.Entry<String, JsonNode>> samples() throws IOException {
        return new JsonMapper().readTree(bytes("expected.json")).properties().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isDecodedAsByOpenCv(Map.Entry<String, JsonNode> sample) {
        JsonNode expected = sample.getValue();
        ReferenceImage image = open(bytes(sample.getKey()));
        assertThat(List.of(image.width(), image.height())).containsExactly(expected.path("width").asInt(), expected.path("height").asInt());
        ImageRows rows = decoded(image);
        assertThat(List.of(rows.width(), rows.height())).containsExactly(image.width(), image.height());
        byte[] row = new byte[3 * rows.width()];
        for (JsonNode point : expected.path("points")) {
            rows.row(point.path(1).asInt(), row);
            for (int c = 0; c < 3; c++) {
                int actual = row[3 * point.path(0).asInt() + c] & 0xFF;
                assertThat(actual).as("%s, channel %s", point, c).isCloseTo(point.path(2 + c).asInt(), within(PIXEL_TOLERANCE));
            }
        }
        double[] sum = new double[3];
        for (int y = 0; y < rows.height(); y++) {
            rows.row(y, row);
            for (int i = 0; i < row.length; i++) {
                sum[i % 3] += row[i] & 0xFF;
            }
        }
        for (int c = 0; c < 3; c++) {
            double mean = sum[c] / (rows.width() * rows.height());
            assertThat(mean).as("mean of channel %s", c).isCloseTo(expected.path("mean").path(c).asDouble(), within(MEAN_TOLERANCE));
        }
    }

    @Test
    void profilesOtherThanSrgbAreIgnoredWithAWarning() throws IOException {
        Map<String, String> names = Map.of("icc-display-p3.jpg", "Display P3", "icc-display-p3.png", "Display P3",
                "icc-adobe-rgb-mluc.jpg", "Adobe RGB (1998) kompatibel", "icc-grey-in-colour.jpg", "Dot Gain 20%",
                "icc-nonsense.jpg", "without a name", "profile-bomb.png", "without a name");
        samples().forEach(p -> {
            List<Warning> warnings = open(bytes(p.getKey())).warnings();
            if (names.containsKey(p.getKey())) {
                assertThat(warnings).as(p.getKey()).singleElement()
                        .satisfies(w -> assertThat(w.detail()).contains("\"" + names.get(p.getKey()) + "\" of reference_image.png"));
            } else {
                assertThat(warnings).as(p.getKey()).isEmpty();
            }
        });
    }
}
