package io.github.fixationheatmap.drop;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one place that knows how object keys are made: which drop an uploaded object belongs to, and where a drop's results go. */
public final class DropKeys {

    /** The prefix under which people drop. */
    public static final String INBOX = "inbox/";

    /** The prefix, beside the inbox, of what was asked for and is worked on later. */
    public static final String REQUESTS = "requests/";

    /** The first part of the path of results that were asked for; no drop may have it. */
    public static final String ON_DEMAND = "on-demand";

    private static final String UPLOADS = "uploads/";
    private static final String REFUSED = "refused/";
    private static final String JSON = ".json";
    private static final String ZIP = ".zip";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
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
            String zip = key.substring(0, key.length() - SIBLING_OPTIONS.length()) + ZIP;
            return isZip(zip) ? Optional.of(new Drop.Zip(bucket, zip)) : Optional.empty();
        }
        return ExportPart.of(key.substring(INBOX.length())).map(part -> new Drop.Folder(bucket, INBOX + part.folder()));
    }

    /** Whether a key is that of a zip file; a mere {@code .zip} without a name is none. */
    static boolean isZip(String key) {
        return key.toLowerCase(Locale.ROOT).endsWith(ZIP) && !key.endsWith("/" + ZIP);
    }

    /** Of these keys that of a zip: it as it is named or, if there is none, with its ending in capitals. */
    public static Optional<Drop.Zip> asItLies(Drop.Zip zip, Collection<String> keys) {
        return keys.contains(zip.key()) ? Optional.of(zip)
                : keys.stream().filter(key -> isZip(key) && key.startsWith(zip.stem()) && key.length() == zip.key().length()).sorted()
                        .findFirst().map(key -> new Drop.Zip(zip.bucket(), key));
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
        String place = isReserved(drop) ? REFUSED + base : base;
        return new ResultKeys(folder.isEmpty() ? place : place + folder + "/");
    }

    /** Whether a drop's results would lie among those that were asked for: it is refused, and told so under {@code refused/}. */
    public static boolean isReserved(Drop drop) {
        String path = drop.key().substring(INBOX.length());
        return switch (drop) {
            case Drop.Folder f -> path.startsWith(ON_DEMAND + "/");
            case Drop.Zip z -> path.startsWith(ON_DEMAND + "/") || path.substring(0, path.length() - ZIP.length()).equals(ON_DEMAND);
        };
    }

    /** Whether a text has the form of the ids under which results are asked for: 16 lower-case hex digits. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Where the results of a request go. */
    public static ResultKeys onDemand(String id) {
        return new ResultKeys(ON_DEMAND + "/" + checked(id) + "/");
    }

    /** The id of results that were asked for; nothing for a drop's. */
    public static Optional<String> idOf(ResultKeys keys) {
        String[] path = keys.prefix().split("/", -1);
        return path.length == 3 && path[0].equals(ON_DEMAND) && isId(path[1]) ? Optional.of(path[1]) : Optional.empty();
    }

    /** Where a request waits for its turn. */
    public static String request(String id) {
        return REQUESTS + checked(id) + JSON;
    }

    /** The id of the request that an object is, or nothing where it is none. */
    public static Optional<String> requestOf(String key) {
        if (!key.startsWith(REQUESTS) || !key.endsWith(JSON)) {
            return Optional.empty();
        }
        String id = key.substring(REQUESTS.length(), Math.max(REQUESTS.length(), key.length() - JSON.length()));
        return isId(id) ? Optional.of(id) : Optional.empty();
    }

    private static String checked(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("16 lower-case hex digits, not " + id);
        }
        return id;
    }

    /**
     * The name of the drop that an upload makes, and thereby its key.
     *
     * @param secret what nobody can guess, so that nobody can write over another's upload
     * @param zip the name of the zip
     */
    public static DropName upload(String secret, String zip) {
        return new DropName(UPLOADS + secret + "/" + zip);
    }

    /** The folder that a name may stand for. */
    public static Drop.Folder folder(String bucket, DropName name) {
        return new Drop.Folder(bucket, INBOX + name.path() + "/");
    }

    /** The zip that a name may stand for: the name itself where it ends like one, else what has the ending beside it. */
    public static Drop.Zip zip(String bucket, DropName name) {
        return new Drop.Zip(bucket, INBOX + name.path() + (name.form() == DropName.Form.ZIP ? "" : ZIP));
    }
}
