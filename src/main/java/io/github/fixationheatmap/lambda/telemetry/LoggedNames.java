package io.github.fixationheatmap.lambda.telemetry;

import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.drop.ExportPart.FileRole;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.options.HeatmapOption;
import io.github.fixationheatmap.options.Overrides;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names as logs show them: what this tool chose stays, what a user chose inside a drop becomes a {@code *} or a hash. Names of folders in a
 * zip, of masks and of members of JSON may be personal data.
 */
final class LoggedNames {

    private static final String ANY = "*";
    private static final int HASH_BYTES = 4;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** The members of requests, options and formats of areas that a pointer may lead to. */
    private static final Set<String> MEMBERS = Stream.concat(
            Arrays.stream(HeatmapOption.values()).map(HeatmapOption::id),
            Stream.of("drop", "folder", "options", "name", "bytes", "sha256", "Aois", "Height", "IsActive", "KeyFrames", "Media", "Name",
                    "TagName", "Tags", "Vertices", "Width", "X", "Y", "annotations", "aois", "bbox", "categories", "category_id", "color",
                    "counts", "cx", "cy", "description", "ellipse", "file_name", "height", "id", "imageHeight", "imageWidth", "image_id",
                    "images", "label", "labels", "mask", "mask_image_data_url", "points", "polygon", "rectangle", "result", "rx", "ry",
                    "segmentation", "shape_type", "shapes", "size", "unit", "width", "x", "y")).collect(Collectors.toSet());

    private LoggedNames() {}

    /** The name of a file: its role, without its folder. */
    static String file(String path) {
        String base = path.substring(path.lastIndexOf('/') + 1);
        String lowerCase = base.toLowerCase(Locale.ROOT);
        Optional<FileRole> role = FileRole.of(base);
        if (role.isPresent()) {
            return lowerCase.endsWith(".aois") ? "*.aois" : base.startsWith("fixations_on_surface_") ? "fixations_on_surface_*.csv" : base;
        }
        if (path.equals(Overrides.FILE)) {
            return path;
        }
        Optional<String> folder = ExportPart.SUBFOLDERS.stream().filter(each -> ("/" + path).contains("/" + each)).findFirst();
        if (folder.isPresent()) {
            return folder.get() + ANY;
        }
        return List.of("." + FileRole.OPTIONS_NAME, ".zip").stream().filter(lowerCase::endsWith).findFirst().map(ANY::concat).orElse(ANY);
    }

    /** A JSON pointer, in which other members than those that this tool reads are a {@code *}. */
    static String pointer(String pointer) {
        return Arrays.stream(pointer.split("/", -1))
                .map(step -> step.isEmpty() || NUMBER.matcher(step).matches() || MEMBERS.contains(step) ? step : ANY)
                .collect(Collectors.joining("/"));
    }

    /**
     * The prefix of results, in which a folder of a zip is {@code folder-} and the first 8 hex digits of its SHA-256.
     *
     * @param key the key of the drop or request
     */
    static String results(String key, ResultKeys keys) {
        String prefix = keys.prefix();
        String whole = DropKeys.dropOf("", key).map(drop -> DropKeys.results(drop, "").prefix()).orElse(prefix);
        if (!prefix.startsWith(whole) || prefix.equals(whole)) {
            return prefix;
        }
        String folder = prefix.substring(whole.length(), prefix.length() - 1);
        String hash = HexFormat.of().formatHex(Digests.sha256().digest(folder.getBytes(StandardCharsets.UTF_8)), 0, HASH_BYTES);
        return whole + "folder-" + hash + "/";
    }
}
