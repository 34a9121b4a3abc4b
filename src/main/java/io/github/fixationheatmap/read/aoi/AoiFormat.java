package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.problem.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file format for areas of interest. An instance reads one file. It receives the members of the file's top-level object in any order, so
 * that members that apply to all areas may follow the areas.
 */
interface AoiFormat {

    /** The name of the format for users, with the member that identifies it. */
    String title();

    /** The name of the member that lists the areas. No other format has a member of this name. */
    String areasMember();

    /** The names of the other members that it reads. */
    default Set<String> otherMembers() {
        return Set.of();
    }

    /** Reads an element of the list {@link #areasMember()}. */
    void readArea(JsonValue area);

    /** Stores one of {@link #otherMembers()} unchecked. The file may be in another format, where the name has another meaning. */
    default void readMember(String name, JsonValue value) {}

    /** Adds all areas to the builder once the file is read. */
    void addAreas(JsonValue root, CoordinateMapping image, AoiSetBuilder builder);

    /**
     * An area of interest as a file describes it.
     *
     * @param location where it is
     * @param key its location in the file, as a text that does not depend on the location of the file
     * @param id its id, if the file has one
     * @param name its name
     * @param labels its labels, without duplicates
     * @param shape its shape
     */
    record ParsedAoi(Location location, String key, Optional<String> id, String name, List<String> labels, AoiShape shape) {

        /** An area without an id, whose only label is its name. */
        static ParsedAoi of(JsonValue area, String name, AoiShape shape) {
            return of(area, Optional.empty(), name, List.of(name), shape);
        }

        static ParsedAoi of(JsonValue area, Optional<String> id, String name, List<String> labels, AoiShape shape) {
            return new ParsedAoi(area.location(), area.pointer(), id, name, labels, shape);
        }
    }
}
