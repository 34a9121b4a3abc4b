package io.github.fixationheatmap.laptop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.laptop.FolderStore.Place;
import io.github.fixationheatmap.laptop.FolderStore.Tags;
import io.github.fixationheatmap.store.ObjectStore.FolderListing;
import io.github.fixationheatmap.store.ObjectStore.ObjectChangedException;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.ObjectStore.PutResult;
import io.github.fixationheatmap.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pipeline counts on, of files in place of objects. */
class FolderStoreTest {

    @TempDir
    Path folder = Path.of("");

    private FolderStore store() {
        return new FolderStore(List.of(Place.of("drops/inbox/", folder, Tags.BY_TIME),
                new Place(Pattern.compile("results/"), folder.resolve("out"), Tags.BY_CONTENT, "a.txt"::equals)));
    }

    @Test
    void listsOneLevelInTheOrderOfNames() throws IOException {
        Files.createDirectories(folder.resolve("b/c"));
        Files.writeString(folder.resolve("b/z"), "1");
        Files.writeString(folder.resolve("b/a"), "22");
        Files.writeString(folder.resolve("b/c/d"), "333");
        FolderListing level = store().level("drops", "inbox/b/");
        assertThat(level.objects()).extracting(StoredObject::key).containsExactly("inbox/b/a", "inbox/b/z");
        assertThat(level.folders()).containsExactly("inbox/b/c/");
        assertThat(store().level("drops", "inbox/b/z").objects()).extracting(StoredObject::size).containsExactly(1L);
        assertThat(store().level("drops", "inbox/none/").objects()).isEmpty();
    }

    @Test
    void hasTheTagsOfS3WhereTheyAreOfTheContentAndSeesNoOtherNames() throws IOException {
        put(new PutCondition.Always(), "results", "a.txt", "hello");
        Files.writeString(folder.resolve("out/large.bin"), "not looked at");
        assertThat(store().level("results", "").objects()).containsExactly(
                new StoredObject("results", "a.txt", 5, "\"5d41402abc4b2a76b9719d911017c592\""));
    }

    @Test
    void writesOnlyIfTheConditionHolds() {
        assertThat(put(new PutCondition.IfMatch("\"x\""), "results", "a.txt", "1")).isInstanceOf(PutResult.Refused.class);
        PutResult first = put(new PutCondition.IfAbsent(), "results", "a.txt", "1");
        assertThat(first).isInstanceOf(PutResult.Written.class);
        assertThat(put(new PutCondition.IfAbsent(), "results", "a.txt", "2")).isInstanceOf(PutResult.Refused.class);
        assertThat(put(new PutCondition.IfMatch(((PutResult.Written) first).object().eTag()), "results", "a.txt", "3"))
                .isInstanceOf(PutResult.Written.class);
        assertThat(store().fetch("results", "a.txt", 9)).hasValueSatisfying(o -> assertThat(o.bytes()).isEqualTo(new byte[] {'3'}));
        assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void readsPartsOfExactlyTheStateThatWasListed() throws IOException {
        Files.writeString(folder.resolve("file"), "0123456789");
        FolderStore store = store();
        StoredObject object = store.find("drops", "inbox/file").orElseThrow();
        assertThat(store.read(object, 2, 3)).asString(UTF_8).isEqualTo("234");
        try (InputStream part = store.open(object, 4, 5)) {
            assertThat(part.read()).isEqualTo('4');
            assertThat(part.readAllBytes()).asString(UTF_8).isEqualTo("5678");
            assertThat(part.read()).isEqualTo(-1);
        }
        assertThatThrownBy(() -> store.read(object, 8, 3)).isInstanceOf(ObjectChangedException.class);
        Files.writeString(folder.resolve("file"), "other");
        assertThatThrownBy(() -> store.open(object)).isInstanceOf(ObjectChangedException.class);
        assertThatThrownBy(() -> store.open(object, 0, 1)).isInstanceOf(ObjectChangedException.class);
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        assertThatThrownBy(() -> put(new PutCondition.Always(), "results", "../a.txt", "1")).isInstanceOf(Refusal.class);
        assertThat(folder.resolve("a.txt")).doesNotExist();
    }

    private PutResult put(PutCondition condition, String bucket, String key, String text) {
        return store().put(bucket, key, "text/plain", PutBody.of(text.getBytes(UTF_8)), condition);
    }
}
