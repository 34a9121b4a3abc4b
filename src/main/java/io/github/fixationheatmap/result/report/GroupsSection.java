package io.github.fixationheatmap.result.report;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.comparison.GroupComparison;
import io.github.fixationheatmap.analysis.comparison.GroupComparison.PermutationTest;
import io.github.fixationheatmap.analysis.comparison.GroupComparison.Sampling;
import io.github.fixationheatmap.analysis.comparison.GroupStudy;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import io.github.fixationheatmap.result.report.HeatmapSection.Frame;
import io.github.fixationheatmap.result.report.HeatmapSection.Ramp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Groups side by side, their differences, and what is more than chance.
 *
 * @param findings a sentence for each pair of groups
 * @param frame the size of the pictures
 * @param maps the groups
 * @param mapScale their colour bar
 * @param differences pairs of groups, the first of them if there are many
 * @param differenceScale their colour bar
 * @param columns the headings of the table of pairs
 * @param rows its rows; the first value is the pair's name
 * @param note what the table shows
 */
record GroupsSection(
        List<String> findings, Frame frame, List<Panel> maps, Scale mapScale, List<Panel> differences, Scale differenceScale,
        List<String> columns, List<List<String>> rows, String note) {

    private static final String MINUS = "\u2212";

    GroupsSection {
        findings = List.copyOf(findings);
        maps = List.copyOf(maps);
        differences = List.copyOf(differences);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A picture.
     *
     * @param title its name
     * @param remark what stands behind the name
     * @param picture the text of a {@code data:} URI
     * @param outlines SVG elements over it
     * @param description what it shows, for those who cannot see it
     */
    record Panel(String title, String remark, String picture, String outlines, String description) {}

    /** A colour bar that several pictures share: its labels from the lowest, and the sentences below. */
    record Scale(Ramp ramp, List<String> ticks, String caption) {}

    static Optional<GroupsSection> of(Analysis analysis, ReportPictures pictures) {
        return analysis.groups().flatMap(study -> pictures.groups().map(shown -> of(analysis, study, pictures, shown)));
    }

    private static GroupsSection of(Analysis analysis, GroupStudy study, ReportPictures pictures, GroupPictures shown) {
        ComparisonOptions options = analysis.setup().options().groups().comparison();
        List<String> names = study.maps().names();
        List<Panel> maps = IntStream.range(0, names.size()).mapToObj(i -> new Panel(names.get(i),
                NumberText.counted(study.size(names.get(i)), "recording"), shown.maps().get(i), "",
                "The mean map of group " + names.get(i) + ", over the reference image.")).toList();
        List<Panel> differences = IntStream.range(0, shown.differences().size()).mapToObj(i -> {
            GroupComparison pair = study.comparisons().get(i);
            return new Panel(pair.first() + " " + MINUS + " " + pair.second(), differs(pair), shown.differences().get(i).picture(),
                    shown.differences().get(i).outlines(), "The difference of groups " + pair.first() + " and " + pair.second()
                    + ", over the reference image. " + finding(pair, options));
        }).toList();
        return new GroupsSection(study.comparisons().stream().map(pair -> finding(pair, options)).toList(),
                Frame.of(analysis.setup().grid()), maps, mapScale(study, pictures), differences,
                differenceScale(study, shown, options), columns(options),
                study.comparisons().stream().map(GroupsSection::row).toList(), note(study, options));
    }

    private static Scale mapScale(GroupStudy study, ReportPictures pictures) {
        return new Scale(Ramp.of("ramp-groups", pictures.colours()), Stream.of(0.0, 0.25, 0.5, 0.75, 1.0).map(Words::percent).toList(),
                "Means of the recordings\u2019 maps, each recording weighing the same. All groups share one scale: "
                        + Words.percent(1) + " stands for " + NumberText.shortened(100 * study.maps().largestMean()) + NumberText.SPACE
                        + "% of a recording\u2019s weight per bin.");
    }

    private static Scale differenceScale(GroupStudy study, GroupPictures shown, ComparisonOptions options) {
        int more = study.comparisons().size() - shown.differences().size();
        List<String> ticks = List.of(MINUS + Words.percent(1), MINUS + Words.percent(0.5), "0", Words.percent(0.5), Words.percent(1));
        String full = study.maps().largestDifference() > 0
                ? "All differences share one scale: " + Words.percent(1) + " stands for "
                        + NumberText.shortened(100 * study.maps().largestDifference()) + NumberText.SPACE
                        + "% of a recording\u2019s weight per bin."
                : "All maps are equal.";
        return new Scale(Ramp.of("ramp-differences", shown.colours()), ticks, "Red where the group named first looked more, blue where"
                + " less. " + full + " Outlined: bins of p \u2264 " + options.alpha() + "."
                + (more > 0 ? " " + NumberText.counted(more, "more difference") + " " + Words.are(more)
                + " in the folder groups beside this page." : ""));
    }

    private static List<String> columns(ComparisonOptions options) {
        return List.of("Groups", "n", "CC", "SIM", "KL a to b, b to a", switch (options.correction()) {
            case MAX -> "Largest |t|";
            case TFCE -> "Largest |TFCE|";
        }, "Smallest p", "Bins of p \u2264 " + options.alpha(), "Share of the image");
    }

    private static List<String> row(GroupComparison pair) {
        PermutationTest test = pair.test();
        return List.of(pair.name(), pair.firstSize() + ", " + pair.secondSize(), decimals(pair.similarity().cc()),
                decimals(pair.similarity().sim()),
                decimals(pair.similarity().klFirstToSecond()) + ", " + decimals(pair.similarity().klSecondToFirst()),
                NumberText.shortened(test.largestStatistic()), NumberText.shortened(test.smallestP()),
                NumberText.grouped(test.binsFound()) + " of " + NumberText.grouped(test.binsTested()), share(pair));
    }

    private static String decimals(double value) {
        return Double.isNaN(value) ? "\u2013" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String share(GroupComparison pair) {
        return Words.percent(pair.test().shareFound());
    }

    private static String differs(GroupComparison pair) {
        return pair.test().binsFound() == 0 ? "no bin is outlined" : share(pair) + " of the image is outlined";
    }

    private static String note(GroupStudy study, ComparisonOptions options) {
        boolean some = study.comparisons().stream().anyMatch(pair -> pair.test().sampling() == Sampling.RANDOM);
        return "a is the group named first. CC: correlation of the maps, 1 for equal ones. SIM: what they share, 0 to 1. KL:"
                + " Kullback-Leibler divergence, 0 for equal maps. p: corrected for all bins"
                + (study.comparisons().size() > 1 ? ", not for the number of pairs" : "") + "; "
                + (options.design() == Design.PAIRED ? "pairs" : "people") + " were exchanged "
                + (some ? NumberText.grouped(options.permutations()) + " times at random" : "in all possible ways")
                + ". More digits are in groups.csv.";
    }

    /** What the test of a pair found, in words. */
    static String finding(GroupComparison pair, ComparisonOptions options) {
        PermutationTest test = pair.test();
        List<String> sentences = new ArrayList<>();
        String smallest = "(smallest p" + NumberText.SPACE + NumberText.shortened(test.smallestP()) + ")";
        if (test.binsFound() > 0) {
            sentences.add("The groups " + pair.first() + " and " + pair.second() + " look at different places: p is at most "
                    + options.alpha() + " in " + share(pair) + " of the image " + smallest + ".");
        } else {
            sentences.add("No difference of " + pair.first() + " and " + pair.second() + " is more than chance: no bin has a p of at most "
                    + options.alpha() + " " + smallest + ". That does not show that they look alike.");
        }
        double least = leastP(pair);
        if (least > options.alpha()) {
            sentences.add("With so few " + (options.design() == Design.PAIRED ? "pairs" : "people") + " no p can be below "
                    + NumberText.shortened(least) + ": record more.");
        }
        return String.join(" ", sentences);
    }

    /** The smallest p that this many relabelings can give. Groups that are exchanged as a whole have the same absolute statistic. */
    private static double leastP(GroupComparison pair) {
        double same = pair.design() == Design.PAIRED || pair.firstSize() == pair.secondSize() ? 2 : 1;
        return switch (pair.test().sampling()) {
            case ALL -> same / pair.test().relabelings();
            case RANDOM -> 1.0 / (1 + pair.test().relabelings());
        };
    }
}
