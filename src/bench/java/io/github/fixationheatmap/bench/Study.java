package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.laptop.FolderStore;
import io.github.fixationheatmap.local.S3Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A study to work on, as a folder whose folders are buckets.
 *
 * @param root the folder that {@link FolderStore} takes
 */
record Study(Path root) {

    static final String DROPS = "drops";
    static final String RESULTS = "results";
    static final String INBOX = "inbox/study/";

    /** Where fixations and photo lie. */
    Path folder() {
        return root.resolve(DROPS).resolve(INBOX);
    }

    Path fixations() {
        return folder().resolve("fixations.csv");
    }

    Path photo() {
        return folder().resolve("reference_image.jpeg");
    }

    boolean isThere() {
        return Files.exists(fixations()) && Files.exists(photo());
    }

    Path results() {
        return root.resolve(RESULTS).resolve("study");
    }

    /** Where the scripts write what they make of it. */
    Path peersResults() {
        return root.resolve("peer");
    }

    /** The event that tells of its fixations. */
    String event() {
        return S3Events.put(new FolderStore(root).find(DROPS, INBOX + "fixations.csv").orElseThrow()).toString();
    }

    /** Makes it new: without its manifest it has not been worked on. */
    void forget() throws IOException {
        Files.deleteIfExists(results().resolve("manifest.json"));
        Files.writeString(root.resolve(OneDrop.EVENT), event());
    }

    void requireDone() {
        if (!Files.exists(results().resolve("manifest.json"))) {
            throw new IllegalStateException("no result in " + results());
        }
    }
}
