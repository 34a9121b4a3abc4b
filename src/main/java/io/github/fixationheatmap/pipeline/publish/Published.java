package io.github.fixationheatmap.pipeline.publish;

import io.github.fixationheatmap.result.Output;
import java.util.Optional;

/**
 * An output that was written.
 *
 * @param output the output
 * @param sha256 the SHA-256 of its bytes, in hex digits
 * @param eTag the store's tag of it
 * @param versionId the version that it is, where the store keeps versions
 */
public record Published(Output output, String sha256, String eTag, Optional<String> versionId) {}
