package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.local.EmbeddedS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bundled example with its areas of interest in each supported format. All give the same tables, apart from ids. */
@Tag("slow")
class SixFormatsDropTest {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    @Test
    void theSameSceneGivesTheSameTables() throws IOException {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            Map<String, Map<String, byte[]>> scenes = scenes();
            assertThat(scenes).hasSize(6);
            for (Map.Entry<String, Map<String, byte[]>> scene : scenes.entrySet()) {
                Map<String, byte[]> files = new LinkedHashMap<>(example());
                files.putAll(scene.getValue());
                stack.drop("inbox/" + scene.getKey() + ".zip", TestExport.zip(files));
            }
            for (String table : List.of("aoi_fixations.csv", "aoi_metrics.csv")) {
                List<String> expected = withoutIds(stack, "by-hand/" + table);
                assertThat(expected).hasSizeGreaterThan(10);
                for (String name : scenes.keySet()) {
                    assertThat(withoutIds(stack, name + "/" + table)).as(name).containsExactlyInAnyOrderElementsOf(expected);
                }
            }
        }
    }

    private static Map<String, byte[]> example() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("fixations.csv", "sections.csv", "reference_image.jpeg")) {
            files.put(name, Files.readAllBytes(RESOURCES.resolve("example").resolve(name)));
        }
        return files;
    }

    private static Map<String, Map<String, byte[]>> scenes() throws IOException {
        Path samples = RESOURCES.resolve("aois");
        Map<String, Map<String, byte[]>> scenes = new LinkedHashMap<>();
        for (String name : List.of("by-hand", "pupil-cloud", "labelme", "coco")) {
            scenes.put(name, Map.of("aois.json", Files.readAllBytes(samples.resolve(name + ".json"))));
        }
        scenes.put("tobii", Map.of("tobii.aois", Files.readAllBytes(samples.resolve("tobii.aois"))));
        Map<String, byte[]> masks = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(samples.resolve("masks"))) {
            for (Path mask : files.sorted().toList()) {
                masks.put("aois/" + mask.getFileName(), Files.readAllBytes(mask));
            }
        }
        scenes.put("masks", masks);
        return scenes;
    }

    /** A table's rows without label ids, which some formats lack. */
    private static List<String> withoutIds(TestStack stack, String key) {
        return new String(stack.result(key), UTF_8).lines().map(line -> line.substring(line.indexOf(',') + 1)).toList();
    }
}
