package io.github.fixationheatmap.model;

/**
 * A recording.
 *
 * @param id its id
 * @param name the name its owner gave it, or its id where the export has no names
 */
public record Recording(String id, String name) {}
