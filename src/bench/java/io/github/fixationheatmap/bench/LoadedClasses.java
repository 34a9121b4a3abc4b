package io.github.fixationheatmap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a JVM's log of loaded classes comes to, by packages. */
final class LoadedClasses {

    private static final Pattern LINE = Pattern.compile("\\[(\\d+\\.\\d+)s\\] (\\S+) source: (.*)");
    private static final int SHOWN = 30;

    private LoadedClasses() {}

    private static final class Sum {
        private int classes;
        private int shared;
        private double ms;
    }

    /**
     * A table: for each package how many classes, how many of them out of the JVM's own archive, and the time from each class to the next
     * one, whoever loads that: it includes the code that ran in between, and so tells where to look, not what would be saved.
     */
    static String read(Path log) throws IOException {
        Map<String, Sum> sums = new TreeMap<>();
        Sum all = new Sum();
        Sum open = new Sum();
        double last = 0;
        for (String line : Files.readAllLines(log)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                double now = 1000 * Double.parseDouble(matcher.group(1));
                open.ms += now - last;
                open = sums.computeIfAbsent(group(matcher.group(2)), g -> new Sum());
                for (Sum sum : List.of(open, all)) {
                    sum.classes++;
                    sum.shared += matcher.group(3).contains("shared objects file") ? 1 : 0;
                }
                last = now;
            }
        }
        StringBuilder text = new StringBuilder("  classes  shared     ms  package\n");
        sums.entrySet().stream().sorted(Comparator.comparingDouble(e -> -e.getValue().ms)).limit(SHOWN)
                .forEach(e -> text.append(line(e.getKey(), e.getValue(), e.getValue().ms)));
        return text.append(line("all", all, last)).toString();
    }

    private static String line(String name, Sum sum, double ms) {
        return String.format(Locale.ROOT, "%9d %7d %6.0f  %s%n", sum.classes, sum.shared, ms, name);
    }

    /** The package to its third name, the SDK's to its fifth. */
    private static String group(String name) {
        if (Stream.of("$$Lambda", "LambdaForm", "$$StringConcat", "$$TypeSwitch").anyMatch(name::contains)) {
            return "(lambdas and other classes made at run time)";
        }
        String[] parts = name.split("\\.");
        int names = Math.min(parts.length - 1, name.startsWith("software.amazon.") ? 5 : 3);
        return String.join(".", List.of(parts).subList(0, names));
    }
}
