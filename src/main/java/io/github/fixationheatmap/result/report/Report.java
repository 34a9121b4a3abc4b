package io.github.fixationheatmap.result.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.result.DescribedRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * The report of a run as one HTML page. It has no script, and its policy forbids every request: the pictures are in the page, and its
 * style sheet is allowed by its hash. A new section is a record, a template that shows it, and a line here and in {@code page.jte}.
 *
 * @param title what the page is about
 * @param tool what made it, with its version
 * @param style the style sheet
 */
public record Report(
        String title, String tool, String style, SeenSection seen, HeatmapSection heatmap, StabilitySection stability,
        Optional<GroupsSection> groups, AreasSection areas, RecordingsSection recordings, QualitySection quality, MethodsSection methods,
        ProvenanceSection provenance) {

    private static final String STYLE = "report.css";

    /** The report of a run. */
    public static Report of(DescribedRun run, ReportPictures pictures) {
        return new Report(SeenSection.title(run.manifest()), run.tool().name() + " " + run.tool().version(), readStyle(),
                SeenSection.of(run.manifest()), HeatmapSection.of(run.manifest().analysis(), pictures),
                StabilitySection.of(run.manifest().analysis(), pictures), GroupsSection.of(run.manifest().analysis(), pictures),
                AreasSection.of(run.manifest().analysis(), pictures), RecordingsSection.of(run.manifest().analysis(), pictures),
                QualitySection.of(run.manifest().analysis()), MethodsSection.of(run), ProvenanceSection.of(run));
    }

    private static String readStyle() {
        try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream(STYLE), STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(STYLE, e);
        }
    }

    /** The content security policy of the page: this style sheet, and pictures that are in the page. */
    String policy() {
        String hash = Base64.getEncoder().encodeToString(Digests.sha256().digest(style.getBytes(StandardCharsets.UTF_8)));
        return "default-src 'none'; style-src 'sha256-" + hash + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /** The page in UTF-8. */
    @SuppressWarnings("NullAway") // Templates take null for no interceptor.
    public byte[] html() {
        StringOutput text = new StringOutput(1 << 20);
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(text), null, this);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
