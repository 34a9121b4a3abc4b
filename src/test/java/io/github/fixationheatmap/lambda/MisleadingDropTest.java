package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Input that could mislead its owner is named in the manifest, or refused. */
@Tag("slow")
class MisleadingDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    private JsonNode manifest(Map<String, String> changes) {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        changes.forEach((name, content) -> files.put(name, text(content)));
        TestExport.under("inbox/x/", files).forEach(stack::upload);
        stack.handle(stack.event("inbox/x/fixations.csv"));
        JsonNode manifest = stack.json("x/manifest.json");
        assertThat(ManifestSchemaTest.SCHEMA.validate(manifest)).isEmpty();
        return manifest;
    }

    private static List<String> warnings(JsonNode manifest) {
        return StreamSupport.stream(manifest.path("warnings").spliterator(), false)
                .map(w -> w.path("type").asText() + ": " + w.path("detail").asText()).toList();
    }

    private static final String AOIS = """
            {"aois": [{"name": "all", "rectangle": {"x": 0, "y": 0, "width": 40, "height": 30}}]}""";
    private static final String EVENTS = """
            recording id,timestamp [ns],name,type
            r1,1636035501000000000,recording.begin,recording
            r1,1636035502000000000,begin,project
            r2,1636035601000000000,recording.begin,recording
            """;
    private static final String SECTION_BY_DEFAULT = "time-origin-section: Times to first fixation count from the start of the section."
            + " Pupil Cloud's own table was seen to count from the start of the recording: events.csv or recordings.csv tell it,"
            + " and the option timeOrigin chooses.";

    /** Origin, and the times to first fixation of the recordings. */
    private List<String> times(JsonNode manifest) {
        assertThat(manifest.path("timeOrigin")).isEqualTo(manifest.at("/options/timeOrigin"));
        List<String> times = new ArrayList<>(List.of(manifest.path("timeOrigin").asText()));
        new String(stack.result("x/aoi_metrics.csv"), UTF_8).lines().skip(1).forEach(line -> times.add(line.split(",", -1)[6]));
        return times;
    }

    @Test
    void theSectionAsTheDefaultOriginIsNamed() {
        JsonNode manifest = manifest(Map.of("aois.json", AOIS));
        assertThat(times(manifest)).containsExactly("section", "385", "385");
        assertThat(warnings(manifest)).containsExactly(SECTION_BY_DEFAULT);
        assertThat(warnings(manifest(Map.of("aois.json", AOIS, "heatmap.json", "{\"timeOrigin\":\"section\"}")))).isEmpty();
        assertThat(warnings(manifest(Map.of("aois.json", "{\"aois\": []}", "heatmap.json", "{}")))).as("there are no times").isEmpty();
    }

    @Test
    void startsOfRecordingsThatAreThereAreUsed() {
        JsonNode manifest = manifest(Map.of("aois.json", AOIS, "events.csv", EVENTS));
        assertThat(times(manifest)).containsExactly("recording", "1385", "1385");
        assertThat(warnings(manifest)).isEmpty();
        assertThat(manifest.at("/source/inputs").findValuesAsText("key")).contains("inbox/x/events.csv");
        manifest = manifest(Map.of("heatmap.json", "{\"timeOrigin\":\"section\"}"));
        assertThat(times(manifest)).as("a choice wins").containsExactly("section", "385", "385");
        assertThat(manifest.at("/source/inputs").findValuesAsText("key")).doesNotContain("inbox/x/events.csv");
    }

    @Test
    void aRecordingWithoutAStartIsNamedAndSectionsCount() {
        JsonNode manifest = manifest(Map.of("aois.json", AOIS, "events.csv", EVENTS.replace("r2", "r3")));
        assertThat(times(manifest)).containsExactly("section", "385", "385");
        assertThat(warnings(manifest)).containsExactly("recording-start-missing: No start of the recording r2 (second) is in events.csv or"
                + " recordings.csv: times to first fixation count from the starts of sections.");
    }

    @Test
    void aMissingSectionsFileIsNamed() {
        JsonNode manifest = manifest(Map.of("aois.json", AOIS, "sections.csv", TestExport.SECTIONS.replace("s2", "s3")));
        assertThat(times(manifest)).containsExactly("section", "385", "0");
        assertThat(warnings(manifest)).containsExactly(SECTION_BY_DEFAULT, "section-start-missing: No sections.csv has the start of the"
                + " section s2: times to first fixation count from the first fixation.");
        stack.remove("inbox/x/sections.csv");
        stack.handle(stack.event("inbox/x/aois.json"));
        assertThat(warnings(stack.json("x/manifest.json"))).last().asString().contains("the section s1 and 1 more:");
        stack.drop("inbox/x/events.csv", text(EVENTS));
        assertThat(warnings(stack.json("x/manifest.json"))).as("starts of sections do not matter").isEmpty();
    }

    @Test
    void theOnlyStartIsThatOfNeonPlayersOnlyRecording() {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.keySet().removeAll(List.of("fixations.csv", "sections.csv"));
        files.put("fixations_on_surface_door.csv", text("fixation id,start timestamp [ns],end timestamp [ns],duration [ms],"
                + "fixation detected on surface,fixation x [normalized],fixation y [normalized]\n"
                + "7,1636035502384515914,1636035502552495914,167,True,0.3,0.5\n"));
        files.put("aois.json", text(AOIS));
        files.put("events.csv", text("recording id,timestamp [ns],event\n0a1b,1636035501000000000,recording.begin\n"));
        stack.drop(TestExport.under("inbox/x/", files));
        assertThat(times(stack.json("x/manifest.json"))).containsExactly("recording", "1385");
    }

    /** Fixations at these positions, each the given number of times. */
    private static String fixations(String header, Map<String, Integer> positions) {
        StringBuilder csv = new StringBuilder(header).append('\n');
        AtomicInteger id = new AtomicInteger();
        positions.forEach((flagAndPosition, times) -> {
            for (int i = 0; i < times; i++) {
                int n = id.incrementAndGet();
                csv.append("s1,r1,").append(n).append(',').append(1_636_035_502_384_515_914L + n).append(",1636035512552495914,1,")
                        .append(flagAndPosition).append('\n');
            }
        });
        return csv.toString();
    }

    private List<String> warningsOf(Map<String, Integer> positions) {
        return warnings(manifest(Map.of("fixations.csv", fixations(TestExport.HEADER, positions))));
    }

    @Test
    void fixationsOutsideOfAnImageThatTheyWereDetectedInAreNamed() {
        assertThat(warningsOf(Map.of("true,25,20", 19, "true,41,20", 1, "false,90,90", 9))).as("5 % and no more").isEmpty();
        assertThat(warningsOf(Map.of("true,25,20", 18, "true,41.4,20", 1, "false,90,90", 9))).containsExactly(
                "fixations-outside-image: Outside of the image (40 x 30 px) lie 1 of 19 fixations that the export has as inside;"
                        + " all reach to 41 x 20 px. Is it the photo in the size that it was exported in?");
        assertThat(warningsOf(Map.of("true,25,20", 7, "true,-1,20", 7))).as("half of them is no refusal yet").hasSize(1);
    }

    @Test
    void anImageThatMostFixationsLieOutsideOfIsRefused() {
        TestExport.under("inbox/x/", Map.of("reference_image.png", TestExport.png(40, 30), "fixations.csv",
                text(fixations(TestExport.HEADER, Map.of("true,25,20", 92, "true,41,70", 93))))).forEach(stack::upload);
        stack.handle(stack.event("inbox/x/fixations.csv"));
        assertThat(stack.json("x/error.json").path("detail").asText()).isEqualTo("reference_image.png: seen \"40 x 30 px, and outside of"
                + " it 93 of 185 fixations that the export has as inside; all reach to 41 x 70 px\", expected the photo in the size that"
                + " it was exported in");
        assertThat(stack.json("x/error.json").path("type").asText()).isEqualTo("urn:fixation-heatmap:problem:other-size");
    }

    @Test
    void aFlagOfASurfaceIsNoBoundsCheck() {
        String header = TestExport.HEADER.replace("in reference image", "on surface").replace("[px]", "[normalized]");
        JsonNode manifest = manifest(Map.of("fixations.csv", fixations(header, Map.of("true,.2,1.6", 9, "true,.2,.3", 1))));
        assertThat(manifest.at("/rows/counted").asInt()).isEqualTo(1);
        assertThat(warnings(manifest)).isEmpty();
        assertThat(warnings(manifest(Map.of("fixations.csv", fixations(header, Map.of("true,.2,.3", 99)))))).isEmpty();
    }

    @Test
    void anImageThatIsPerhapsTooLargeIsNamed() {
        assertThat(warningsOf(Map.of("true,20,15", 30, "false,,", 5))).containsExactly(
                "image-too-large: All 30 fixations lie in the top left quarter of the image (40 x 30 px), within 20 x 15 px."
                        + " It may be larger than the photo that was exported.");
        assertThat(warningsOf(Map.of("true,20,15", 29))).isEmpty();
        assertThat(warningsOf(Map.of("true,20,15", 30, "true,20,15.1", 1))).isEmpty();
        assertThat(warningsOf(Map.of("true,20,15", 30, "true,20.1,15", 1))).isEmpty();
    }

    private List<String> warningsOfAoi(String aoi) {
        return warnings(manifest(Map.of("heatmap.json", "{\"timeOrigin\":\"section\"}", "aois.json", "{\"aois\": [" + aoi + "]}")));
    }

    @Test
    void anOutlineThatCrossesItselfIsNotCalledEmpty() {
        assertThat(warningsOfAoi("{\"id\": \"1\", \"name\": \"tie\", \"polygon\": [[0, 0], [40, 30], [40, 0], [0, 30]]}"))
                .containsExactly("aoi-crosses-itself: The outline of the AOI \"tie\" (1) crosses itself. The even-odd rule"
                        + " tells what is inside, and its area in the manifest is not the true one. Fixations inside: 1.");
        assertThat(stack.json("x/manifest.json").at("/aois/0/fixationsHit").asInt()).isEqualTo(1);
        assertThat(warningsOfAoi("{\"id\": \"1\", \"name\": \"line\", \"polygon\": [[0, 0], [40, 30], [20, 15]]}")).containsExactly(
                "aoi-empty: The AOI \"line\" (1) has no area: no fixation hit it.");
    }

    @Test
    void aUnitThatWasProbablyForgottenIsNamed() {
        String left = "{\"name\": \"left\", \"rectangle\": {\"x\": 0, \"y\": 0, \"width\": 0.5, \"height\": 1}%s}";
        String round = "{\"name\": \"round\", \"ellipse\": {\"cx\": 0.9, \"cy\": 0.1, \"rx\": 0.2, \"ry\": 0.3}%s}";
        String unit = ", \"unit\": \"normalized\"";
        assertThat(warningsOfAoi(left.formatted("") + "," + round.formatted(""))).contains("aoi-unit: Areas in px whose"
                + " coordinates all lie between 0 and 1: perhaps \"unit\": \"normalized\" was forgotten: left, round.");
        assertThat(warningsOfAoi(left.formatted(unit) + "," + round.formatted(unit))).noneMatch(w -> w.contains("aoi-unit"));
        assertThat(warningsOfAoi("{\"name\": \"small\", \"rectangle\": {\"x\": 0, \"y\": 0, \"width\": 1.1, \"height\": 1}}"))
                .noneMatch(w -> w.contains("aoi-unit"));
    }

    @Test
    void rowsThatRepeatCountOnce() {
        JsonNode manifest = manifest(Map.of("fixations.csv", TestExport.HEADER + "\n" + TestExport.ROWS + TestExport.ROWS));
        assertThat(manifest.at("/rows").toString()).isEqualTo(
                "{\"read\":10,\"counted\":3,\"leftOut\":{\"notMapped\":1,\"outsideImage\":1,\"outsideTime\":0,"
                        + "\"recordingNotSelected\":0,\"repeated\":5,\"otherStimulus\":0}}");
        assertThat(warnings(manifest)).contains("rows-repeated: Rows of the fixations that repeat an earlier row"
                + " (recording, fixation id and start), and count once: 5 of 10.");
    }
}
