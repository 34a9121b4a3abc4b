package io.github.fixationheatmap.storm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.export.ExportFinder;
import io.github.fixationheatmap.result.Fingerprinter;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.s3.S3Client;

/** Checks results like a reader, during writes. */
final class StormWatch {

    private static final int MAX_BYTES = 1 << 20;

    private final S3Client s3;
    private final String bucket;

    StormWatch(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** Checks manifests until {@code over} is set. Returns how many. */
    long until(AtomicBoolean over, List<StormDrop> drops) {
        long checked = 0;
        while (!over.get()) {
            for (StormDrop drop : drops) {
                for (String prefix : drop.prefixes()) {
                    checked += fetch(prefix + "manifest.json").map(m -> {
                        checkWhole(StormTest.json(m.bytes()));
                        return 1;
                    }).orElse(0);
                }
            }
        }
        return checked;
    }

    private Optional<FetchedObject> fetch(String key) {
        return new S3ObjectStore(s3).fetch(bucket, key, MAX_BYTES);
    }

    /** Checks that each output of the manifest exists and has its checksum. */
    private void checkWhole(JsonNode manifest) {
        for (JsonNode output : manifest.path("outputs")) {
            byte[] bytes = s3.getObjectAsBytes(r -> r.bucket(bucket).key(output.path("key").asText())
                    .versionId(output.path("versionId").asText())).asByteArray();
            assertThat(sha256(bytes)).as(output.toString()).isEqualTo(output.path("sha256").asText());
        }
    }

    /** Checks that the results, or the error, are those of the current inputs. Returns the number of refused exports. */
    int checkNewest(S3ObjectStore store, StormDrop drop, Drop key) {
        String now = new Fingerprinter(Tool.read(), HeatmapOptions.PUBLISHED, new Limits(Limits.DEFAULT_MAX_PIXELS))
                .of(key.key(), new ExportFinder(store).list(key).objects(), "").hex();
        int refused = 0;
        for (String prefix : drop.prefixes()) {
            Optional<JsonNode> error = fetch(prefix + "error.json").map(c -> StormTest.json(c.bytes()));
            JsonNode current = error.orElseGet(() -> StormTest.json(fetch(prefix + "manifest.json").orElseThrow().bytes()));
            assertThat(current.path("fingerprint").asText()).as(prefix).isEqualTo(now);
            if (error.isPresent()) {
                refused++;
                continue;
            }
            checkWhole(current);
            for (JsonNode output : current.path("outputs")) {
                byte[] named = fetch(output.path("key").asText()).orElseThrow().bytes();
                assertThat(sha256(named)).as(output.path("key").asText()).isEqualTo(output.path("sha256").asText());
            }
        }
        return refused;
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Digests.sha256().digest(bytes));
    }
}
