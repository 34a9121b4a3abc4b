package io.github.fixationheatmap.model;

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
