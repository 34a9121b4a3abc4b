package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.GroupOptions;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.csv.CsvRow;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.csv.Privacy;
import io.github.fixationheatmap.read.export.NamedGroups.By;
import io.github.fixationheatmap.read.export.NamedGroups.Member;
import io.github.fixationheatmap.read.export.NamedGroups.NamedGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads {@code groups.csv}: a column that names recordings or wearers, and the column {@code group}. */
final class GroupReader {

    private static final String GROUP = "group";

    private GroupReader() {}

    /**
     * The groups in the order of their first rows.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if the file is bad, or has one group or too many
     */
    static NamedGroups read(InputFile file) {
        try (CsvTable table = CsvTable.open(file, Limits.MAX_SECTION_BYTES, Privacy.PLAIN)) {
            By by = Stream.of(By.ID, By.NAME, By.WEARER).filter(each -> table.has(each.column())).findFirst().orElse(By.ID);
            CsvTable.Column who = table.column(by.column());
            CsvTable.Column group = table.column(GROUP);
            Map<String, List<Member>> groups = new LinkedHashMap<>();
            int[] rows = {0};
            table.forEach(row -> {
                if (++rows[0] > Limits.MAX_RECORDINGS) {
                    throw row.bad(ProblemType.TOO_LARGE, group, "at most " + Limits.MAX_RECORDINGS + " rows");
                }
                groups.computeIfAbsent(name(row, group), name -> new ArrayList<>())
                        .add(new Member(row.id(who), by, row.location(who)));
                if (groups.size() > ComparisonOptions.MAX_GROUPS) {
                    throw row.bad(group, "one of at most " + ComparisonOptions.MAX_GROUPS + " groups");
                }
            });
            return new NamedGroups(groups.entrySet().stream()
                    .map(each -> new NamedGroup(each.getKey(), each.getValue(), new Location.WholeFile(file.name()))).toList(),
                    new Location.WholeFile(file.name()));
        }
    }

    private static String name(CsvRow row, CsvTable.Column group) {
        GroupOptions.brokenRule(row.text(group)).ifPresent(rule -> {
            throw row.bad(group, rule);
        });
        return row.text(group);
    }
}
