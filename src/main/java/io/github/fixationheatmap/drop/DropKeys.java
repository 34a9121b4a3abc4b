package io.github.fixationheatmap.drop;

import java.util.Locale;
import java.util.Optional;

/** The one place that knows how object keys are made: which drop an uploaded object belongs to, and where a drop's results go. */
public final class DropKeys {

    /** The prefix under which people drop. */
    public static final String INBOX = "inbox/";

    private static final String ZIP = ".zip";
    private static final String SIBLING_OPTIONS = "." + FileRole.OPTIONS_NAME;

    private DropKeys() {}

    /** The drop that an uploaded object starts, or nothing where it starts none. */
    public static Optional<Drop> dropOf(String bucket, String key) {
        if (!key.startsWith(INBOX) || key.endsWith("/")) {
            return Optional.empty();
        }
        if (isZip(key)) {
            return Optional.of(new Drop.Zip(bucket, key));
        }
        if (key.endsWith(SIBLING_OPTIONS)) {
            return Optional.of(new Drop.Zip(bucket, key.substring(0, key.length() - SIBLING_OPTIONS.length()) + ZIP));
        }
        return ExportPart.of(key.substring(INBOX.length())).map(part -> new Drop.Folder(bucket, INBOX + part.folder()));
    }

    /** Whether a key is that of a zip file; a mere {@code .zip} without a name is none. */
    static boolean isZip(String key) {
        return key.toLowerCase(Locale.ROOT).endsWith(ZIP) && !key.endsWith("/" + ZIP);
    }

    /** The key of the options file that lies beside a zip. */
    public static String siblingOptions(Drop.Zip zip) {
        return zip.stem() + FileRole.OPTIONS_NAME;
    }

    /**
     * Where the results of an export go: {@code inbox/<path>/fixations.csv} gives {@code <path>/}, {@code inbox/<path>/<name>.zip} gives
     * {@code <path>/<name>/}, and with {@code folder} (the export's place in a zip that holds several) {@code <path>/<name>/<folder>/}.
     */
    public static ResultKeys results(Drop drop, String folder) {
        String base = switch (drop) {
            case Drop.Folder f -> f.key().substring(INBOX.length());
            case Drop.Zip z -> z.key().substring(INBOX.length(), z.key().length() - ZIP.length()) + "/";
        };
        return new ResultKeys(folder.isEmpty() ? base : base + folder + "/");
    }
}
