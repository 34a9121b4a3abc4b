package io.github.fixationheatmap.read.image;

import static io.github.fixationheatmap.read.image.ImageHeader.has;
import static io.github.fixationheatmap.read.image.ImageHeader.s32;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.Locale;
import java.util.Optional;

/** Reads the name of an ICC profile (ICC.1:2022, sections 7.2 and 9.2.41). Profiles are not applied. */
final class ColourProfile {

    private static final String NAMELESS = "without a name";
    private static final int HEADER_BYTES = 128;
    private static final int TAG_BYTES = 12;
    private static final int MAX_TAGS = 100;
    private static final int MAX_NAME = 60;

    private ColourProfile() {}

    /** The name of the profile, or nothing if it is sRGB, because images are taken as sRGB anyway. */
    static Optional<String> unlessSrgb(byte[] profile, int from, int to) {
        String name = name(profile, from, to).replaceAll("\\p{Cntrl}", "").strip();
        String shortened = name.isEmpty() ? NAMELESS : name.substring(0, Math.min(name.length(), MAX_NAME));
        // "c2" is a compact sRGB profile that image services write.
        String lowerCase = shortened.toLowerCase(Locale.ROOT);
        return lowerCase.startsWith("srgb") || lowerCase.equals("c2") ? Optional.empty() : Optional.of(shortened);
    }

    private static String name(byte[] bytes, int from, int to) {
        if (to - from < HEADER_BYTES + 4 || !has(bytes, from + 36, to, "acsp")) {
            return NAMELESS;
        }
        int tags = Math.min(s32(bytes, from + HEADER_BYTES), MAX_TAGS);
        for (int i = 0, at = from + HEADER_BYTES + 4; i < tags && to - at >= TAG_BYTES; i++, at += TAG_BYTES) {
            int offset = s32(bytes, at + 4);
            int length = s32(bytes, at + 8);
            if (has(bytes, at, to, "desc") && offset >= 0 && length >= 0 && offset <= to - from && length <= to - from - offset) {
                return description(bytes, from + offset, from + offset + length);
            }
        }
        return NAMELESS;
    }

    /** Version 2 has one Latin text. Version 4 has texts in several languages; the first one is used. */
    private static String description(byte[] bytes, int from, int to) {
        if (has(bytes, from, to, "desc") && to - from > 12) {
            int length = s32(bytes, from + 8);
            return length > 0 && length <= to - from - 12 ? new String(bytes, from + 12, length - 1, ISO_8859_1) : NAMELESS;
        }
        if (has(bytes, from, to, "mluc") && to - from >= 28) {
            int length = s32(bytes, from + 20);
            int offset = s32(bytes, from + 24);
            boolean inside = offset >= 0 && length >= 0 && offset <= to - from && length <= to - from - offset;
            return inside ? new String(bytes, from + offset, length, UTF_16BE) : NAMELESS;
        }
        return NAMELESS;
    }
}
