package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.GroupOptions;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The groups as options or a file name them, before the recordings are known. {@link GroupMembers} finds these.
 *
 * @param groups in the order of comparison; empty where there are none
 * @param location where they stand
 */
public record NamedGroups(List<NamedGroup> groups, Location location) {

    public NamedGroups {
        groups = List.copyOf(groups);
        if (groups.size() == 1) {
            throw new Problem(ProblemType.BAD_VALUE, location, "1 group",
                    ComparisonOptions.MIN_GROUPS + " to " + ComparisonOptions.MAX_GROUPS + " groups").asException();
        }
    }

    /**
     * The groups of the options, or else of the file.
     *
     * @param place the place of an option, by its JSON pointer
     * @throws io.github.fixationheatmap.problem.ProblemException if both have groups, or the file is bad
     */
    public static NamedGroups of(GroupOptions options, Optional<InputFile> file, Function<String, Location> place) {
        if (file.isPresent() && !options.groups().isEmpty()) {
            throw new Problem(ProblemType.BAD_OPTION, place.apply("/groups"), String.join(", ", options.groups().keySet()),
                    "null, because " + file.get().name() + " has the groups; or no such file").asException();
        }
        return file.map(GroupReader::read).orElseGet(() -> new NamedGroups(options.groups().entrySet().stream().map(group -> {
            String pointer = "/groups/" + group.getKey();
            List<String> names = group.getValue();
            return new NamedGroup(group.getKey(), IntStream.range(0, names.size())
                    .mapToObj(i -> new Member(names.get(i), By.ID_OR_NAME, place.apply(pointer + "/" + i))).toList(), place.apply(pointer));
        }).toList(), place.apply("/groups")));
    }

    /** The ids of wearers by which recordings are named. */
    public Set<String> wearers() {
        return groups.stream().flatMap(group -> group.members().stream()).filter(member -> member.by() == By.WEARER).map(Member::text)
                .collect(Collectors.toSet());
    }

    /** What names a recording. */
    public enum By {
        ID_OR_NAME(""), ID("recording id"), NAME("recording name"), WEARER("wearer id");

        private final String column;

        By(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /**
     * A recording, or all of a wearer.
     *
     * @param text its id or name
     * @param by which of these
     * @param location where it stands
     */
    public record Member(String text, By by, Location location) {}

    /**
     * A group.
     *
     * @param name its name
     * @param members in the order in which they are named
     * @param location where it stands
     */
    public record NamedGroup(String name, List<Member> members, Location location) {
        public NamedGroup {
            members = List.copyOf(members);
        }
    }
}
