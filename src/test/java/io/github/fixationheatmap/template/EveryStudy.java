package io.github.fixationheatmap.template;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.lambda.StudyStack;
import io.github.fixationheatmap.lambda.TestExport;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Studies that make their function call S3 in all the ways that it can. */
final class EveryStudy {

    /** More than a batch has. */
    private static final int DROPS = 11;

    /** More than a part of an upload has. */
    private static final String LONG_TABLE = "drop\n" + "a row\n".repeat(2 << 20);

    private static final String AREA = "{\"aois\": [{\"id\": \"a\", \"name\": \"a\", \"rectangle\": "
            + "{\"x\": 1, \"y\": 1, \"width\": 9, \"height\": 9}}]}";

    private EveryStudy() {}

    /** Studies that are refused, mended and run again, with fewer drops, with long tables, and with an upload that is given up. */
    static void call(StudyStack studies, S3Calls calls) {
        for (String study : List.of("lab", "Kitchen/two", "9")) { // no two begin alike
            refusedThenMended(studies, "inbox/" + study + "/");
            longTables(studies, study, calls);
        }
        studies.plan("inbox/nowhere/study.json");
    }

    private static void refusedThenMended(StudyStack studies, String folder) {
        Map<String, byte[]> bad = new LinkedHashMap<>(TestExport.files());
        bad.put("fixations.csv", text("no header\n"));
        studies.stack.upload(folder + "study.json", text("{\"option\": 1}"));
        assertThat(studies.run(folder + "study.json").path("outcome").asText()).isEqualTo("refused");
        studies.stack.upload(folder + "study.json", text("{\"combine\": true, \"options\": {\"aoiMetrics\": \"extended\"}}"));
        for (int drop = 0; drop < DROPS; drop++) {
            studies.stack.upload(folder + "waits" + drop + "/fixations.csv", text(TestExport.HEADER + "\n"));
        }
        TestExport.under(folder + "mended/", bad).forEach(studies.stack::upload);
        studies.stack.upload(folder + "a.zip", TestExport.zip(TestExport.under("one/", TestExport.files())));
        done(studies.run(folder + "study.json"));
        TestExport.under(folder + "mended/", TestExport.files()).forEach(studies.stack::upload);
        studies.stack.upload(folder + "mended/aois.json", text(AREA));
        studies.stack.upload(folder + "study.json", text("{}")); // takes the summaries away again
        done(studies.run(folder + "study.json"));
    }

    private static void longTables(StudyStack studies, String study, S3Calls calls) {
        JsonNode planned = studies.plan("inbox/" + study + "/study.json");
        studies.runBatches(planned);
        String parts = study + "/study/" + planned.path("run").asText() + "/parts/";
        put(studies, parts + "0-recordings.csv", LONG_TABLE);
        put(studies, study + "/study-2.html", "a page of a time when there were more drops");
        calls.beforeReading(parts + "1-recordings.csv", () -> {
            throw new IllegalStateException("broken off");
        });
        assertThatThrownBy(() -> studies.finish(planned)).hasMessage("broken off");
        studies.finish(planned);
        assertThat(studies.stack.result(study + "/study_recordings.csv")).hasSizeGreaterThan(LONG_TABLE.length());
    }

    private static void put(StudyStack studies, String key, String content) {
        new S3ObjectStore(studies.stack.s3.client()).put(studies.stack.results, key, "text/plain", PutBody.of(text(content)));
    }

    private static void done(JsonNode planned) {
        assertThat(planned.path("outcome").asText()).isEqualTo("planned");
    }
}
