package io.github.fixationheatmap.result;

import java.util.Optional;

/**
 * A file that was written.
 *
 * @param file the file
 * @param sha256 the SHA-256 of its bytes, in hex digits
 * @param eTag the store's tag of it
 * @param versionId the version that it is, where the store keeps versions
 */
public record WrittenFile(ResultFile file, String sha256, String eTag, Optional<String> versionId) {}
