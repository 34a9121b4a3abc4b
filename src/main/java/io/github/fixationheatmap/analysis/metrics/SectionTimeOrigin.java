package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.Sections.Section;
import io.github.fixationheatmap.options.AoiOptions.TimeOrigin;
import java.util.Map;
import java.util.Optional;

/** From when the time to first fixation counts. */
public sealed interface SectionTimeOrigin {

    /**
     * The origin of a section's times.
     *
     * @param recordingId the section's recording
     * @param sectionId the section
     * @param firstStart when its first fixation starts, in ns since the Unix epoch
     * @return ns since the Unix epoch
     */
    long of(String recordingId, String sectionId, long firstStart);

    /** What the option chooses for this origin; empty where there is no time to first fixation. */
    Optional<TimeOrigin> option();

    /** The start of each section, or its first fixation where it is not among these. */
    static SectionTimeOrigin ofSections(Map<String, Section> sections) {
        return new OfSections(sections, Optional.empty());
    }

    /** The start of each section's recording, by the recording's id. */
    static SectionTimeOrigin ofRecordings(Map<String, Long> starts) {
        return new OfRecordings(starts);
    }

    /**
     * The start of each section, or its first fixation where it is not among these.
     *
     * @param sections the sections by id
     * @param withoutStart a recording that the files of recordings' starts lack, if they are passed over for that
     */
    record OfSections(Map<String, Section> sections, Optional<Recording> withoutStart) implements SectionTimeOrigin {
        @Override
        public long of(String recordingId, String sectionId, long firstStart) {
            Section section = sections.get(sectionId);
            return section == null ? firstStart : section.start();
        }

        @Override
        public Optional<TimeOrigin> option() {
            return Optional.of(TimeOrigin.SECTION);
        }
    }

    /**
     * The start of each section's recording.
     *
     * @param starts in ns since the Unix epoch, by the recording's id
     */
    record OfRecordings(Map<String, Long> starts) implements SectionTimeOrigin {
        @Override
        public long of(String recordingId, String sectionId, long firstStart) {
            Long start = starts.get(recordingId);
            if (start == null) {
                throw new IllegalArgumentException("no start of the recording " + recordingId);
            }
            return start;
        }

        @Override
        public Optional<TimeOrigin> option() {
            return Optional.of(TimeOrigin.RECORDING);
        }
    }

    /** The fixations have an order and no starts: there is no time to first fixation. */
    record Unknown() implements SectionTimeOrigin {
        @Override
        public long of(String recordingId, String sectionId, long firstStart) {
            throw new IllegalStateException("no starts");
        }

        @Override
        public Optional<TimeOrigin> option() {
            return Optional.empty();
        }
    }
}
