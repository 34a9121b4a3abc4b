package io.github.fixationheatmap.job;

import java.util.Optional;

/**
 * An output that was written.
 *
 * @param output the output
 * @param eTag the store's tag of it
 * @param versionId the version that it is, where the store keeps versions
 */
record Published(Output output, String eTag, Optional<String> versionId) {}
