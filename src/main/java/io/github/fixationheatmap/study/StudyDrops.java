package io.github.fixationheatmap.study;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.store.StoredObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The drops of a study, as one listing saw them.
 *
 * @param inputs by each drop's key a name of the state of its files: 16 hex digits
 * @param extent whether these are all
 */
record StudyDrops(SortedMap<String, String> inputs, Extent extent) {

    /** The maximum number of drops. */
    static final int MAX_DROPS = 100_000;

    private static final int STATE_BYTES = 8;

    /** How much of a study was listed. */
    enum Extent {
        WHOLE,
        /** There are more than {@value StudyDrops#MAX_DROPS} drops. */
        CUT
    }

    /** Lists the drops of a study, a thousand objects in each request. */
    static StudyDrops list(StudyStore store, StudyKeys study) {
        SortedMap<String, MessageDigest> digests = new TreeMap<>();
        store.pages().visit(store.drops(), study.inbox(), object -> {
            dropOf(store, study, object).ifPresent(drop -> add(digests.computeIfAbsent(drop.key(), k -> Digests.sha256()), object));
            return digests.size() <= MAX_DROPS;
        });
        SortedMap<String, String> inputs = new TreeMap<>();
        digests.forEach((key, digest) -> inputs.put(key, HexFormat.of().formatHex(digest.digest(), 0, STATE_BYTES)));
        return new StudyDrops(inputs, inputs.size() > MAX_DROPS ? Extent.CUT : Extent.WHOLE);
    }

    /** The drop of an object. What lies at the study's top is a drop only with fixations. */
    private static Optional<Drop> dropOf(StudyStore store, StudyKeys study, StoredObject object) {
        boolean atTop = object.key().indexOf('/', study.inbox().length()) < 0;
        return DropKeys.dropOf(store.drops(), object.key()).filter(drop -> drop instanceof Drop.Zip || !atTop || isFixations(object));
    }

    private static boolean isFixations(StoredObject object) {
        return ExportPart.of(object.key()).filter(part -> part.role() == ExportPart.FileRole.FIXATIONS).isPresent();
    }

    private static void add(MessageDigest digest, StoredObject object) {
        digest.update((object.key() + "\n" + object.eTag() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The drop with such a key. */
    static Drop drop(String bucket, String key) {
        return key.endsWith("/") ? new Drop.Folder(bucket, key) : new Drop.Zip(bucket, key);
    }

    /** Drops that were added, changed or removed between this listing and a later one. */
    List<String> changes(Map<String, String> later) {
        TreeMap<String, String> all = new TreeMap<>(inputs);
        all.putAll(later);
        return all.keySet().stream().filter(key -> !Objects.equals(inputs.get(key), later.get(key))).toList();
    }
}
