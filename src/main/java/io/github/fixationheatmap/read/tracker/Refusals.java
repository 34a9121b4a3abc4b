package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables that have no fixations on an image, each with what to export instead. */
final class Refusals {

    private static final int COLUMNS_SHOWN = 40;

    /** How names of columns of metrics begin, or go on after a medium, in lower case, with a space before them and for underscores. */
    private static final List<String> METRICS = Stream.of("total duration of", "average duration of", "duration of first",
            "duration of whole",
            "number of fixations", "number of whole fixations", "number of visits", "time to first", "total fixation duration",
            "total visit duration", "first fixation duration", "fixation count", "fixation duration", "visit count", "visit duration")
            .map(" "::concat).toList();

    /**
     * A kind of table that is refused.
     *
     * @param what what it is
     * @param instead what to export instead
     * @param is tells it by the names of its columns, in lower case
     */
    private record Refusal(String what, String instead, Predicate<List<String>> is) {}

    private static final List<Refusal> ALL = List.of(
            new Refusal("a table of metrics of Tobii, which has no coordinates",
                    "Tobii's data export: with a row for each sample, and the columns of eye movements and of fixation points",
                    names -> names.stream().map(n -> " " + n.replace('_', ' ')).anyMatch(n -> METRICS.stream().anyMatch(n::contains))
                            && names.stream().noneMatch(n -> n.startsWith("x") || n.replace('_', ' ').matches(".*\\bx\\b.*"))),
            new Refusal("a Gazepoint table without FPOGID, which tells no fixations apart",
                    "the _fixations.csv or the _all_gaze.csv of Gazepoint Analysis with the column FPOGID",
                    names -> (names.contains("fpogx") || names.contains("bpogx")) && !names.contains("fpogid")),
            new Refusal("fixations of Pupil Core in the picture of its scene camera, which are on no image",
                    "the fixations_on_surface_<name>.csv of Pupil Player's surface tracker",
                    names -> names.contains("norm_pos_x") && !names.contains("on_surf")
                            && (names.contains("start_frame_index") || names.contains("gaze_point_3d_x") || names.contains("dispersion"))),
            new Refusal("raw samples of iMotions, which are no fixations",
                    "iMotions' export with the columns of fixations (R notebook Fixations), with the option layout",
                    names -> (names.contains("eventsource") || names.stream().anyMatch(n -> n.startsWith("et_gaze")))
                            && names.stream().noneMatch(n -> n.contains("fixation"))),
            new Refusal("samples of EyeLink, which are no fixations",
                    "Data Viewer's fixation report, with CURRENT_FIX_X, CURRENT_FIX_Y and CURRENT_FIX_DURATION",
                    names -> names.stream().anyMatch(n -> n.matches("(left|right|average)_gaze_x")) && !names.contains("current_fix_x")),
            new Refusal("samples of Tobii Pro Lab without eye movements, which are no fixations",
                    "Tobii's data export with the columns of eye movements (type, index, duration) and of fixation points as well",
                    names -> names.contains("recording timestamp") && names.stream().anyMatch(n -> n.startsWith("gaze point x"))
                            && names.stream().noneMatch(n -> n.contains("eye movement type"))),
            new Refusal("raw samples of SMI, which are no fixations",
                    "BeGaze's event statistics or event export with the fixations, with the option layout",
                    names -> names.stream().anyMatch(n -> n.startsWith("l por x") || n.startsWith("r por x") || n.startsWith("l raw x")
                            || n.startsWith("r raw x") || n.startsWith("point of regard right x")
                            || n.startsWith("point of regard left x"))));

    private Refusals() {}

    /** Refuses a table of a kind that is known to have no fixations on an image. */
    static void check(String file, ColumnNames columns) {
        List<String> names = columns.all().stream().map(n -> n.strip().toLowerCase(Locale.ROOT)).toList();
        Optional<Refusal> refusal = ALL.stream().filter(each -> each.is().test(names)).findFirst();
        if (refusal.isPresent()) {
            throw new Problem(ProblemType.UNSUPPORTED_EXPORT, new Location.WholeFile(file), refusal.get().what(), refusal.get().instead())
                    .asException();
        }
    }

    /** The problem that a table is of no known program, and no option says what its columns mean. */
    static ProblemException unknown(Location header, ColumnNames columns) {
        List<String> all = columns.all().stream().filter(name -> !name.isBlank()).toList();
        String names = all.stream().limit(COLUMNS_SHOWN).map(ColumnNames::shown).collect(Collectors.joining(", "));
        int more = all.size() - COLUMNS_SHOWN;
        return new Problem(ProblemType.MISSING_COLUMN, header, null, "an export of Pupil Cloud, Neon Player, Tobii, Gazepoint, EyeLink or"
                + " Pupil Player, or in heatmap.json the option layout, which names columns of this table, such as {\"layout\":"
                + " {\"x\": \"xAvg\", \"y\": \"yAvg\", \"start\": \"tStart\", \"duration\": \"duration\","
                + " \"time\": \"ms\", \"recording\": \"name\"}}."
                + (all.isEmpty() ? " None of its columns has a name."
                : " Its columns are: " + names + (more > 0 ? " and " + more + " more" : ""))).asException();
    }
}
