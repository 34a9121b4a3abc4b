package io.github.fixationheatmap.read.aoi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.model.TimeCheck;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** COCO's run lengths, compared with the output of pycocotools 2.0 for the same masks. */
class CocoRleTest {

    /** A mask in which {@code #} marks pixels inside. */
    record Vector(String name, int height, int width, String compressed, JsonNode counts, List<String> rows) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Vector> vectors() throws IOException {
        JsonNode vectors = JsonMapper.builder().build().readTree(Resources.bytes("/aois/run-lengths/pycocotools.json"));
        return StreamSupport.stream(vectors.spliterator(), false)
                .map(v -> new Vector(v.get("name").asText(), v.get("size").get(0).asInt(), v.get("size").get(1).asInt(),
                        v.get("compressed").asText(), v.get("counts"),
                        StreamSupport.stream(v.get("rows").spliterator(), false).map(JsonNode::asText).toList()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsCompressedCounts(Vector v) {
        assertThat(rows(read(v.height(), v.width(), JsonNodeFactory.instance.textNode(v.compressed())))).isEqualTo(v.rows());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsPlainCounts(Vector v) {
        assertThat(rows(read(v.height(), v.width(), v.counts()))).isEqualTo(v.rows());
    }

    /** The encoder of the samples gives the same result as the COCO API, so that the property below may use it. */
    @ParameterizedTest
    @MethodSource("vectors")
    void sampleEncoderMatchesCocoApi(Vector v) {
        List<Long> counts = StreamSupport.stream(v.counts().spliterator(), false).map(JsonNode::asLong).toList();
        assertThat(SampleMasks.compressed(counts)).isEqualTo(v.compressed());
    }

    @Property(tries = 200)
    void decodesWhatWasEncoded(@ForAll @Size(min = 1, max = 300) boolean[] pixels, @ForAll @IntRange(min = 1, max = 20) int width) {
        int height = (pixels.length + width - 1) / width;
        boolean[][] mask = new boolean[height][width];
        for (int i = 0; i < pixels.length; i++) {
            mask[i / width][i % width] = pixels[i];
        }
        String text = SampleMasks.compressed(SampleMasks.runs(mask));
        AoiShape.Bitmap read = read(height, width, JsonNodeFactory.instance.textNode(text));
        for (int i = 0; i < height * width; i++) {
            assertThat(read.pixels().get(i)).isEqualTo(mask[i / width][i % width]);
        }
    }

    private static AoiShape.Bitmap read(int height, int width, JsonNode counts) {
        ObjectNode segmentation = JsonNodeFactory.instance.objectNode();
        segmentation.putArray("size").add(height).add(width);
        segmentation.set("counts", counts);
        return CocoRle.read(JsonValue.at("aois.json", "/annotations/0/segmentation", segmentation), new MaskReader(TimeCheck.NONE));
    }

    private static List<String> rows(AoiShape.Bitmap mask) {
        return IntStream.range(0, mask.height()).mapToObj(y -> {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < mask.width(); x++) {
                row.append(mask.pixels().get(y * mask.width() + x) ? '#' : '.');
            }
            return row.toString();
        }).toList();
    }
}
