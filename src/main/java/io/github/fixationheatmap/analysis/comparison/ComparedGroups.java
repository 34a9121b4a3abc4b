package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.options.ComparisonOptions.Design;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The groups that are compared, with the ids of their recordings in the order in which they are numbered. The order in which recordings
 * were given does not matter.
 *
 * @param design how the groups relate
 * @param groups at least two, of at least {@value #MIN_MEMBERS} recordings each; exactly two of equal size in a paired design, where
 *     recordings at the same place are of the same wearer
 */
public record ComparedGroups(Design design, List<Members> groups) {

    /** The smallest number of recordings in a group: a variance needs two. */
    public static final int MIN_MEMBERS = 2;

    /** @throws IllegalArgumentException if there are too few groups or members, or a recording is in two groups */
    public ComparedGroups {
        groups = List.copyOf(groups);
        if (groups.size() < 2 || (design == Design.PAIRED && groups.size() > 2)) {
            throw new IllegalArgumentException("at least two groups, and two in a paired design, not " + groups.size());
        }
        Set<String> seen = new HashSet<>();
        for (Members group : groups) {
            if (group.size() < MIN_MEMBERS) {
                throw new IllegalArgumentException("group " + group.name + " has fewer than " + MIN_MEMBERS + " recordings");
            }
            if (design == Design.PAIRED && group.size() != groups.getFirst().size()) {
                throw new IllegalArgumentException("paired groups have the same size");
            }
            for (String id : group.recordings) {
                if (!seen.add(id)) {
                    throw new IllegalArgumentException("recording " + id + " is in two groups");
                }
            }
        }
    }

    /**
     * Groups of independent participants; each is ordered by id.
     *
     * @param groups ids of recordings by the name of their group; the order of the map is that of the groups
     */
    public static ComparedGroups between(Map<String, ? extends Collection<String>> groups) {
        return new ComparedGroups(Design.BETWEEN, groups.entrySet().stream()
                .map(group -> new Members(group.getKey(), group.getValue().stream().sorted().toList())).toList());
    }

    /** Two groups of the same wearers, ordered by the wearers' ids. */
    public static ComparedGroups paired(String first, String second, Collection<Pair> pairs) {
        List<Pair> ordered = pairs.stream().sorted(Comparator.comparing(Pair::wearer)).toList();
        return new ComparedGroups(Design.PAIRED, List.of(
                new Members(first, ordered.stream().map(Pair::first).toList()),
                new Members(second, ordered.stream().map(Pair::second).toList())));
    }

    /** The ids of all recordings in a group, in ascending order. */
    public List<String> recordings() {
        return groups.stream().flatMap(group -> group.recordings.stream()).sorted().toList();
    }

    /** A group: its name, and the ids of its recordings in the order in which they are numbered. */
    public record Members(String name, List<String> recordings) {

        public Members {
            recordings = List.copyOf(recordings);
        }

        /** The number of recordings. */
        public int size() {
            return recordings.size();
        }
    }

    /**
     * A wearer with a recording in both groups.
     *
     * @param wearer the wearer's id
     * @param first the id of the recording in the first group
     * @param second the id of the recording in the second group
     */
    public record Pair(String wearer, String first, String second) {}
}
