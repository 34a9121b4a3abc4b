package io.github.fixationheatmap.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process of the function's own needs on its class path and nothing of the tests' besides: the function's classes, the jars that it
 * is packaged with, and the few classes that play S3's part. All are jars, for the JVM's archives of classes take nothing else.
 */
final class FunctionJars {

    private static final List<String> HARNESS = List.of(
            "bench/OneDrop", "bench/Study", "bench/DropsOverS3", "laptop/FolderStore", "laptop/Refusal");

    private final Path target;
    private final Path own;

    private FunctionJars(Path target) throws IOException {
        this.target = target;
        this.own = Files.createDirectories(target.resolve("bench").resolve("lib"));
    }

    /** The class path, from Maven's target folder. */
    static String classPath(Path target) throws IOException {
        FunctionJars jars = new FunctionJars(target.toAbsolutePath());
        Path function = jars.jar("function.jar", jars.target.resolve("function"), file -> !file.startsWith("lib/"));
        Path harness = jars.jar("harness.jar", jars.target.resolve("test-classes"), FunctionJars::isOfTheHarness);
        try (Stream<Path> packaged = Files.list(jars.target.resolve("function").resolve("lib"))) {
            return Stream.concat(Stream.of(function, harness), packaged.sorted())
                    .map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static boolean isOfTheHarness(String file) {
        return HARNESS.stream().anyMatch(name -> file.matches("io/github/fixationheatmap/" + name + "(\\$.*)?\\.class"));
    }

    private interface Choice {
        boolean takes(String file);
    }

    private Path jar(String name, Path classes, Choice choice) throws IOException {
        Path jar = own.resolve(name);
        try (Stream<Path> all = Files.walk(classes);
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String path = classes.relativize(file).toString();
                if (choice.takes(path)) {
                    entries.putNextEntry(new JarEntry(path));
                    Files.copy(file, entries);
                }
            }
        }
        return jar;
    }
}
