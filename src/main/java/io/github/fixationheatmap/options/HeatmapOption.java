package io.github.fixationheatmap.options;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import io.github.fixationheatmap.options.AoiOptions.Background;
import io.github.fixationheatmap.options.AoiOptions.LabelMetric;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.options.AoiOptions.TimeOrigin;
import io.github.fixationheatmap.options.HeatmapOptions.Blur;
import io.github.fixationheatmap.options.HeatmapOptions.Normalization;
import io.github.fixationheatmap.options.HeatmapOptions.Weight;
import io.github.fixationheatmap.problem.ProblemException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The table of options: the name of each, and what it chooses. {@link #parse} reads a value and {@link #write} writes it; the compiler
 * checks that both handle every option. A test checks the manifest, the API's description and the documentation against this table.
 */
public enum HeatmapOption {
    SCALE("scale", "how wide the blur is: sigma is 3 bins for each whole step"),
    WEIGHT("weight", "what a fixation adds to its bin: 1, or its duration"),
    NORMALIZATION("normalization", "whether all recordings weigh the same"),
    RECORDINGS("recordings", "the recordings that count, by id or name; all by default"),
    SURFACE("surface", "the Neon Player surface that counts, by its name; needed where there are several"),
    LAYOUT("layout", "which columns the table of fixations has, where its header does not tell"),
    STIMULUS("stimulus", "the stimulus that the reference image shows, where the table has several"),
    PLACEMENT("placement", "where on the screen the reference image stood"),
    SCREEN("screen", "the size of the screen in px"),
    AOI_COLUMNS("aoiColumns", "what the tables call the columns of a label"),
    BACKGROUND("background", "whether fixations in no AOI make up one of their own"),
    TIME_ORIGIN("timeOrigin", "from when the time to first fixation counts"),
    AOI_METRICS("aoiMetrics", "which metrics the tables have"),
    AOI_METRIC("aoiMetric", "what figures show of each label of AOIs"),
    SIGMA_DEGREES("sigmaDegrees", "how wide the blur is, as sigma in degrees of visual angle, in place of scale"),
    PIXELS_PER_DEGREE("pixelsPerDegree", "how many px of the reference image are a degree of visual angle"),
    COLORMAP("colormap", "the colours of pictures"),
    OPACITY("opacity", "the most that a colour covers of the reference image"),
    THRESHOLD("threshold", "the share of the maximum below which values are transparent"),
    TITLE("title", "the text above figures"),
    OUTPUTS("outputs", "which outputs are made beside those that always are"),
    SCANPATH_NUMBERS("scanpathNumbers", "what stands in the circles of scanpaths"),
    SCANPATH_FIRST("scanpathFirst", "how many fixations of each section scanpaths show, from its first on; all by default"),
    FROM("from", "from when on fixations count, in ms from the time origin; from any time on by default"),
    TO("to", "before when fixations start that count, in ms from the time origin; at any time by default"),
    GROUPS("groups", "which recordings form groups that are compared, by id or name"),
    COMPARISON("comparison", "how groups are compared");

    private final String id;
    private final String description;

    HeatmapOption(String id, String description) {
        this.id = id;
        this.description = description;
    }

    /** Its name in options and manifests. */
    public String id() {
        return id;
    }

    /** What it chooses, as the end of the sentence "It says ..." */
    public String description() {
        return description;
    }

    /** The option of a name. */
    static Optional<HeatmapOption> of(String name) {
        return Arrays.stream(values()).filter(option -> option.id.equals(name)).findFirst();
    }

    /**
     * Options with this one changed.
     *
     * @param value the value as the user wrote it
     * @param options the options so far
     * @param defaults the options that hold where nothing is chosen
     * @throws ProblemException if the value is wrong
     */
    HeatmapOptions parse(OptionValue value, HeatmapOptions options, HeatmapOptions defaults) {
        AoiOptions aoi = options.aoi();
        TrackerOptions tracker = options.tracker();
        FigureOptions figures = options.figures();
        return switch (this) {
            case SCALE -> options.withScale(value.number(HeatmapOptions.MIN_SCALE, HeatmapOptions.MAX_SCALE));
            case WEIGHT -> options.withWeight(value.oneOf(Weight.values()));
            case NORMALIZATION -> options.withNormalization(value.oneOf(Normalization.values()));
            case RECORDINGS -> options.withRecordings(value.orNull(v -> v.names("a recording's id or name")));
            case SURFACE -> options.withSurface(value.orNull(v -> v.name("the name of a surface, or null for the only one")));
            case LAYOUT -> options.withTracker(tracker.withLayout(value.orNull(TrackerJson::layout)));
            case STIMULUS -> options.withTracker(tracker.withStimulus(value.orNull(v -> v.name("the name of a stimulus, or null"))));
            case PLACEMENT -> options.withTracker(tracker.withPlacement(value.orNull(TrackerJson::placement)));
            case SCREEN -> options.withTracker(tracker.withScreen(value.orNull(TrackerJson::screen)));
            case AOI_COLUMNS -> options.withAoi(aoi.withColumns(value.oneOf(AoiColumns.values())));
            case BACKGROUND -> options.withAoi(aoi.withBackground(value.flag() ? Background.LISTED : Background.LEFT_OUT));
            case TIME_ORIGIN -> options.withAoi(aoi.withTimeOrigin(value.orNull(v -> v.oneOf(TimeOrigin.values()))));
            case AOI_METRICS -> options.withAoi(aoi.withMetrics(value.oneOf(MetricSet.values())));
            case AOI_METRIC -> options.withAoi(aoi.withShown(value.oneOf(LabelMetric.values())));
            case SIGMA_DEGREES -> value.orNull(v -> v.number(HeatmapOptions.MIN_DEGREES, HeatmapOptions.MAX_DEGREES))
                    .map(sigma -> options.withBlur(new Blur.Degrees(sigma)))
                    // Beside a scale, which manifests have, null changes nothing.
                    .orElseGet(() -> options.blur() instanceof Blur.Degrees ? options.withBlur(defaults.blur()) : options);
            case PIXELS_PER_DEGREE -> options.withPixelsPerDegree(value.orNull(
                    v -> v.number(HeatmapOptions.MIN_PIXELS_PER_DEGREE, HeatmapOptions.MAX_PIXELS_PER_DEGREE)));
            case COLORMAP -> options.withFigures(figures.withColormap(value.oneOf(Colormap.values())));
            case OPACITY -> options.withFigures(figures.withOpacity(value.number(FigureOptions.MIN_OPACITY, 1)));
            case THRESHOLD -> options.withFigures(figures.withThreshold(value.number(0, FigureOptions.MAX_THRESHOLD)));
            case TITLE -> options.withFigures(figures.withTitle(value.orNull(v -> v.text(FigureOptions.MAX_TITLE))));
            case OUTPUTS -> options.withFigures(figures.withOutputs(value.manyOf(ChosenOutput.values())));
            case SCANPATH_NUMBERS -> options.withFigures(
                    figures.withScanpath(figures.scanpath().withNumbers(value.oneOf(ScanpathOptions.Numbers.values()))));
            case SCANPATH_FIRST -> options.withFigures(figures.withScanpath(
                    figures.scanpath().withFirst(value.orNull(v -> v.whole(1, ScanpathOptions.MAX_FIRST)))));
            case FROM -> options.withWindow(new TimeWindow(value.orNull(HeatmapOption::ms), options.window().to()));
            case TO -> options.withWindow(new TimeWindow(options.window().from(), value.orNull(HeatmapOption::ms)));
            case GROUPS -> options.withGroups(options.groups().withGroups(value.orNull(GroupsParser::groups).orElse(Map.of())));
            case COMPARISON -> options.withGroups(
                    options.groups().withComparison(GroupsParser.comparison(value, options.groups().comparison())));
        };
    }

    private static double ms(OptionValue value) {
        return value.number(0, TimeWindow.MAX_MS);
    }

    /** Writes all options with their values. */
    public static void write(ObjectNode json, HeatmapOptions options) {
        for (HeatmapOption option : values()) {
            option.writeOne(json, options);
        }
    }

    private void writeOne(ObjectNode json, HeatmapOptions options) {
        FigureOptions figures = options.figures();
        TrackerOptions tracker = options.tracker();
        switch (this) {
            case SCALE -> json.put(id, options.blur() instanceof Blur.Scale s ? (Double) s.scale() : null);
            case WEIGHT -> json.put(id, options.weight().id());
            case NORMALIZATION -> json.put(id, options.normalization().id());
            case RECORDINGS -> options.recordings().ifPresentOrElse(
                    names -> names.forEach(json.putArray(id)::add),
                    () -> json.putNull(id));
            case SURFACE -> json.put(id, options.surface().orElse(null));
            case LAYOUT -> tracker.layout().ifPresentOrElse(
                    layout -> TrackerJson.write(json.putObject(id), layout), () -> json.putNull(id));
            case STIMULUS -> json.put(id, tracker.stimulus().orElse(null));
            case PLACEMENT -> tracker.placement().ifPresentOrElse(
                    placement -> TrackerJson.write(json, id, placement), () -> json.putNull(id));
            case SCREEN -> tracker.screen().ifPresentOrElse(
                    screen -> json.putObject(id).put("width", screen.width()).put("height", screen.height()), () -> json.putNull(id));
            case AOI_COLUMNS -> json.put(id, options.aoi().columns().id());
            case BACKGROUND -> json.put(id, options.aoi().background() == Background.LISTED);
            case TIME_ORIGIN -> json.put(id, options.aoi().timeOrigin().map(TimeOrigin::id).orElse(null));
            case AOI_METRICS -> json.put(id, options.aoi().metrics().id());
            case AOI_METRIC -> json.put(id, options.aoi().shown().id());
            case SIGMA_DEGREES -> json.put(id, options.blur() instanceof Blur.Degrees d ? (Double) d.sigma() : null);
            case PIXELS_PER_DEGREE -> json.put(id, options.pixelsPerDegree().orElse(null));
            case COLORMAP -> json.put(id, figures.colormap().id());
            case OPACITY -> json.put(id, figures.opacity());
            case THRESHOLD -> json.put(id, figures.threshold());
            case TITLE -> json.put(id, figures.title().orElse(null));
            case OUTPUTS -> {
                ArrayNode names = json.putArray(id);
                figures.outputs().forEach(output -> names.add(output.id()));
            }
            case SCANPATH_NUMBERS -> json.put(id, figures.scanpath().numbers().id());
            case SCANPATH_FIRST -> json.put(id, figures.scanpath().first().orElse(null));
            case FROM -> json.put(id, options.window().from().orElse(null));
            case TO -> json.put(id, options.window().to().orElse(null));
            case GROUPS -> GroupsParser.writeGroups(json, id, options.groups().groups());
            case COMPARISON -> GroupsParser.writeComparison(json.putObject(id), options.groups().comparison());
        }
    }
}
