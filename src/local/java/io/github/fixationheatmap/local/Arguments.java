package io.github.fixationheatmap.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the runner was asked to do.
 *
 * @param export the export: a folder or a .zip
 * @param name its name, under which it is dropped: that of the folder, or of the zip without its ending
 * @param out the folder that the results go to
 */
record Arguments(Path export, String name, Path out) {

    private static final String ZIP = ".zip";

    /** An empty value stands for one that was not given: that is how Maven's properties come. */
    static Arguments parse(List<String> args, MavenCommandLine maven) throws IOException {
        String export = atHome(maven.typed("export", value(args, "--export=")));
        String out = atHome(maven.typed("out", value(args, "--out=")));
        Path target = Path.of(value(args, "--target="));
        Path source = existing(export.isEmpty() ? target.resolve("test-classes").resolve("example") : Path.of(export));
        String name = nameOf(source);
        Path results = out.isEmpty() ? target.resolve("results").resolve(name) : Path.of(out);
        return new Arguments(source, name, apart(source, results.toAbsolutePath().normalize()));
    }

    boolean isZip() {
        return !Files.isDirectory(export);
    }

    private static String value(List<String> args, String option) {
        return args.stream().filter(a -> a.startsWith(option)).map(a -> a.substring(option.length())).findFirst().orElse("");
    }

    /** A shell leaves the ~ of {@code -Dexport=~/kitchen} as it is, since it does not begin the word. */
    private static String atHome(String path) {
        return path.startsWith("~/") ? Path.of(System.getProperty("user.home"), path.substring(2)).toString() : path;
    }

    private static Path existing(Path export) throws IOException {
        if (!Files.exists(export)) {
            throw new LocalRefusal("there is no such file or folder: " + export.toAbsolutePath());
        }
        Path real = export.toRealPath();
        if (!Files.isDirectory(real) && !isNamedZip(real)) {
            throw new LocalRefusal("neither a folder nor a .zip: " + real + "; the export is the folder with all its files");
        }
        return real;
    }

    /** Results have the names of files that an export may hold: they must not be written over it. */
    private static Path apart(Path export, Path out) throws IOException {
        for (@Nullable Path above = out; above != null && !Files.isDirectory(above); above = above.getParent()) {
            if (Files.exists(above)) {
                throw new LocalRefusal("the results need a folder, and this is a file: " + above);
            }
        }
        if (Files.isDirectory(out) && out.toRealPath().equals(export)) {
            throw new LocalRefusal("the results would be written over the export, choose another folder: " + out);
        }
        return out;
    }

    private static String nameOf(Path export) {
        @Nullable Path last = export.getFileName();
        if (last == null) {
            return "export";
        }
        String name = last.toString();
        return Files.isDirectory(export) ? name : name.substring(0, name.length() - ZIP.length());
    }

    private static boolean isNamedZip(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.length() > ZIP.length() && name.toLowerCase(Locale.ROOT).endsWith(ZIP);
    }
}
