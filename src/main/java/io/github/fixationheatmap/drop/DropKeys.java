package io.github.fixationheatmap.drop;

import io.github.fixationheatmap.drop.Drop.DropName;
import io.github.fixationheatmap.drop.ExportPart.FileRole;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The layout of object keys: maps uploaded objects to drops, and drops to the keys of their results. */
public final class DropKeys {

    /** The prefix for uploads. */
    public static final String INBOX = "inbox/";

    /** The prefix for requests that are processed later. */
    public static final String REQUESTS = "requests/";

    /** The first path segment of results on demand. No drop may start with it. */
    public static final String ON_DEMAND = "on-demand";

    private static final String UPLOADS = "uploads/";
    private static final String REFUSED = "refused/";
    private static final String JSON = ".json";
    private static final String ZIP = ".zip";
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
    private static final String SIBLING_OPTIONS = "." + FileRole.OPTIONS_NAME;

    private DropKeys() {}

    /** The drop that an uploaded object belongs to; empty if it belongs to none, or to one that is skipped. */
    public static Optional<Drop> dropOf(String bucket, String key) {
        return anyDropOf(bucket, key).filter(drop -> whySkipped(drop).isEmpty());
    }

    /** The drop that an uploaded object belongs to, if it is skipped. Not even its error could be written. */
    public static Optional<SkippedDrop> skippedDropOf(String bucket, String key) {
        return anyDropOf(bucket, key).flatMap(drop -> whySkipped(drop).map(why -> new SkippedDrop(drop, why)));
    }

    /**
     * A drop that gets no results.
     *
     * @param drop the drop
     * @param why the reason, for the log
     */
    public record SkippedDrop(Drop drop, String why) {}

    private static Optional<String> whySkipped(Drop drop) {
        ResultKeys keys = results(drop, "");
        return hasDotSegment(keys.prefix()) ? Optional.of("its key has a segment . or ..")
                : !ResultKeys.fitsInS3(keys.error()) ? Optional.of("its key is too long for keys of results") : Optional.empty();
    }

    /**
     * Whether a segment of a path is {@code .} or {@code ..}. A tool that copies such a key to a disk writes to another folder. On Windows
     * a backslash separates segments, too.
     */
    static boolean hasDotSegment(String path) {
        return Stream.of(SEPARATOR.split(path)).anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    private static Optional<Drop> anyDropOf(String bucket, String key) {
        if (!key.startsWith(INBOX) || key.endsWith("/")) {
            return Optional.empty();
        }
        if (isZip(key)) {
            return Optional.of(new Drop.Zip(bucket, key));
        }
        // A file with a wrong name starts a run, too: the run tells its owner the right one.
        String options = Misnamed.besideZip(key).map(m -> key.substring(0, key.lastIndexOf('/') + 1) + m.meant()).orElse(key);
        if (options.endsWith(SIBLING_OPTIONS)) {
            String zip = options.substring(0, options.length() - SIBLING_OPTIONS.length()) + ZIP;
            return isZip(zip) ? Optional.of(new Drop.Zip(bucket, zip)) : Optional.empty();
        }
        String path = key.substring(INBOX.length());
        return ExportPart.of(path).map(ExportPart::folder)
                .or(() -> Misnamed.of(path).filter(Misnamed::startsRun).map(Misnamed::folder))
                .map(folder -> new Drop.Folder(bucket, INBOX + folder));
    }

    /** Whether a key is that of a zip file. A name of {@code .zip} alone does not count. */
    static boolean isZip(String key) {
        int stem = key.length() - ZIP.length();
        return stem > 0 && key.charAt(stem - 1) != '/' && key.substring(stem).toLowerCase(Locale.ROOT).equals(ZIP);
    }

    /** Finds a zip among these keys: the exact key, or else the same key with an extension in another case. */
    public static Optional<Drop.Zip> findZip(Drop.Zip zip, Collection<String> keys) {
        return keys.contains(zip.key()) ? Optional.of(zip)
                : keys.stream().filter(key -> isZip(key) && key.startsWith(zip.stem()) && key.length() == zip.key().length()).sorted()
                        .findFirst().map(key -> new Drop.Zip(zip.bucket(), key));
    }

    /** The key of the options file beside a zip. */
    public static String siblingOptions(Drop.Zip zip) {
        return zip.stem() + FileRole.OPTIONS_NAME;
    }

    /**
     * The keys of an export's results: {@code inbox/<path>/fixations.csv} gives {@code <path>/}, {@code inbox/<path>/<name>.zip} gives
     * {@code <path>/<name>/}, and with a {@code folder} (in a zip that holds several exports) {@code <path>/<name>/<folder>/}.
     */
    public static ResultKeys results(Drop drop, String folder) {
        String base = switch (drop) {
            case Drop.Folder f -> f.key().substring(INBOX.length());
            case Drop.Zip z -> z.key().substring(INBOX.length(), z.key().length() - ZIP.length()) + "/";
        };
        String prefix = isReserved(drop) ? REFUSED + base : base;
        return new ResultKeys(folder.isEmpty() ? prefix : prefix + folder + "/");
    }

    /** Whether a drop's results would collide with results on demand. Such a drop is refused, with an error under {@code refused/}. */
    public static boolean isReserved(Drop drop) {
        String path = drop.key().substring(INBOX.length());
        return switch (drop) {
            case Drop.Folder f -> path.startsWith(ON_DEMAND + "/");
            case Drop.Zip z -> path.startsWith(ON_DEMAND + "/") || path.substring(0, path.length() - ZIP.length()).equals(ON_DEMAND);
        };
    }

    /** Whether a text has the form of a request id: 16 lower-case hex digits. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The keys of the results of a request. */
    public static ResultKeys onDemand(String id) {
        return new ResultKeys(ON_DEMAND + "/" + checked(id) + "/");
    }

    /** The request id of results on demand; empty for the results of a drop. */
    public static Optional<String> idOf(ResultKeys keys) {
        String[] path = keys.prefix().split("/", -1);
        return path.length == 3 && path[0].equals(ON_DEMAND) && isId(path[1]) ? Optional.of(path[1]) : Optional.empty();
    }

    /** The key of a request. */
    public static String request(String id) {
        return REQUESTS + checked(id) + JSON;
    }

    /** The id of the request with this key, or empty if the key is not that of a request. */
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
     * The name of the drop of an upload through the API.
     *
     * @param secret a random path segment, so that users cannot overwrite each other's uploads
     * @param zip the name of the zip
     */
    public static DropName upload(String secret, String zip) {
        return new DropName(UPLOADS + secret + "/" + zip);
    }

    /** The folder of this name. */
    public static Drop.Folder folder(String bucket, DropName name) {
        return new Drop.Folder(bucket, INBOX + name.path() + "/");
    }

    /** The zip of this name: the name itself if it ends in {@code .zip}, else the name with that ending. */
    public static Drop.Zip zip(String bucket, DropName name) {
        return new Drop.Zip(bucket, INBOX + name.path() + (name.kind() == DropName.Kind.ZIP ? "" : ZIP));
    }
}
