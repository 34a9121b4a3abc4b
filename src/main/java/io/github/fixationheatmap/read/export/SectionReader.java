package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.Sections.Section;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.csv.Privacy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a sections file: the recordings and the start times of their sections. Wearers are numbered: their ids are not kept, and their
 * names are never read.
 */
public final class SectionReader {

    private static final String WEARER = "wearer id";

    private SectionReader() {}

    /**
     * The sections and recordings of the file.
     *
     * @param wearerIds the ids of wearers whose numbers are asked for
     */
    public static Sections read(InputFile file, Set<String> wearerIds) {
        try (CsvTable table = CsvTable.open(file, Limits.MAX_SECTION_BYTES, Privacy.NAMES_PEOPLE)) {
            CsvTable.Column id = table.column("section id");
            CsvTable.Column recordingId = table.column("recording id");
            CsvTable.Column name = table.column("recording name");
            CsvTable.Column start = table.column("section start time [ns]");
            Optional<CsvTable.Column> wearer = table.has(WEARER) ? Optional.of(table.column(WEARER)) : Optional.empty();
            Map<String, String> wearers = new HashMap<>();
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
                wearer.map(row::text).filter(text -> !text.isBlank()).ifPresent(text -> wearers.putIfAbsent(section.recordingId(), text));
            });
            List<String> ids = wearers.values().stream().distinct().sorted().toList();
            Map<String, Integer> numbers = new HashMap<>();
            ids.forEach(each -> numbers.put(each, numbers.size()));
            Map<String, Integer> ofRecordings = new HashMap<>();
            wearers.forEach((recording, each) -> ofRecordings.put(recording, numbers.get(each)));
            numbers.keySet().retainAll(wearerIds);
            return new Sections(sections, recordings, ofRecordings, numbers);
        }
    }
}
