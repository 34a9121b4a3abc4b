package io.github.fixationheatmap.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The function's classes parsed ahead, as Python keeps those of its packages ({@code .pyc}) since they were first imported: from JDK 25 on
 * an AOT cache (JEP 514), before that an AppCDS archive (JEP 350). Made by one drop, which is not timed.
 */
final class ClassArchive {

    private static final int FIRST_WITH_AOT_CACHE = 25;

    private ClassArchive() {}

    /** What kind of archive this JDK has. */
    static String kind() {
        return isAotCache() ? "AOT cache" : "AppCDS archive";
    }

    private static boolean isAotCache() {
        return Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
    }

    /** The same JVM, starting with an archive that is made now from a drop of this study. */
    static Jvm made(Jvm jvm, Path folder, Study study) throws IOException {
        Path archive = folder.resolve(isAotCache() ? "function.aot" : "function.jsa").toAbsolutePath();
        Files.deleteIfExists(archive);
        study.forget();
        jvm.with(isAotCache() ? "-XX:AOTCacheOutput=" + archive : "-XX:ArchiveClassesAtExit=" + archive)
                .run(Redirect.DISCARD, OneDrop.class, study.root().toString());
        if (!Files.exists(archive)) {
            throw new IllegalStateException("no archive of classes in " + archive);
        }
        return jvm.with(isAotCache() ? "-XX:AOTCache=" + archive : "-XX:SharedArchiveFile=" + archive);
    }
}
