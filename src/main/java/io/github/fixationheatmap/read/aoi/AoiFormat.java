package io.github.fixationheatmap.read.aoi;

import java.util.Set;

/**
 * One of the formats of files with areas of interest. An instance reads one file; it is fed with the members of the file's top object in
 * whatever order they come, so what it needs to know may stand behind the areas that need it.
 */
interface AoiFormat {

    /** What people call it, and how they tell it. */
    String title();

    /** The member that only this format has: the list of its areas. */
    String areas();

    /** The other members that it reads. */
    Set<String> others();

    /** Takes an element of {@link #areas()}. */
    void area(JsonValue area);

    /** Takes one of {@link #others()}, as it is: the file may yet be in another format, where that name means something else. */
    void other(String name, JsonValue value);

    /** Puts all areas on the reference image, once the file is read. */
    void finish(JsonValue top, CoordinateMapping image, AoiList to);
}
