package io.github.fixationheatmap.model;

/**
 * Something that the user should know; manifests list it.
 *
 * @param type a name that stays the same, for programs
 * @param detail a sentence, for people
 */
public record Warning(String type, String detail) {}
