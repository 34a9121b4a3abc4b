package io.github.fixationheatmap.fuzz;

import java.util.Locale;

/** What a coverage-guided fuzzer calls: the reader that the property {@code fuzz.target} names. */
public final class AnyBytes {

    private static final Target TARGET = Target.valueOf(System.getProperty("fuzz.target", "fixations").toUpperCase(Locale.ROOT));

    private AnyBytes() {}

    public static void fuzzerTestOneInput(byte[] data) {
        TARGET.read(data);
    }
}
