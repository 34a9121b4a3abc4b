package io.github.fixationheatmap.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import io.github.fixationheatmap.store.ObjectStore.FolderListing;
import io.github.fixationheatmap.store.ObjectStore.ObjectChangedException;
import io.github.fixationheatmap.store.ObjectStore.ObjectPages;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.ObjectStore.PutResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The store against a real S3 API. */
@Tag("slow")
class S3ObjectStoreTest {

    private static final byte[] DIGITS = "0123456789".getBytes(UTF_8);
    private static final PutBody BODY = PutBody.of(DIGITS);

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final String bucket = S3.server().freshBucket();

    private static S3ObjectStore store() {
        return new S3ObjectStore(S3.server().client());
    }

    private StoredObject put(String key, PutBody body) {
        return written(store().put(bucket, key, "text/csv", body, new PutCondition.Always()));
    }

    @Test
    void listsMoreObjectsThanOnePageHolds() {
        List<String> keys = IntStream.range(0, 1003).mapToObj(i -> String.format("inbox/many/%04d.csv", i)).toList();
        keys.forEach(key -> store().put(bucket, key, "text/csv", BODY));
        assertThat(store().list(bucket, "inbox/many/")).extracting(StoredObject::key).containsExactlyElementsOf(keys);
        ObjectPages.Page first = store().page(bucket, "inbox/", "");
        ObjectPages.Page second = store().page(bucket, "inbox/", first.objects().getLast().key());
        assertThat(first.more()).isTrue();
        assertThat(second.more()).isFalse();
        assertThat(Stream.concat(first.objects().stream(), second.objects().stream())).extracting(StoredObject::key)
                .containsExactlyElementsOf(keys);
        assertThat(store().page(bucket, "inbox/many/05", "inbox/many/0598.csv").objects()).extracting(StoredObject::key)
                .containsExactly("inbox/many/0599.csv");
    }

    @Test
    void aListingEndsAtItsBoundAndSaysSo() {
        List<String> keys = List.of("inbox/a.csv", "inbox/b/1.csv", "inbox/c.csv", "inbox/d.csv");
        keys.forEach(key -> store().put(bucket, key, "text/csv", BODY));
        S3ObjectStore bounded = new S3ObjectStore(S3.server().client(), 3);
        FolderListing cut = bounded.level(bucket, "inbox/");
        assertThat(cut.extent()).isEqualTo(FolderListing.Extent.CUT);
        assertThat(cut.objects()).extracting(StoredObject::key).containsExactly("inbox/a.csv", "inbox/c.csv");
        assertThat(cut.folders()).containsExactly("inbox/b/");
        assertThat(bounded.list(bucket, "inbox/", List.of("inbox/d.csv", "inbox/d", "inbox/e.csv"), List.of("b/", "x/")))
                .extracting(StoredObject::key).containsExactly("inbox/d.csv", "inbox/b/1.csv");
        store().delete(bucket, "inbox/d.csv");
        assertThat(bounded.level(bucket, "inbox/").extent()).isEqualTo(FolderListing.Extent.WHOLE);
    }

