package io.github.fixationheatmap.aoifile;

import io.github.fixationheatmap.problem.Place;
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
record Sketch(Place place, String key, Optional<String> id, String name, List<String> labels, Shape shape) {

    /** An area with its name as its only label, and no id. */
    static Sketch named(Value value, String name, Shape shape) {
        return of(value, Optional.empty(), name, List.of(name), shape);
    }

    static Sketch of(Value value, Optional<String> id, String name, List<String> labels, Shape shape) {
        return new Sketch(value.place(), value.pointer(), id, name, labels, shape);
    }
}
