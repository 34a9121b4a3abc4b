package io.github.fixationheatmap.result.report;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.Participants;
import io.github.fixationheatmap.analysis.comparison.GroupComparison;
import io.github.fixationheatmap.analysis.comparison.GroupComparison.Sampling;
import io.github.fixationheatmap.analysis.comparison.GroupStudy;
import io.github.fixationheatmap.analysis.comparison.HotSpots;
import io.github.fixationheatmap.analysis.comparison.Stability;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How groups were compared and stability was found, as sentences for a paper, with the sources of what was done. */
final class GroupMethods {

    private static final String SIMILARITY = "Bylinskii, Z., Judd, T., Oliva, A., Torralba, A., and Durand, F. (2018): What do different"
            + " evaluation metrics tell us about saliency models? IEEE TPAMI. arXiv 1604.03605";
    private static final String MANY_PEOPLE = "Hoogerbrugge et al. (2025): Behavior Research Methods. doi 10.3758/s13428-025-02754-8";
    private static final String PRIMER = "Nichols, T. E., and Holmes, A. P. (2002): Nonparametric permutation tests for functional"
            + " neuroimaging: a primer with examples. Human Brain Mapping 15, 1\u201325";
    private static final String PERMUTATION = "Maris, E., and Oostenveld, R. (2007): Nonparametric statistical testing of EEG- and"
            + " MEG-data. Journal of Neuroscience Methods 164, 177\u2013190";
    private static final String CLUSTERS = "Smith, S. M., and Nichols, T. E. (2009): Threshold-free cluster enhancement. NeuroImage 44,"
            + " 83\u201398";

    private GroupMethods() {}

    /** The sentences; none if there was nothing to compute. */
    static List<String> sentences(Analysis analysis) {
        List<String> sentences = new ArrayList<>();
        analysis.stability().ifPresent(stability -> sentences.add(stability(stability, Participants.counted(analysis).size())));
        analysis.groups().ifPresent(study -> sentences.addAll(groups(study, analysis.setup().options().groups().comparison())));
        return sentences;
    }

    /** The works that the sentences cite, in full. */
    static List<String> sources(Analysis analysis) {
        List<String> sources = new ArrayList<>();
        if (analysis.stability().isPresent() || analysis.groups().isPresent()) {
            sources.add(SIMILARITY);
        }
        analysis.stability().ifPresent(stability -> sources.add(MANY_PEOPLE));
        if (analysis.groups().isPresent()) {
            sources.addAll(List.of(PERMUTATION, PRIMER));
            if (analysis.setup().options().groups().comparison().correction() == Correction.TFCE) {
                sources.add(CLUSTERS);
            }
        }
        return sources.stream().sorted().toList();
    }

    private static String stability(Stability stability, int recordings) {
        int half = stability.curve().getLast().n();
        String used = stability.recordings() < recordings
                ? " Of the " + NumberText.grouped(recordings) + " recordings, " + stability.recordings() + " chosen at random were used."
                : "";
        return "To find how stable the map is, two sets of n recordings without a common one were drawn " + Stability.Point.DRAWS
                + " times for each n from 1 to " + half + ", and the mean maps of both sets were correlated (CC; Bylinskii et al. 2018),"
                + " each recording weighing the same; the mean correlation was " + NumberText.shortened(stability.splitHalf())
                + " for n = " + half + ", from which the Spearman-Brown formula gives that of maps of " + 2 * half
                + " recordings, " + NumberText.shortened(stability.reliability()) + stability.needed().stream().mapToObj(needed ->
                        ", and the number of recordings needed for " + Stability.AIM + ", " + NumberText.grouped(needed))
                        .collect(Collectors.joining())
                + " (compare Hoogerbrugge et al. 2025, doi 10.3758/s13428-025-02754-8)." + used
                + " A bin was counted as a hot spot if its mean was at least half of the largest mean in at least "
                + Words.percent(HotSpots.CONFIDENT) + " of 1,000 resamples of recordings with replacement.";
    }

    private static List<String> groups(GroupStudy study, ComparisonOptions options) {
        String sizes = study.maps().names().stream().map(name -> name + " (n = " + study.size(name) + ")")
                .collect(Collectors.collectingAndThen(Collectors.toList(), Words::list));
        String statistic = switch (study.comparisons().getFirst().design()) {
            case BETWEEN -> "by Welch\u2019s t";
            case PAIRED -> "by the t of the differences of each wearer\u2019s two recordings";
        };
        String enhanced = switch (options.correction()) {
            case MAX -> "";
            case TFCE -> ", enhanced by threshold-free cluster enhancement (E = 0.5, H = 2, steps of 0.1, 8 neighbours; Smith and Nichols"
                    + " 2009)";
        };
        List<String> sentences = new ArrayList<>();
        sentences.add("Groups of recordings were compared: " + sizes + ". The histogram of each recording was divided by its sum and"
                + " smoothed in the same way, and the map of a group is the mean of its recordings\u2019 maps. Maps were compared by their"
                + " correlation (CC), similarity (SIM) and Kullback-Leibler divergence (Bylinskii et al. 2018).");
        sentences.add("Each bin in which the mean of both groups was at least 1" + NumberText.SPACE + "% of its maximum was tested "
                + statistic + enhanced + ". " + relabelings(study, options) + " The p value of a bin is the share of relabelings, the"
                + " observed one included, whose largest absolute statistic of all bins was at least that of the bin; so the family-wise"
                + " error is controlled over bins (Nichols and Holmes 2002; Maris and Oostenveld 2007)"
                + (study.comparisons().size() > 1 ? ", but not over pairs of groups" : "") + ". The level was " + options.alpha() + ".");
        return sentences;
    }

    private static String relabelings(GroupStudy study, ComparisonOptions options) {
        String exchanged = options.design() == Design.PAIRED
                ? "The recordings of wearers were exchanged between the groups" : "Participants were exchanged between the groups";
        List<Integer> all = study.comparisons().stream().map(GroupComparison::test).filter(test -> test.sampling() == Sampling.ALL)
                .map(GroupComparison.PermutationTest::relabelings).distinct().toList();
        boolean random = study.comparisons().stream().anyMatch(pair -> pair.test().sampling() == Sampling.RANDOM);
        String atRandom = NumberText.grouped(options.permutations()) + " random relabelings (seed " + options.seed() + ")";
        String exact = all.size() == 1 ? "all " + NumberText.grouped(all.getFirst()) + " relabelings" : "all relabelings of each pair";
        return exchanged + (!random ? " in " + exact + "." : all.isEmpty() ? " in " + atRandom + "."
                : " in all relabelings where there are at most " + NumberText.grouped(options.permutations()) + ", or else in " + atRandom
                        + ".");
    }
}