    @Test
    void listsTheFilesOfOneFolderAlone() {
        for (String key : List.of("inbox/a/", "inbox/a/one.csv", "inbox/a/deeper/two.csv", "inbox/ab/three.csv", "inbox/four.zip")) {
            store().put(bucket, key, "text/csv", key.endsWith("/") ? PutBody.of(new byte[0]) : BODY);
        }
        assertThat(store().list(bucket, "inbox/", List.of(), List.of("a/", "absent/"))).extracting(StoredObject::key)
                .contains("inbox/four.zip", "inbox/a/one.csv", "inbox/a/deeper/two.csv").doesNotContain("inbox/ab/three.csv");
        assertThat(store().list(bucket, "inbox/a/")).extracting(StoredObject::key).containsExactly("inbox/a/one.csv");
        assertThat(store().list(bucket, "inbox/")).extracting(StoredObject::key).containsExactly("inbox/four.zip");
        assertThat(store().level(bucket, "inbox/a").folders()).containsExactlyInAnyOrder("inbox/a/", "inbox/ab/");
        assertThat(store().level(bucket, "inbox/a/").folders()).containsExactly("inbox/a/deeper/");
        assertThat(store().list(bucket, "nowhere/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a+b", "a%b", "a%20b", "a%2Bb", "Küche–東京", "a&b=c?d#e", "a'b\"c", "it's (1) ~ [x]",
        "a,b;c:d@e$f!g*h"})
    void keysMeanWhatTheySay(String name) throws IOException {
        String key = "inbox/" + name + "/" + name + ".csv";
        store().put(bucket, key, "text/csv", BODY);
        List<StoredObject> listed = store().list(bucket, "inbox/" + name + "/");
        assertThat(listed).extracting(StoredObject::key).containsExactly(key);
        assertThat(store().fetch(bucket, key, 10).orElseThrow().object()).isEqualTo(listed.getFirst());
        try (InputStream in = store().open(listed.getFirst())) {
            assertThat(in.readAllBytes()).isEqualTo(DIGITS);
        }
        store().delete(bucket, key);
        assertThat(store().fetch(bucket, key, 10)).isEmpty();
    }

    @Test
    void listingAndWritingSeeTheSameState() {
        StoredObject found = put("x.csv", BODY);
        assertThat(found.size()).isEqualTo(DIGITS.length);
        assertThat(found.eTag()).startsWith("\"").endsWith("\"");
        assertThat(store().list(bucket, "")).containsExactly(found);
    }

    @Test
    void readsRanges() throws IOException {
        StoredObject found = put("x.csv", BODY);
        assertThat(store().read(found, 0, 1)).asString(UTF_8).isEqualTo("0");
        assertThat(store().read(found, 3, 4)).asString(UTF_8).isEqualTo("3456");
        assertThat(store().read(found, 9, 1)).asString(UTF_8).isEqualTo("9");
        try (InputStream in = store().open(found, 8, 2)) {
            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("89");
        }
    }

    @Test
    void aLargeObjectComesInPartsOfOneState() throws IOException {
        byte[] large = new byte[3 * ParallelRangeInputStream.PART_BYTES + 1];
        new Random(1).nextBytes(large);
        StoredObject found = put("large.csv", PutBody.of(large));
        try (InputStream in = store().open(found)) {
            assertThat(in.readAllBytes()).isEqualTo(large);
        }
        try (InputStream in = store().open(found, 5, large.length - 5L)) {
            assertThat(in.readNBytes(3)).containsExactly(large[5], large[6], large[7]);
            store().put(bucket, "large.csv", "text/csv", BODY);
            assertThatThrownBy(in::readAllBytes).isInstanceOf(ObjectChangedException.class);
        }
    }

    @Test
    void refusesRangesThatTheObjectDoesNotHave() {
        StoredObject found = put("x.csv", BODY);
        assertThatThrownBy(() -> store().read(found, 8, 3)).hasMessageContaining("asked for 3 bytes, got 2");
        assertThatThrownBy(() -> store().read(found, 10, 1)).isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> store().read(found, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().read(found, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsNothingFromAnObjectThatWasReplaced() {
        StoredObject before = put("x.csv", BODY);
        store().put(bucket, "x.csv", "text/csv", PutBody.of("9876543210".getBytes(UTF_8)));
        assertThatThrownBy(() -> store().open(before).close()).isInstanceOf(ObjectChangedException.class);
        assertThatThrownBy(() -> store().read(before, 2, 3)).isInstanceOf(ObjectChangedException.class);
        store().delete(bucket, "x.csv");
        assertThatThrownBy(() -> store().open(before).close()).isInstanceOf(ObjectChangedException.class);
    }

    @Test
    void writesOnConditionOnly() throws IOException {
        PutBody other = PutBody.of("other".getBytes(UTF_8));
        StoredObject first = written(store().put(bucket, "m.json", "application/json", BODY, new PutCondition.IfAbsent()));
        assertThat(store().list(bucket, "")).containsExactly(first);
        assertThat(store().put(bucket, "m.json", "application/json", other, new PutCondition.IfAbsent()))
                .isInstanceOf(PutResult.Refused.class);
        StoredObject second = written(store().put(bucket, "m.json", "application/json", other, new PutCondition.IfMatch(first.eTag())));
        assertThat(store().put(bucket, "m.json", "application/json", BODY, new PutCondition.IfMatch(first.eTag())))
                .isInstanceOf(PutResult.Refused.class);
        assertThat(store().list(bucket, "")).containsExactly(second);
        assertThat(store().put(bucket, "absent.json", "application/json", BODY, new PutCondition.IfMatch(first.eTag())))
                .isInstanceOf(PutResult.Refused.class);
        assertThat(store().list(bucket, "")).containsExactly(second);
    }

    private static StoredObject written(PutResult result) {
        assertThat(result).isInstanceOf(PutResult.Written.class);
        return ((PutResult.Written) result).object();
    }

    @Test
    void fetchesSmallObjectsWholeWithTheirState() {
        store().put(bucket, "m.json", "application/json", BODY);
        FetchedObject content = store().fetch(bucket, "m.json", DIGITS.length).orElseThrow();
        assertThat(content.bytes()).isEqualTo(DIGITS);
        assertThat(store().list(bucket, "")).containsExactly(content.object());
        assertThat(store().fetch(bucket, "absent.json", 10)).isEmpty();
        assertThatThrownBy(() -> store().fetch(bucket, "m.json", 9)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store().fetch("no-such-bucket", "m.json", 9)).isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> store().put("no-such-bucket", "x", "text/csv", BODY, new PutCondition.IfAbsent()))
                .isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void whatIsNotThereIsNotFoundButAMissingBucketIsAnError() {
        assertThat(store().fetch(bucket, "absent.csv", 10)).isEmpty();
        assertThatThrownBy(() -> store().list("no-such-bucket", "")).isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> store().put("no-such-bucket", "x", "text/csv", BODY)).isInstanceOf(NoSuchBucketException.class);
        store().delete(bucket, "absent.csv");
    }

    @Test
    void writesBodyAndContentType() {
        store().put(bucket, "x.png", "image/png", BODY);
        assertThat(S3.server().client().headObject(r -> r.bucket(bucket).key("x.png")).contentType()).isEqualTo("image/png");
        assertThat(S3.server().client().getObjectAsBytes(r -> r.bucket(bucket).key("x.png")).asByteArray()).isEqualTo(DIGITS);
    }

    @Test
    void theServerChecksSignatures() {
        try (S3Client stranger = S3.server().client(EmbeddedS3.ACCESS_KEY, "another-secret-key")) {
            ObjectStore forged = new S3ObjectStore(stranger);
            assertThatThrownBy(() -> forged.put(bucket, "x.csv", "text/csv", BODY))
                    .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
            assertThatThrownBy(() -> forged.list(bucket, ""))
                    .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        }
    }

    /** Sizes around the bounds of parts: in one request, in one part, in a part and a byte. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, S3MultipartUpload.PART_BYTES - 1, S3MultipartUpload.PART_BYTES, S3MultipartUpload.PART_BYTES + 1,
        2 * S3MultipartUpload.PART_BYTES})
    void writesAStreamInParts(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        store().put(bucket, "streamed.csv", "text/csv", new ByteArrayInputStream(bytes));
        GetObjectResponse read = S3.server().client().getObjectAsBytes(r -> r.bucket(bucket).key("streamed.csv")).response();
        assertThat(read.contentType()).isEqualTo("text/csv");
        assertThat(S3.server().client().getObjectAsBytes(r -> r.bucket(bucket).key("streamed.csv")).asByteArray()).isEqualTo(bytes);
    }

    @Test
    void aStreamThatEndsEarlyWritesNothing() {
        InputStream begun = new ByteArrayInputStream(new byte[S3MultipartUpload.PART_BYTES + 1]);
        InputStream broken = new SequenceInputStream(begun, new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
        assertThatThrownBy(() -> store().put(bucket, "broken.csv", "text/csv", broken)).hasMessageContaining("broken");
        assertThat(store().list(bucket, "broken")).isEmpty();
        assertThat(S3.server().client().listMultipartUploads(r -> r.bucket(bucket)).uploads()).isEmpty();
    }
}
