package io.github.fixationheatmap.study;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.study.ExportRow.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A page of a study's exports. Its policy forbids every request except for pictures beside it, and every script but its own, which filters
 * the exports. Without scripts all of them are shown.
 *
 * @param summary what became of the study
 * @param number the number of the page, from 1
 * @param tool what made it, with its version
 */
record StudyPage(StudySummary summary, int number, String tool) {

    /** The exports of a page. */
    static final int ROWS = 500;

    private static final String STYLE = read("study.css");
    private static final String SCRIPT = read("study.js");
    private static final String POLICY = "default-src 'none'; style-src " + hash(STYLE) + "; script-src " + hash(SCRIPT)
            + "; img-src 'self' file:; base-uri 'none'; form-action 'none'";

    private static final String UNESCAPED = "/-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** How many pages a study has. */
    static int count(StudySummary summary) {
        return Math.max(1, Math.ceilDiv(summary.rows().size(), ROWS));
    }

    /** A page of a study. */
    static StudyPage of(StudySummary summary, int number, Tool tool) {
        return new StudyPage(summary, number, tool.name() + " " + tool.version());
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(StudyPage.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /**
     * A row of the page.
     *
     * @param name the export below the study
     * @param href where the link leads, relative to the page
     * @param picture the overlay, relative to the page; empty where there is none
     * @param recordings its recordings
     * @param fixations its counted fixations
     * @param outcome how it ended
     * @param detail what is wrong
     */
    record Row(String name, String href, String picture, String recordings, String fixations, String outcome, String detail) {

        /** Whether it has results. */
        public boolean isDone() {
            return !picture.isEmpty();
        }
    }

    /**
     * A picture of several exports.
     *
     * @param href where the link leads, relative to the page
     * @param picture the overlay, relative to the page; empty where there is none
     * @param exports how many
     * @param recordings the recordings of all of them
     * @param fixations the counted fixations of all of them
     * @param detail what is wrong
     */
    record Combined(String href, String picture, String exports, String recordings, String fixations, String detail) {}

    /** The combined pictures; on the first page only. */
    public List<Combined> combined() {
        return number > 1 ? List.of() : summary.combined().stream().map(this::combined).toList();
    }

    private Combined combined(CombinedPicture picture) {
        String folder = summary.study().nameOf(picture.results());
        String overlay = picture.outcome() == State.DONE ? relative(folder + "/overlay.png") : "";
        String error = picture.outcome() == State.REFUSED ? relative(folder + "/error.json") : "";
        return new Combined(overlay + error, overlay, NumberText.grouped(picture.exports()), NumberText.grouped(picture.recordings()),
                NumberText.grouped(picture.fixations()), picture.detail());
    }

    /** A link to another page. */
    record PageLink(int number, String href) {}

    /** A link to a file of the study. */
    record FileLink(String name, String href) {}

    /** The files that are about all exports. */
    public List<FileLink> files() {
        StudyKeys study = summary.study();
        return Stream.of(study.recordings(), study.aoiMetrics(), study.document()).map(study.results()::name)
                .map(name -> new FileLink(name, relative(name))).toList();
    }

    /** The rows of this page that have results. */
    public List<Row> done() {
        return rows().filter(Row::isDone).toList();
    }

    /** The rows of this page that have none. */
    public List<Row> without() {
        return rows().filter(row -> !row.isDone()).toList();
    }

    private Stream<Row> rows() {
        return summary.rows().stream().skip((long) (number - 1) * ROWS).limit(ROWS).map(this::row);
    }

    /** How many rows of a kind this page has, and of how many. */
    public String shown(List<Row> rows) {
        long all = rows.getFirst().isDone() ? summary.count(State.DONE) : summary.withoutResults();
        return (all == rows.size() ? "" : NumberText.grouped(rows.size()) + " of ") + NumberText.counted(all, "export");
    }

    private Row row(ExportRow row) {
        String name = summary.study().nameOf(row.results());
        boolean done = row.outcome() == State.DONE;
        String file = done ? row.numbers().report() ? "/report.html" : "/overlay.png" : "/error.json";
        return new Row(name, row.outcome() == State.DONE || row.outcome() == State.REFUSED ? relative(name + file) : "",
                done ? relative(name + "/overlay.png") : "", done ? NumberText.grouped(row.numbers().recordings()) : "",
                done ? NumberText.grouped(row.numbers().fixations()) : "", row.outcome().id(), row.detail());
    }

    /** A path as a relative link: its segments may hold any character. */
    static String relative(String path) {
        StringBuilder link = new StringBuilder("./");
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            if (each > 0 && UNESCAPED.indexOf(each) >= 0) {
                link.append((char) each);
            } else {
                link.append(String.format(Locale.ROOT, "%%%02X", each & 0xff));
            }
        }
        return link.toString();
    }

    /** The links to all pages; empty if this is the only one. */
    public List<PageLink> pages() {
        int pages = count(summary);
        return pages == 1 ? List.of() : IntStream.rangeClosed(1, pages).mapToObj(n -> new PageLink(n, StudyKeys.pageName(n))).toList();
    }

    /** The study's name. */
    public String title() {
        return summary.study().name();
    }

    /** The counts in words. */
    public String counts() {
        return NumberText.grouped(summary.count(State.DONE)) + " of " + NumberText.grouped(summary.rows().size())
                + " exports have results: " + NumberText.grouped(summary.recordings()) + " recordings with "
                + NumberText.grouped(summary.fixations()) + " counted fixations.";
    }

    /** What the study cost, and what was expected, in words; empty where nothing does. */
    public String costs() {
        return summary.used().flatMap(used -> summary.estimate().map(before -> "Computing took " + used.text()
                + "; before it was estimated as " + before.text() + ".")).orElse("");
    }

    /** What is wrong with the study as a whole; empty where nothing is. */
    public String problems() {
        long without = summary.withoutResults();
        String failed = without == 0 ? "" : NumberText.counted(without, "export") + (without == 1 ? " has" : " have") + " no results. ";
        return failed + (summary.changed().isEmpty() ? "" : "Drops changed while the study ran: " + summary.changed().size()
                + ". Start it again.");
    }

    /** The style sheet. */
    public String style() {
        return STYLE;
    }

    /** The script. */
    public String script() {
        return SCRIPT;
    }

    /** The content security policy of the page. */
    public String policy() {
        return POLICY;
    }

    private static String hash(String text) {
        byte[] digest = Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    /** The page in UTF-8. */
    @SuppressWarnings("NullAway") // Templates take null for no interceptor.
    byte[] html() {
        StringOutput text = new StringOutput(1 << 20);
        JtestudyGenerated.render(new OwaspHtmlTemplateOutput(text), null, this);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
