package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.problem.Location;
import java.util.List;
import java.util.Optional;

/**
 * An area of interest as its file has it.
 *
 * @param place where it stands
 * @param key its place in the file as a text that is the same wherever the file lies
 * @param id its id, where the file gives it one
 * @param name its name
 * @param labels its labels, each once
 * @param shape its shape
 */
record ParsedAoi(Location place, String key, Optional<String> id, String name, List<String> labels, AoiShape shape) {

    /** An area with its name as its only label, and no id. */
    static ParsedAoi named(JsonValue value, String name, AoiShape shape) {
        return of(value, Optional.empty(), name, List.of(name), shape);
    }

    static ParsedAoi of(JsonValue value, Optional<String> id, String name, List<String> labels, AoiShape shape) {
        return new ParsedAoi(value.place(), value.pointer(), id, name, labels, shape);
    }
}
