package io.github.fixationheatmap.model;

import java.util.Optional;

/** The rule for ids, names and labels, wherever they are read: they go into tables, manifests and other people's scripts. */
public final class Names {

    /** The maximum number of characters. */
    public static final int MAX_CHARS = 256;

    private Names() {}

    /**
     * The rule that a text breaks as an id, a name or a label, as the end of "expected a name ..."; empty if it breaks none. A text may be
     * blank.
     */
    public static Optional<String> brokenRule(String text) {
        if (text.length() > MAX_CHARS) {
            return Optional.of("of at most " + MAX_CHARS + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return Optional.of("without control characters such as line ends");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return Optional.of("of whole characters, without half a surrogate pair");
                }
                i++;
            }
        }
        return Optional.empty();
    }
}
