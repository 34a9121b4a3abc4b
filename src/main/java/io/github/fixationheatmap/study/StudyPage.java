package io.github.fixationheatmap.study;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
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

/**
 * A page of the table of a study's exports. It has no script, and its policy forbids every request except for pictures beside it.
 *
 * @param summary what became of the study
 * @param number the number of the page, from 1
 * @param tool what made it, with its version
 * @param style the style sheet
 */
record StudyPage(StudySummary summary, int number, String tool, String style) {

    /** The exports of a page. */
    static final int ROWS = 500;

    private static final String STYLE = "study.css";

    private static final String UNESCAPED = "/-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** How many pages a study has. */
    static int count(StudySummary summary) {
        return Math.max(1, Math.ceilDiv(summary.rows().size(), ROWS));
    }

    /** A page of a study. */
    static StudyPage of(StudySummary summary, int number, Tool tool) {
        return new StudyPage(summary, number, tool.name() + " " + tool.version(), readStyle());
    }

    private static String readStyle() {
        try (InputStream in = Objects.requireNonNull(StudyPage.class.getResourceAsStream(STYLE), STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(STYLE, e);
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
     * @param text its numbers, or what is wrong
     */
    record Combined(String href, String picture, String text) {}

    /** The combined pictures; on the first page only. */
    public List<Combined> combined() {
        return number > 1 ? List.of() : summary.combined().stream().map(this::combined).toList();
    }

    private Combined combined(CombinedPicture picture) {
        String name = summary.study().nameOf(picture.results());
        return switch (picture.outcome()) {
            case DONE -> new Combined(relative(name + "/overlay.png"), relative(name + "/overlay.png"), picture.exports() + " exports, "
                    + picture.recordings() + " recordings, " + picture.fixations() + " counted fixations");
            case REFUSED -> new Combined(relative(name + "/error.json"), "", picture.exports() + " exports: " + picture.detail());
            case WAITING, FAILED -> new Combined("", "", picture.exports() + " exports: " + picture.detail());
        };
    }

    /** A link to another page. */
    record PageLink(int number, String href) {}

    /** The rows of this page. */
    public List<Row> rows() {
        return summary.rows().stream().skip((long) (number - 1) * ROWS).limit(ROWS).map(this::row).toList();
    }

    private Row row(ExportRow row) {
        String name = summary.study().nameOf(row.results());
        boolean done = row.outcome() == State.DONE;
        String file = done ? row.numbers().report() ? "/report.html" : "/overlay.png" : "/error.json";
        return new Row(name, row.outcome() == State.DONE || row.outcome() == State.REFUSED ? relative(name + file) : "",
                done ? relative(name + "/overlay.png") : "", done ? String.valueOf(row.numbers().recordings()) : "",
                done ? String.valueOf(row.numbers().fixations()) : "", row.outcome().id(), row.detail());
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
        return summary.count(State.DONE) + " of " + summary.rows().size() + " exports have results: " + summary.recordings()
                + " recordings with " + summary.fixations() + " counted fixations.";
    }

    /** What the study cost, and what was expected, in words; empty where nothing does. */
    public String costs() {
        return summary.used().flatMap(used -> summary.estimate().map(before -> "Computing took " + used.text()
                + "; before it was estimated as " + before.text() + ".")).orElse("");
    }

    /** What is wrong with the study as a whole; empty where nothing is. */
    public String problems() {
        long without = summary.withoutResults();
        String failed = without == 0 ? "" : without + (without == 1 ? " export has" : " exports have") + " no results; they come first. ";
        return failed + (summary.changed().isEmpty() ? "" : "Drops changed while the study ran: " + summary.changed().size()
                + ". Start it again.");
    }

    /** The content security policy of the page. */
    public String policy() {
        String hash = Base64.getEncoder().encodeToString(Digests.sha256().digest(style.getBytes(StandardCharsets.UTF_8)));
        return "default-src 'none'; style-src 'sha256-" + hash + "'; img-src 'self' file:; base-uri 'none'; form-action 'none'";
    }

    /** The page in UTF-8. */
    @SuppressWarnings("NullAway") // Templates take null for no interceptor.
    byte[] html() {
        StringOutput text = new StringOutput(1 << 20);
        JtestudyGenerated.render(new OwaspHtmlTemplateOutput(text), null, this);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
