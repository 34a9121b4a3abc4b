package io.github.fixationheatmap.model;

/**
 * Something that the owner of an export should know; manifests list it.
 *
 * @param type a name that stays the same, for programs
 * @param detail a sentence, for people
 */
public record Warning(String type, String detail) {}
