package io.github.fixationheatmap.store;

/** What must hold of an object for it to be written. */
public sealed interface PutCondition {

    /** Nothing: the last writer wins. */
    record Always() implements PutCondition {}

    /** There is no such object. */
    record IfAbsent() implements PutCondition {}

    /**
     * The object is in this state.
     *
     * @param eTag its tag, as the store gave it
     */
    record IfMatch(String eTag) implements PutCondition {
        public IfMatch {
            if (eTag.isEmpty()) {
                throw new IllegalArgumentException("a state has a tag");
            }
        }
    }
}
