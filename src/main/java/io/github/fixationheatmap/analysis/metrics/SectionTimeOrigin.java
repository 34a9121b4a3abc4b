package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.model.Sections.Section;
import java.util.Map;

/** From when the time to first fixation counts. */
public interface SectionTimeOrigin {

    /**
     * The origin of a section's times.
     *
     * @param recordingId the section's recording
     * @param sectionId the section
     * @param firstStart when its first fixation starts, in ns since the Unix epoch
     * @return ns since the Unix epoch
     */
    long of(String recordingId, String sectionId, long firstStart);

    /** The start of each section, or its first fixation where it is not among these. */
    static SectionTimeOrigin ofSections(Map<String, Section> sections) {
        return (recordingId, sectionId, firstStart) -> {
            Section section = sections.get(sectionId);
            return section == null ? firstStart : section.start();
        };
    }

    /** The start of each section's recording, by the recording's id. */
    static SectionTimeOrigin ofRecordings(Map<String, Long> starts) {
        return (recordingId, sectionId, firstStart) -> {
            Long start = starts.get(recordingId);
            if (start == null) {
                throw new IllegalArgumentException("no start of the recording " + recordingId);
            }
            return start;
        };
    }
}
