package io.github.fixationheatmap.result;

import java.util.regex.Pattern;

/**
 * Identifies everything that results depend on. Runs with the same fingerprint give the same results.
 *
 * @param hex a SHA-256 in 64 lower-case hex digits
 */
public record Fingerprint(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final int ID_DIGITS = 16;

    public Fingerprint {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("64 lower-case hex digits, not " + hex);
        }
    }

    /** A short name, for keys and logs: the first {@value #ID_DIGITS} hex digits. */
    public String id() {
        return hex.substring(0, ID_DIGITS);
    }
}
