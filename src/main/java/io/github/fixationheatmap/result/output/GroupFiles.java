package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.options.GroupOptions;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.List;

/** The bounds of the files about groups. */
public final class GroupFiles {

    /** The most pixels of all pictures over the photo, of groups and of their differences: about two bytes each are held. */
    static final long MAX_PIXELS = 400_000_000;

    private GroupFiles() {}

    /**
     * Refuses pictures that would be too many for the memory, and names of groups that are too long for keys.
     *
     * @param names the names of the groups
     * @param place where the groups are named
     * @throws io.github.fixationheatmap.problem.ProblemException if there are too many or too long
     */
    public static void check(List<String> names, Grid grid, Location place, ResultKeys keys) {
        long pictures = names.size() + names.size() * (names.size() - 1L) / 2;
        long pixels = pictures * grid.width() * grid.height();
        if (pixels > MAX_PIXELS) {
            throw new Problem(ProblemType.TOO_LARGE, place, names.size() + " groups, whose pictures and differences have " + pixels + " px",
                    "so few groups, or so small a reference image, that there are at most " + MAX_PIXELS + " px").asException();
        }
        List<String> longest = names.stream().sorted((a, b) -> Integer.compare(b.length(), a.length())).limit(2).toList();
        String pair = String.join(GroupOptions.VERSUS, longest);
        if (longest.size() == 2 && !keys.fitInS3(DifferenceOutput.namesOf(pair))) {
            throw new Problem(ProblemType.TOO_LARGE, place, pair,
                    "names so short that no key of the results has more than " + ResultKeys.MAX_KEY_BYTES + " bytes").asException();
        }
    }
}
