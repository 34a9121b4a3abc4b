package io.github.fixationheatmap.drop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys of a study: a folder of the inbox with a {@value #FILE}, whose drops are processed together.
 *
 * @param name its path below the inbox, without a slash at its end
 */
public record StudyKeys(String name) {

    /** The name of the file that starts a study, and of the document that ends it. */
    public static final String FILE = "study.json";

    private static final String PAGE = "study";
    private static final Pattern PAGE_NAME = Pattern.compile(PAGE + "(-[0-9]+)?\\.html");
    private static final String WORK = "study/";

    public StudyKeys {
        if (Drop.DropName.validationError(name).isPresent() || name.endsWith("/")) {
            throw new IllegalArgumentException("no name of a study: " + name);
        }
    }

    /** The study that an object with this key starts; empty if it starts none, or one whose name no drop could have. */
    public static Optional<StudyKeys> of(String key) {
        String end = "/" + FILE;
        if (!key.startsWith(DropKeys.INBOX) || !key.endsWith(end) || key.length() <= DropKeys.INBOX.length() + end.length()) {
            return Optional.empty();
        }
        String name = key.substring(DropKeys.INBOX.length(), key.length() - end.length());
        return Optional.of(name).filter(text -> Drop.DropName.validationError(text).isEmpty()).map(StudyKeys::new);
    }

    /** The studies that a drop may be part of: the folders above it, from the top down. */
    public static List<StudyKeys> above(Drop drop) {
        return above(drop.key().endsWith("/") ? drop.key().substring(0, drop.key().length() - 1) : drop.key());
    }

    /** The studies that this one may be part of, from the top down. */
    public List<StudyKeys> above() {
        return above(DropKeys.INBOX + name);
    }

    private static List<StudyKeys> above(String key) {
        List<StudyKeys> studies = new ArrayList<>();
        for (int slash = key.indexOf('/', DropKeys.INBOX.length()); slash >= 0; slash = key.indexOf('/', slash + 1)) {
            of(key.substring(0, slash + 1) + FILE).ifPresent(studies::add);
        }
        return List.copyOf(studies);
    }

    /** The prefix of its drops' keys. */
    public String inbox() {
        return DropKeys.INBOX + name + "/";
    }

    /** The key of the file that starts it. */
    public String file() {
        return inbox() + FILE;
    }

    /** The keys of its own results. Those of its drops lie below the same prefix. */
    public ResultKeys results() {
        return new ResultKeys(name + "/");
    }

    /** The name of an export with such results, below the study. */
    public String nameOf(String prefix) {
        return prefix.substring(results().prefix().length(), prefix.length() - 1);
    }

    /** The key of the document that is written last. */
    public String document() {
        return results().of(FILE);
    }

    /** The key of a page of the table of drops, counted from 1. */
    public String page(int number) {
        return results().of(pageName(number));
    }

    /** The name of such a page. */
    public static String pageName(int number) {
        return PAGE + (number == 1 ? "" : "-" + number) + ".html";
    }

    /** Whether a file of this name is a page of the table of drops. */
    public static boolean isPage(String name) {
        return PAGE_NAME.matcher(name).matches();
    }

    /** The key of the table of all drops' recordings. */
    public String recordings() {
        return results().of("study_recordings.csv");
    }

    /** The key of the table of all drops' metrics of areas of interest. */
    public String aoiMetrics() {
        return results().of("study_aoi_metrics.csv");
    }

    /** The key of the study's file as a run uses it. */
    public String settings(String run) {
        return work(run) + "settings.json";
    }

    /** The key of what a run of the study does. */
    public String plan(String run) {
        return work(run) + "plan.json";
    }

    /** The key of the batches of a run. */
    public String batches(String run) {
        return work(run) + "batches.json";
    }

    /** The prefix of what batches write. */
    public String parts(String run) {
        return work(run) + "parts/";
    }

    /** The key of what became of the drops of a batch. */
    public String part(String run, int batch) {
        return parts(run) + batch + ".json";
    }

    /** The key of the rows of a batch in the table of recordings. */
    public String partOfRecordings(String run, int batch) {
        return parts(run) + batch + "-recordings.csv";
    }

    /** The key of the rows of a batch in the table of metrics. */
    public String partOfAoiMetrics(String run, int batch) {
        return parts(run) + batch + "-aoi-metrics.csv";
    }

    /** The key of the sum of the histograms of some exports on an image: of a batch at level 0, of several sums at a higher one. */
    public String sum(String run, int level, String image, int number) {
        return work(run) + "sums/" + level + "/" + image + "/" + number + ".json";
    }

    /** The key of the sums that a level makes. */
    public String sums(String run, int level) {
        return work(run) + "sums-" + level + ".json";
    }

    /** The keys of the results of all exports on an image. */
    public ResultKeys combined(String image) {
        return new ResultKeys(combined() + image + "/");
    }

    /** The prefix of the results of all images. */
    public String combined() {
        return results().of("combined/");
    }

    /** Whether such results would lie among combined pictures or working files. */
    public boolean isOwn(ResultKeys keys) {
        return keys.prefix().startsWith(combined()) || work().matcher(keys.prefix()).lookingAt();
    }

    /** What the keys of working files begin with, whatever the run. */
    public Pattern work() {
        return Pattern.compile(Pattern.quote(results().of(WORK)) + "[0-9a-f]{16}/");
    }

    private String work(String run) {
        if (!DropKeys.isId(run)) {
            throw new IllegalArgumentException("no run of a study: " + run);
        }
        return results().of(WORK + run + "/");
    }
}
