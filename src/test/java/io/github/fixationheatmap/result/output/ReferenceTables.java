package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Labels;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.Sections.Section;
import io.github.fixationheatmap.options.AoiOptions.Background;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Both tables worked out from their definitions: every fixation asks every AOI, every value is a search through all fixations. */
record ReferenceTables(Scene scene, Background background) {

    private static final BigDecimal NS_PER_MS = BigDecimal.valueOf(1_000_000);

    private boolean hits(Fixation fixation, String label) {
        Fixation.Point at = fixation.position();
        if (at == null || !Scene.isCounted(fixation, scene.width(), scene.height())) {
            return false;
        }
        double x = at.x() == scene.width() ? Math.nextDown(at.x()) : at.x();
        double y = at.y() == scene.height() ? Math.nextDown(at.y()) : at.y();
        List<Aoi> hit = scene.aois().stream().filter(aoi -> aoi.area().contains(x, y)).toList();
        return label.equals("background") ? hit.isEmpty() : hit.stream().anyMatch(aoi -> aoi.labels().contains(label));
    }

    private static BigDecimal ms(BigDecimal ns) {
        return ns.divide(NS_PER_MS, 0, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal duration(Fixation fixation) {
        return ms(BigDecimal.valueOf(fixation.end() - fixation.start()));
    }

    private static String field(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    List<List<String>> fixations() {
        List<List<String>> rows = new ArrayList<>();
        Labels.of(scene.aois(), background).all().forEach(label -> scene.fixations().stream().filter(f -> hits(f, label.text()))
                .forEach(f -> rows.add(List.of(field(label.id()), field(label.text()), f.sectionId(), f.recordingId(), f.id(),
                        duration(f).toPlainString()))));
        return rows;
    }

    List<List<String>> metrics() {
        List<List<String>> rows = new ArrayList<>();
        Labels.of(scene.aois(), background).all().forEach(label -> {
            for (Recording recording : scene.recordings()) {
                List<String> row = new ArrayList<>(
                        List.of(field(label.id()), recording.id(), field(recording.name()), field(label.text())));
                row.addAll(values(label.text(), recording));
                rows.add(row);
            }
        });
        return rows;
    }

    private List<String> values(String label, Recording recording) {
        List<Fixation> inside = scene.fixations().stream().filter(f -> f.recordingId().equals(recording.id()) && hits(f, label)).toList();
        if (inside.isEmpty()) {
            return List.of("", "0", "", "");
        }
        BigDecimal total = inside.stream().map(ReferenceTables::duration).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal average = total.divide(BigDecimal.valueOf(inside.size()), 0, RoundingMode.HALF_EVEN);
        List<String> sections = inside.stream().map(Fixation::sectionId).distinct().toList();
        BigDecimal waits = sections.stream().map(section -> {
            long first = inside.stream().filter(f -> f.sectionId().equals(section)).mapToLong(Fixation::start).min().orElseThrow();
            return BigDecimal.valueOf(Math.max(0, first - sectionStart(section)));
        }).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal toFirst = waits.divide(NS_PER_MS.multiply(BigDecimal.valueOf(sections.size())), 0, RoundingMode.HALF_EVEN);
        return List.of(average.toPlainString(), Integer.toString(inside.size()), toFirst.toPlainString(), total.toPlainString());
    }

    private long sectionStart(String section) {
        Section known = scene.sections().get(section);
        return known != null ? known.start()
                : scene.fixations().stream().filter(f -> f.sectionId().equals(section)).mapToLong(Fixation::start).min().orElseThrow();
    }
}
