package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** The order of the rows changes no byte of an image and no count, with any weight and normalization. */
@Tag("slow")
class RowOrderTest {

    private static final EmbeddedS3 SERVER = EmbeddedS3.start();

    @AfterContainer
    static void stopServer() {
        SERVER.close();
    }

    @Property(tries = 20)
    void permutingRowsChangesNoByte(@ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int rows,
            @ForAll @IntRange(min = 0, max = 3) int choice) {
        TestStack stack = new TestStack(SERVER);
        String options = "{\"weight\":\"%s\",\"normalization\":\"%s\"}"
                .formatted(choice % 2 == 0 ? "count" : "duration", choice / 2 == 0 ? "none" : "recording");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int recording = random.nextInt(5);
            long start = 1_636_035_502_384_515_914L + i * 400_000_000L;
            long ns = 60_000_000L + random.nextInt(300_000_000);
            lines.add("s%d,r%d,%d,%d,%d,%d,true,%.3f,%.3f".formatted(recording, recording, i, start, start + ns, ns / 1_000_000,
                    random.nextDouble() * (i % 3 == 2 ? 42 : 40), random.nextDouble() * 30));
        }
        drop(stack, "one", options, lines);
        Collections.shuffle(lines, random);
        drop(stack, "two", options, lines);
        for (String name : List.of("heatmap.png", "overlay.png")) {
            assertThat(stack.result("two/" + name)).as(name).isEqualTo(stack.result("one/" + name));
        }
        JsonNode one = stack.json("one/manifest.json");
        JsonNode two = stack.json("two/manifest.json");
        assertThat(two.path("rows")).isEqualTo(one.path("rows"));
        assertThat(two.path("fullScale")).isEqualTo(one.path("fullScale"));
    }

    private static void drop(TestStack stack, String name, String options, List<String> lines) {
        Map<String, byte[]> files = TestExport.files();
        files.remove("sections.csv");
        files.put("heatmap.json", text(options));
        files.put("fixations.csv", text(TestExport.HEADER + "\n" + String.join("\n", lines)));
        TestExport.under("inbox/" + name + "/", files).forEach(stack::upload);
        stack.handle(stack.event("inbox/" + name + "/fixations.csv"));
    }
}
