package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.model.Section;
import java.util.Map;

/** The origin of a section's times, from which the time to first fixation is measured. */
public interface SectionTimeOrigin {

    /**
     * Returns the origin of a section's times.
     *
     * @param recordingId the section's recording
     * @param sectionId the section
     * @param firstStart the start of its first fixation, in ns since the Unix epoch
     * @return the origin, in ns since the Unix epoch
     */
    long of(String recordingId, String sectionId, long firstStart);

    /** The start of each section, or the start of its first fixation if the section is not in the map. */
    static SectionTimeOrigin ofSections(Map<String, Section> sections) {
        return (recordingId, sectionId, firstStart) -> {
            Section section = sections.get(sectionId);
            return section == null ? firstStart : section.start();
        };
    }

    /** The start of each section's recording, from a map by recording id, in ns since the Unix epoch. */
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
