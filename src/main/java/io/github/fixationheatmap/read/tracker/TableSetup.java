package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.options.TrackerOptions;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known before a table is read.
 *
 * @param options what was chosen about it
 * @param width the width of the reference image in px
 * @param height the height of the reference image in px
 * @param image the name of the reference image's file
 * @param option where an option stands, by its JSON pointer
 */
public record TableSetup(TrackerOptions options, int width, int height, String image, Function<String, Location> option) {

    /** The setup of a table whose header alone is looked at. */
    public static final TableSetup HEADER_ONLY = new TableSetup(TrackerOptions.PUBLISHED, 1, 1, "", p -> new Location.Pointer("", p));

    /** The problem that an option is missing or wrong. */
    ProblemException bad(String pointer, @Nullable String actual, String expected) {
        return new Problem(ProblemType.BAD_OPTION, option.apply(pointer), actual, expected).asException();
    }

    /** The size of the reference image, for people. */
    String size() {
        return width + " x " + height + " px";
    }
}
