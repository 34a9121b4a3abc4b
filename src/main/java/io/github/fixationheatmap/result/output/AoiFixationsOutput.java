package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.aoi.Labels.Label;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.analysis.metrics.HitTable.IntColumn;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.format.CsvFile.LabelRows;
import io.github.fixationheatmap.result.format.CsvFile;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code aoi_fixations.csv}: a row for each label and fixation that hit it, by label and then in the file's order. */
final class AoiFixationsOutput implements Output {

    /** Five commas, a line end, two quotes around each of six fields, and a duration of at most 20 characters. */
    private static final int BYTES_PER_ROW = 6 + 6 * 2 + 20;

    private static final FileType FILE =
            new FileType("aoi_fixations.csv", CSV, "each fixation that hit an area of interest, in Pupil Cloud's columns");

    @Override
    public List<FileType> files() {
        return List.of(FILE);
    }

    @Override
    public Set<FixationListeners.Kind<?>> listeners() {
        return Set.of(Analysis.AOI_HITS);
    }

    @Override
    public long maxBytes(Analysis analysis) {
        return maxBytes(analysis.aoiHits());
    }

    /** The label and the ids of each hit, and {@value #BYTES_PER_ROW} bytes more. It stops at the first label that is too much. */
    static long maxBytes(AoiHitRecorder hits) {
        long bytes = 0;
        for (int i = 0; i < hits.labels().all().size() && bytes <= Outputs.MAX_TABLE_BYTES; i++) {
            hits.time().check();
            Label label = hits.labels().all().get(i);
            IntColumn hitsOfLabel = hits.hitsOfLabel(i);
            bytes += hitsOfLabel.size() * (BYTES_PER_ROW + CsvFile.maxBytes(label.id()) + CsvFile.maxBytes(label.text()));
            for (int j = 0; j < hitsOfLabel.size(); j++) {
                int hit = hitsOfLabel.get(j);
                bytes += CsvFile.maxBytes(hits.sectionId(hit)) + CsvFile.maxBytes(hits.recordingId(hit))
                        + CsvFile.maxBytes(hits.hits().id(hit));
            }
        }
        return bytes;
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        return List.of(table(analysis.aoiHits(), analysis.setup().options().aoi().columns()).file(keys.of(FILE.name())));
    }

    static CsvFile table(AoiHitRecorder hits, AoiColumns columns) {
        List<String> header = List.of(columns.labelId(), columns.labelName(), "section id", "recording id", "fixation id",
                "fixation duration [ms]");
        return CsvFile.of(new LabelRows(header, hits.labels().all().size(), label -> rows(hits, label), hits.time()));
    }

    private static Iterator<List<String>> rows(AoiHitRecorder hits, int label) {
        IntColumn hitsOfLabel = hits.hitsOfLabel(label);
        Label named = hits.labels().all().get(label);
        return IntStream.range(0, hitsOfLabel.size()).mapToObj(i -> row(hits, named, hitsOfLabel.get(i))).iterator();
    }

    private static List<String> row(AoiHitRecorder hits, Label label, int hit) {
        return List.of(label.id(), label.text(), hits.sectionId(hit), hits.recordingId(hit), hits.hits().id(hit),
                Long.toString(hits.hits().ms(hit)));
    }
}
