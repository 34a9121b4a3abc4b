package io.github.fixationheatmap.result.report;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations.Counts.OfRecording;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.options.HeatmapOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Checks of the data.
 *
 * @param checks the checks
 */
record QualitySection(List<Check> checks) {

    private static final double WARN_SHARE = 0.2;
    private static final double FAIL_SHARE = 0.5;
    private static final double LARGE_WEIGHT = 0.5;
    private static final int FEW_FIXATIONS = 10;
    private static final int FEW_RECORDINGS = 5;
    private static final int MAX_NAMES = 5;

    QualitySection {
        checks = List.copyOf(checks);
    }

    /** What a check found. */
    enum Verdict {
        PASS("\u2713", "pass"), WARN("\u25b2", "warning"), FAIL("\u2715", "fail");

        private final String sign;
        private final String word;

        Verdict(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        String sign() {
            return sign;
        }

        String word() {
            return word;
        }
    }

    /**
     * A check.
     *
     * @param finding the number, in a sentence
     * @param reason why it matters
     */
    record Check(Verdict verdict, String finding, String reason) {}

    /** How many checks found the same, as a sentence. */
    String summary() {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = checks.stream().filter(check -> check.verdict() == verdict).count();
            parts.add(NumberText.grouped(count) + NumberText.SPACE + switch (verdict) {
                case PASS -> "passed";
                case WARN -> count == 1 ? "gave a warning" : "gave warnings";
                case FAIL -> "failed";
            });
        }
        return "Of " + checks.size() + " checks " + Words.list(parts) + ".";
    }

    static QualitySection of(Analysis analysis) {
        List<OfRecording> recordings = RecordingsSection.selected(analysis);
        return new QualitySection(List.of(
                counted(recordings),
                share(recordings, each -> each.rows().notMapped(), "not mapped to the image",
                        "Gaze that could not be mapped is missing from the map, and it may be missing for one part of the image more than"
                                + " for others."),
                share(recordings, each -> each.rows().outsideImage(), "outside the image",
                        "Many fixations outside mean that people looked past the image, or that it is smaller than what was in view."),
                few(recordings), largest(recordings, analysis.setup().options()), recordings(recordings.size()),
                image(analysis.setup().grid())));
    }

    private static long sum(List<OfRecording> recordings, ToLongFunction<OfRecording> number) {
        return recordings.stream().mapToLong(number).sum();
    }

    private static Check counted(List<OfRecording> recordings) {
        long counted = sum(recordings, each -> each.rows().counted());
        return new Check(counted == 0 ? Verdict.FAIL : Verdict.PASS,
                counted == 0 ? "No fixation was counted." : NumberText.counted(counted, "fixation") + " "
                        + Words.were(counted) + " counted.",
                "The map shows counted fixations and nothing else.");
    }

    private static Check share(List<OfRecording> recordings, ToLongFunction<OfRecording> number, String what, String reason) {
        long part = sum(recordings, number);
        long whole = sum(recordings, each -> each.rows().counted() + each.rows().notMapped() + each.rows().outsideImage());
        double share = whole == 0 ? 0 : (double) part / whole;
        Verdict verdict = share >= FAIL_SHARE ? Verdict.FAIL : share >= WARN_SHARE ? Verdict.WARN : Verdict.PASS;
        String limit = switch (verdict) {
            case PASS -> "below " + Words.percent(WARN_SHARE);
            case WARN -> Words.percent(WARN_SHARE) + " or more";
            case FAIL -> Words.percent(FAIL_SHARE) + " or more";
        };
        return new Check(verdict, Words.percent(share) + " of the fixations " + Words.are(2) + " " + what + ": " + NumberText.grouped(part)
                + " of " + NumberText.grouped(whole) + " (" + limit + ").", reason);
    }

    private static Check few(List<OfRecording> recordings) {
        List<OfRecording> few = recordings.stream().filter(each -> each.rows().counted() < FEW_FIXATIONS).toList();
        String reason = "Fewer than " + FEW_FIXATIONS + " fixations say little about where a person looked.";
        if (few.isEmpty()) {
            long least = recordings.stream().mapToLong(each -> each.rows().counted()).min().orElse(0);
            return recordings.isEmpty() ? new Check(Verdict.FAIL, "There is no recording.", reason)
                    : new Check(Verdict.PASS, "Each recording has " + FEW_FIXATIONS + " fixations or more (the fewest: "
                            + NumberText.grouped(least) + ").", reason);
        }
        String names = Words.list(few.stream().limit(MAX_NAMES)
                .map(each -> "\u2068" + Words.name(each.recording().name()) + "\u2069 (" + each.rows().counted() + ")").toList());
        return new Check(Verdict.WARN, NumberText.counted(few.size(), "recording") + " " + (few.size() == 1 ? "has" : "have")
                + " fewer than " + FEW_FIXATIONS + " fixations: " + names + (few.size() > MAX_NAMES ? " and others" : "") + ".", reason);
    }

    private static Check largest(List<OfRecording> recordings, HeatmapOptions options) {
        double total = recordings.stream().mapToDouble(each -> RecordingsSection.weight(each, options)).sum();
        String reason = "A recording with more than half of the weight decides alone where the map is hot."
                + " The option normalization gives all the same weight.";
        if (total == 0) {
            return new Check(Verdict.FAIL, "No recording has any weight.", reason);
        }
        OfRecording largest = recordings.stream().max(Comparator.comparingDouble(each -> RecordingsSection.weight(each, options)))
                .orElseThrow();
        double share = RecordingsSection.weight(largest, options) / total;
        String finding = "The largest share of the weight is " + Words.percent(share) + ", of \u2068"
                + Words.name(largest.recording().name()) + "\u2069";
        return share > LARGE_WEIGHT ? new Check(Verdict.WARN, finding + " (more than half).", reason)
                : new Check(Verdict.PASS, finding + " (not more than half).", reason);
    }

    private static Check recordings(int count) {
        return new Check(count < FEW_RECORDINGS ? Verdict.WARN : Verdict.PASS,
                "There " + Words.are(count) + " " + NumberText.counted(count, "recording")
                        + (count < FEW_RECORDINGS ? " (fewer than " + FEW_RECORDINGS + ")." : " (" + FEW_RECORDINGS + " or more)."),
                "A map of few people says little about others.");
    }

    private static Check image(Grid grid) {
        int longer = Math.max(grid.width(), grid.height());
        boolean small = longer < Grid.LONGER_SIDE;
        return new Check(small ? Verdict.WARN : Verdict.PASS, "The longer side of the image has " + Words.px(longer) + " for "
                + Grid.LONGER_SIDE + " bins (" + NumberText.shortened(grid.pixelsPerBin()) + " px per bin).",
                "Where a bin is smaller than a pixel, the map looks finer than the image is.");
    }
}
