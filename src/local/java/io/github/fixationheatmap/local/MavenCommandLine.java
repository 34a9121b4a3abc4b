package io.github.fixationheatmap.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was typed behind {@code mvn}. Where the terminal's locale is C or POSIX, as in many containers, Maven's JVM turns every letter
 * beyond ASCII into a question mark before anybody can ask, and no setting prevents it; Linux still knows the bytes.
 *
 * @param words the command line's words
 */
public record MavenCommandLine(List<String> words) {

    private static final String DEFINE = "-D";

    public MavenCommandLine {
        words = List.copyOf(words);
    }

    /** The command line of the process that started this one; without words where the system does not tell. */
    public static MavenCommandLine ofParent() throws IOException {
        Optional<Path> file = ProcessHandle.current().parent().map(p -> Path.of("/proc", Long.toString(p.pid()), "cmdline"));
        if (file.isEmpty() || !Files.isReadable(file.get())) {
            return new MavenCommandLine(List.of());
        }
        return new MavenCommandLine(List.of(new String(Files.readAllBytes(file.get()), UTF_8).split("\0")));
    }

    /** A property's value as it was typed, if Maven's looks damaged and the command line has it; else Maven's. */
    public String typed(String property, String fromMaven) {
        if (fromMaven.indexOf('?') < 0 && fromMaven.indexOf('\uFFFD') < 0) {
            return fromMaven;
        }
        String value = fromMaven;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).equals(DEFINE) && i + 1 < words.size() ? DEFINE + words.get(i + 1) : words.get(i);
            if (word.startsWith(DEFINE + property + "=")) {
                value = word.substring(DEFINE.length() + property.length() + 1);
            }
        }
        return value;
    }
}
