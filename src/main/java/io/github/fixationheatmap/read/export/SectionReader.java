package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.Sections.Section;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.csv.CsvTable.Privacy;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a sections file: the recordings and the start times of their sections. Wearers' names are never read. */
public final class SectionReader {

    private SectionReader() {}

    /** The sections and recordings of the file. */
    public static Sections read(InputFile file) {
        try (CsvTable table = CsvTable.open(file, Limits.MAX_SECTION_BYTES, Privacy.NAMES_PEOPLE)) {
            CsvTable.Column id = table.column("section id");
            CsvTable.Column recordingId = table.column("recording id");
            CsvTable.Column name = table.column("recording name");
            CsvTable.Column start = table.column("section start time [ns]");
            Map<String, Section> sections = new LinkedHashMap<>();
            Map<String, Recording> recordings = new LinkedHashMap<>();
            table.forEach(row -> {
                Section section = new Section(row.id(id), row.id(recordingId), row.whole(start, FixationReader.TIME));
                if (sections.putIfAbsent(section.id(), section) != null) {
                    throw row.bad(id, "each section once");
                }
                if (sections.size() > Limits.MAX_SECTIONS) {
                    throw row.bad(ProblemType.TOO_LARGE, id, "at most " + Limits.MAX_SECTIONS + " sections");
                }
                String recordingName = row.name(name);
                recordings.putIfAbsent(section.recordingId(),
                        new Recording(section.recordingId(), recordingName.isBlank() ? section.recordingId() : recordingName));
                row.checkRecordings(recordingId, recordings.size());
            });
            return new Sections(sections, recordings);
        }
    }
}
