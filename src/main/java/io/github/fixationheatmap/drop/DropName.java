package io.github.fixationheatmap.drop;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How people name a drop: its path below the inbox. {@code study/kitchen} is the folder or the zip of that name, {@code study/kitchen/} the
 * folder for certain, and {@code study/kitchen.zip} the zip.
 *
 * @param text the name as it was given; one that {@link #objection} has nothing against
 */
public record DropName(String text) {

    /** The longest name, in bytes of UTF-8: with what is put before and behind, a key stays below S3's 1,024. */
    public static final int MAX_BYTES = 900;

    /** What a name says of the drop's kind. */
    public enum Form { FOLDER, ZIP, EITHER }

    public DropName {
        objection(text).ifPresent(expected -> {
            throw new IllegalArgumentException("expected " + expected);
        });
    }

    /** What a name should be and this one is not, as the end of "expected ..."; nothing where it is a name. */
    public static Optional<String> objection(String text) {
        if (text.isEmpty() || text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("a drop's path of 1 to " + MAX_BYTES + " bytes of UTF-8");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text) || text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("a drop's path of whole characters, none of them a control character");
        }
        String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return Optional.of("a drop's path below the inbox, without an empty, . or .. segment");
            }
        }
        if (path.equals(DropKeys.ON_DEMAND) || path.startsWith(DropKeys.ON_DEMAND + "/")) {
            return Optional.of("a drop's path that does not begin with " + DropKeys.ON_DEMAND);
        }
        return Optional.empty();
    }

    /** What the name says of the drop's kind. */
    public Form form() {
        return text.endsWith("/") ? Form.FOLDER : DropKeys.isZip(text) ? Form.ZIP : Form.EITHER;
    }

    /** The name without a slash at its end. */
    String path() {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
