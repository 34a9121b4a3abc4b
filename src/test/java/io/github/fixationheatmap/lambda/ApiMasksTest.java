package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masks of few bytes and many pixels are more than a caller can wait for, in each form that masks have. */
class ApiMasksTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    @AutoClose
    private final ApiStack api = ApiStack.withOneDrop(S3.server());

    @ParameterizedTest
    @CsvSource({"files, 3, 4, 200", "files, 24, 4096, 202", "files, 51, 4, 202", "urls, 24, 4, 200", "urls, 24, 4096, 202",
        "coco, 24, 4, 200", "coco, 24, 4096, 202"})
    void manyPixelsOfMasksAreQueued(String form, int count, int side, int status) {
        String header = "IHDR" + side + " " + side + " 1 0 0";
        byte[] png = BadFiles.png(List.of(header, "IDAT" + side * ((side + 7) / 8 + 1), "IEND"));
        String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        switch (form) {
            case "files" -> IntStream.range(0, count).forEach(i -> upload("aois/" + i + ".png", png));
            case "urls" -> upload("aois.json", json("{'aois': [", count, "{'name': '%d', 'mask': '" + url + "'}", "]}"));
            default -> upload("aois.json", json("{'categories': [{'id': 1, 'name': 'a'}], 'annotations': [", count,
                    "{'id': %%d, 'category_id': 1, 'segmentation': {'size': [%1$d, %1$d], 'counts': [0, %2$d]}}"
                            .formatted(side, side * side), "]}"));
        }
        assertThat(api.post("/v1/heatmaps", "{\"drop\":\"study/kitchen\"}").status()).isEqualTo(status);
    }

    private void upload(String file, byte[] bytes) {
        api.drops.upload("inbox/study/kitchen/" + file, bytes);
    }

    private static byte[] json(String start, int count, String each, String end) {
        return TestExport.text(IntStream.range(0, count).mapToObj(each::formatted).collect(Collectors.joining(",", start, end))
                .replace('\'', '"'));
    }
}
