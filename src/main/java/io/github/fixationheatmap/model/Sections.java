package io.github.fixationheatmap.model;

import java.util.Map;

/**
 * The sections and recordings that an export lists.
 *
 * @param sections the sections by id, in the order of the file
 * @param recordings the recordings by id, in the order of their first section
 * @param wearers a number for the wearer of each recording, by the recording's id: two have the same number if one person wore both. A
 *     recording whose wearer is not named is not in it. The numbers are in the order of the wearers' own ids, which are kept nowhere else
 * @param wearersById the numbers of those wearers whose own ids the drop asks for
 */
public record Sections(Map<String, Section> sections, Map<String, Recording> recordings, Map<String, Integer> wearers,
        Map<String, Integer> wearersById) {

    /** The value for an export without a sections file. */
    public static final Sections NONE = new Sections(Map.of(), Map.of(), Map.of(), Map.of());

    /**
     * The part of a recording that an enrichment covers.
     *
     * @param id its id
     * @param recordingId the id of its recording
     * @param start the time at which it starts, in ns since the Unix epoch
     */
    public record Section(String id, String recordingId, long start) {}

    /**
     * A recording.
     *
     * @param id its id
     * @param name its name, or its id if the export has no names
     */
    public record Recording(String id, String name) {

        /** Its id, and its name if it has another one, for messages. */
        public String described() {
            return id + (name.equals(id) ? "" : " (" + name + ")");
        }
    }
}
