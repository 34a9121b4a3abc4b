package io.github.fixationheatmap.drop;

import io.github.fixationheatmap.drop.ExportPart.FileRole;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file that is never read, and whose name is like that of a file that is.
 *
 * @param name its path, as its owner knows it
 * @param role the role that it has not
 * @param meant the name that a file of that role has
 * @param kind what is wrong
 */
public record Misnamed(String name, FileRole role, String meant, Kind kind) {

    /** What is wrong with a file. */
    public enum Kind {
        /** Its name alone, such as {@code Fixations.csv}. */
        NAME("its name should be %s, to the letter"),
        /** The name of the folder that it is in, such as {@code Aois/}. The folder may be there for something else. */
        FOLDER("its name should be %s, to the letter"),
        /** Its format, such as {@code fixations.xlsx}. */
        FORMAT("it should be %s, in that format and not only by its name"),
        /** Perhaps nothing: it may be something else, such as {@code kitchen.json}. */
        AREAS("if it holds areas of interest, name it %s"),
        /** Perhaps nothing: any image. */
        IMAGE("if it is the reference image, name it %s"),
        /** It is a zip in a zip. */
        ZIP("a zip in a zip is no drop: drop it by itself, or unpacked");

        private final String advice;

        Kind(String advice) {
            this.advice = advice;
        }
    }

    private static final int MAX_NAMES = 20;
    private static final String AREAS = "aois.json";
    private static final String JSON = "json";
    private static final Pattern COPY = Pattern.compile("[ _-]*(\\([0-9]+\\)|copy|kopie)$");
    private static final Pattern SPACES = Pattern.compile("[ _-]+");
    private static final Pattern SURFACE = Pattern.compile("(?i)\\s*fixations[ _-]+on[ _-]+surface[ _-]+([^.]+)");
    private static final Pattern OPTIONS = Pattern.compile("(?i)\\.heatmap[^.]*\\.json[^/]*$");
    private static final Set<String> TABLES = Set.of("csv", "tsv", "txt", "xlsx", "xls", "ods", "numbers", "gz");
    private static final Set<String> IMAGES = Set.of("jpeg", "jpg", "png");
    private static final Set<String> OTHER_IMAGES = Set.of("heic", "heif", "gif", "webp", "tif", "tiff", "bmp");

    /** Images that are heatmaps: those of Neon Player, and the outputs of this tool. */
    private static final List<String> HEATMAPS = List.of("heatmap.png", "overlay.png");

    /** Files of recordings of Pupil Labs, and documents of this tool. */
    private static final Set<String> OTHER_JSON =
            Set.of("info", "scene_camera", "wearer", "template", "settings", "manifest", "error", "waiting", "study");

