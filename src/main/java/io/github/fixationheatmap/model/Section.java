package io.github.fixationheatmap.model;

/**
 * The part of a recording that an enrichment looks at.
 *
 * @param id its id
 * @param recordingId the recording it is part of
 * @param start when it starts, in ns since the Unix epoch
 */
public record Section(String id, String recordingId, long start) {}