    /** What is wrong with the name of a file at this path; empty if nothing is, or it is like no name that is read. */
    public static Optional<Misnamed> of(String path) {
        String basename = path.substring(path.lastIndexOf('/') + 1);
        if (ExportPart.of(path).isPresent() || !FileRole.isVisibleFile(basename, "") || basename.startsWith("~")
                || basename.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        String name = basename.toLowerCase(Locale.ROOT).strip();
        int dot = name.indexOf('.') < 0 ? name.length() : name.indexOf('.');
        List<String> extensions = Arrays.stream(name.substring(dot).split("\\.", -1)).filter(e -> !e.isBlank()).map(String::strip).toList();
        return folder(path).or(() -> of(path, stem(name.substring(0, dot)), extensions)).or(() -> image(path, name, extensions));
    }

    private static String stem(String name) {
        return SPACES.matcher(COPY.matcher(name.toLowerCase(Locale.ROOT).strip()).replaceFirst("")).replaceAll("_");
    }

    /** The folder of a file that would be part of an export if its folder had another name. */
    private static Optional<Misnamed> folder(String path) {
        int name = path.lastIndexOf('/') + 1;
        if (name == 0) {
            return Optional.empty();
        }
        String meant = meantFolder(path.substring(path.lastIndexOf('/', name - 2) + 1, name));
        return meant.isEmpty() ? Optional.empty() : ExportPart.of(meant + path.substring(name)).map(ExportPart::role)
                .filter(role -> role == FileRole.AOIS || role == FileRole.FIXATIONS)
                .map(role -> new Misnamed(path.substring(0, name), role, meant, Kind.FOLDER));
    }

    /** The name that a folder should have, if it is like one whose files are read; else an empty text. Both end in a slash. */
    private static String meantFolder(String name) {
        return ExportPart.SUBFOLDERS.contains(name) ? "" : switch (stem(name.substring(0, name.length() - 1))) {
            case "aoi", "aois" -> ExportPart.MASKS;
            case "fixation", "fixations" -> ExportPart.RECORDINGS;
            default -> "";
        };
    }

    /** Whether a folder's files are not read, and its name is like that of a folder whose files are. Its name ends in a slash. */
    public static boolean isFolder(String name) {
        return !meantFolder(name).isEmpty();
    }

    /** Options that were meant to lie beside a zip: {@code kitchen.heatmap.json.txt}. Empty for any other file. */
    public static Optional<Misnamed> besideZip(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Matcher options = OPTIONS.matcher(name);
        return !options.find() || options.start() == 0 ? Optional.empty()
                : of(name.substring(options.start() + 1)).filter(m -> m.role == FileRole.OPTIONS).map(m -> new Misnamed(name, m.role,
                        name.substring(0, options.start() + 1) + FileRole.OPTIONS_NAME, Kind.NAME));
    }

    private static Optional<Misnamed> of(String path, String stem, List<String> extensions) {
        return switch (stem) {
            case "fixation", "fixations" -> fixations(path, extensions);
            case "section", "sections" -> table(path, FileRole.SECTIONS, "sections.csv", extensions);
            case "events" -> table(path, FileRole.EVENTS, "events.csv", extensions);
            case "recordings" -> table(path, FileRole.RECORDINGS, "recordings.csv", extensions);
            case "group", "groups" -> table(path, FileRole.GROUPS, FileRole.GROUPS_NAME, extensions);
            case "reference_image", "referenceimage" -> referenceImage(path, extensions);
            case "heatmap" -> isJson(extensions)
                    ? Optional.of(new Misnamed(path, FileRole.OPTIONS, FileRole.OPTIONS_NAME, Kind.NAME)) : Optional.empty();
            case "aoi", "aois" -> isJson(extensions) ? Optional.of(new Misnamed(path, FileRole.AOIS, AREAS, Kind.NAME))
                    : table(path, FileRole.AOIS, AREAS, extensions).map(m -> new Misnamed(path, m.role, AREAS, Kind.FORMAT));
            default -> {
                Matcher surface = SURFACE.matcher(path.substring(path.lastIndexOf('/') + 1));
                if (surface.lookingAt()) {
                    yield table(path, FileRole.FIXATIONS, FileRole.SURFACE + surface.group(1) + FileRole.CSV, extensions);
                }
                yield isJson(extensions) && !OTHER_JSON.contains(stem)
                        ? Optional.of(new Misnamed(path, FileRole.AOIS, AREAS, Kind.AREAS)) : Optional.empty();
            }
        };
    }

    /** A table of fixations may have any of three extensions, of which the first one is meant. */
    private static Optional<Misnamed> fixations(String path, List<String> extensions) {
        boolean other = !extensions.isEmpty() && (extensions.getFirst().equals("tsv") || extensions.getFirst().equals("txt"))
                && extensions.stream().allMatch(e -> e.equals("txt") || e.equals(extensions.getFirst()));
        return other ? Optional.of(new Misnamed(path, FileRole.FIXATIONS, "fixations." + extensions.getFirst(), Kind.NAME))
                : table(path, FileRole.FIXATIONS, "fixations.csv", extensions);
    }

    /** A file manager that hides known extensions adds another one: {@code fixations.csv.txt} is a name alone. */
    private static Optional<Misnamed> table(String path, FileRole role, String meant, List<String> extensions) {
        if (extensions.stream().allMatch(e -> e.equals("csv") || e.equals("txt")) && !extensions.equals(List.of("txt"))) {
            return Optional.of(new Misnamed(path, role, meant, Kind.NAME));
        }
        return TABLES.containsAll(extensions) ? Optional.of(new Misnamed(path, role, meant, Kind.FORMAT)) : Optional.empty();
    }

    private static boolean isJson(List<String> extensions) {
        return extensions.contains(JSON) && List.of(JSON, "txt").containsAll(extensions);
    }

    private static Optional<Misnamed> referenceImage(String path, List<String> extensions) {
        if (isJson(extensions)) {
            return Optional.of(new Misnamed(path, FileRole.AOIS, "reference_image.json", Kind.NAME));
        }
        if (!extensions.isEmpty() && IMAGES.containsAll(extensions)) {
            return Optional.of(new Misnamed(path, FileRole.REFERENCE_IMAGE, "reference_image." + extensions.getLast(), Kind.NAME));
        }
        return extensions.size() == 1 && OTHER_IMAGES.containsAll(extensions)
                ? Optional.of(new Misnamed(path, FileRole.REFERENCE_IMAGE, "reference_image.png", Kind.FORMAT)) : Optional.empty();
    }

    private static Optional<Misnamed> image(String path, String name, List<String> extensions) {
        if (extensions.isEmpty() || !IMAGES.contains(extensions.getLast()) || HEATMAPS.stream().anyMatch(name::endsWith)) {
            return Optional.empty();
        }
        String meant = "reference_image." + extensions.getLast();
        return Optional.of(new Misnamed(path, FileRole.REFERENCE_IMAGE, meant, Kind.IMAGE));
    }

    /** A zip among the entries of a zip; empty for any other entry. */
    public static Optional<Misnamed> zipInZip(String path) {
        return DropKeys.isZip(path) ? Optional.of(new Misnamed(path, FileRole.FIXATIONS, path, Kind.ZIP)) : Optional.empty();
    }

    /** The folder that would be its export's, ending in a slash; empty if there is none. */
    public String folder() {
        return name.substring(0, name.lastIndexOf('/', name.length() - 2) + 1);
    }

    /** Whether its name alone tells which file was meant. */
    public boolean isCertain() {
        return kind == Kind.NAME || kind == Kind.FORMAT;
    }

    /** Whether its arrival starts a run. Images are too many for that. */
    public boolean startsRun() {
        return kind != Kind.IMAGE;
    }

    /** What to do about some files, as a sentence without its end. Only the first {@value #MAX_NAMES} are named. */
    public static String advice(List<Misnamed> files) {
        return files.stream().limit(MAX_NAMES).map(Misnamed::advice).collect(Collectors.joining("; "))
                + (files.size() > MAX_NAMES ? "; and " + (files.size() - MAX_NAMES) + " more" : "");
    }

    /** What to do about it, as a sentence without its end. */
    public String advice() {
        return name + " is not read: " + String.format(Locale.ROOT, kind.advice, meant);
    }
}
