package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.analysis.CountedFixations;
import io.github.fixationheatmap.analysis.comparison.ComparedGroups;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.export.NamedGroups.By;
import io.github.fixationheatmap.read.export.NamedGroups.Member;
import io.github.fixationheatmap.read.export.NamedGroups.NamedGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the recordings of groups, and refuses groups that cannot be compared, with the place of what is wrong. */
public final class GroupMembers {

    private static final int NAMES_SHOWN = 20;

    private final List<Recording> recordings;
    private final Sections sections;
    private final Predicate<Recording> counts;
    private final Map<String, String> groupOf = new HashMap<>();

    /**
     * The members among these recordings.
     *
     * @param counts whether a recording has fixations that count
     */
    public GroupMembers(CountedFixations fixations, Sections sections, Predicate<Recording> counts) {
        this.recordings = fixations.counts().recordings().stream().map(CountedFixations.Counts.OfRecording::recording).toList();
        this.sections = sections;
        this.counts = counts;
    }

    /** A recording, and where it is named. */
    private record Placed(Recording recording, Location location) {}

    /**
     * The groups that are compared.
     *
     * @param place where the option {@code comparison} has the design
     * @throws ProblemException if a recording is unknown, in two groups or without its pair, or a group is too small
     */
    public ComparedGroups of(NamedGroups named, Design design, Location place) {
        List<List<Placed>> all = named.groups().stream().map(this::found).toList();
        for (int i = 0; i < all.size(); i++) {
            checkSize(named.groups().get(i), all.get(i));
        }
        if (design == Design.PAIRED) {
            checkPairs(named, all, place);
        }
        Comparator<Recording> order = design == Design.PAIRED ? Comparator.comparing(this::wearer) : Comparator.comparing(Recording::id);
        List<ComparedGroups.Members> groups = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            groups.add(new ComparedGroups.Members(named.groups().get(i).name(),
                    all.get(i).stream().map(Placed::recording).filter(counts).sorted(order).map(Recording::id).toList()));
        }
        return new ComparedGroups(design, groups);
    }

    private int wearer(Recording recording) {
        return Objects.requireNonNull(sections.wearers().get(recording.id()));
    }

    private List<Placed> found(NamedGroup group) {
        Map<String, Placed> found = new LinkedHashMap<>();
        for (Member member : group.members()) {
            List<Recording> meant = recordings.stream().filter(recording -> isMeant(recording, member)).toList();
            if (meant.isEmpty()) {
                throw unknown(member);
            }
            for (Recording recording : meant) {
                String other = groupOf.putIfAbsent(recording.id(), group.name());
                if (other != null && !other.equals(group.name())) {
                    throw bad(member, "a recording of one group; " + recording.described() + " is in " + other + " as well");
                }
                found.putIfAbsent(recording.id(), new Placed(recording, member.location()));
            }
        }
        return List.copyOf(found.values());
    }

    private boolean isMeant(Recording recording, Member member) {
        return switch (member.by()) {
            case ID_OR_NAME -> recording.id().equals(member.text()) || recording.name().equals(member.text());
            case ID -> recording.id().equals(member.text());
            case NAME -> recording.name().equals(member.text());
            case WEARER -> {
                Integer wearer = sections.wearersById().get(member.text());
                yield wearer != null && wearer.equals(sections.wearers().get(recording.id()));
            }
        };
    }

    private ProblemException unknown(Member member) {
        if (member.by() == By.WEARER) {
            return bad(member, "the wearer id of a recording in sections.csv");
        }
        String known = recordings.stream().limit(NAMES_SHOWN).map(Recording::name).collect(Collectors.joining(", "));
        return bad(member, switch (member.by()) {
            case ID -> "the id of a recording of this export: "
                    + recordings.stream().limit(NAMES_SHOWN).map(Recording::id).collect(Collectors.joining(", "));
            case NAME -> "the name of a recording of this export: " + known;
            default -> "the id or name of a recording of this export: " + known;
        });
    }

    private static ProblemType type(Location location) {
        return location instanceof Location.Pointer ? ProblemType.BAD_OPTION : ProblemType.BAD_VALUE;
    }

    /** Ids of wearers are not quoted. */
    private static ProblemException bad(Member member, String expected) {
        return new Problem(type(member.location()), member.location(), member.by() == By.WEARER ? null : member.text(), expected)
                .asException();
    }

    private void checkSize(NamedGroup group, List<Placed> found) {
        List<String> counted = found.stream().map(Placed::recording).filter(counts).map(Recording::name).toList();
        if (counted.size() < ComparedGroups.MIN_MEMBERS) {
            throw new Problem(type(group.location()), group.location(),
                    group.name() + ": " + (counted.isEmpty() ? "no recording with counted fixations" : "only " + counted.getFirst()),
                    "at least 2 recordings with counted fixations in each group").asException();
        }
    }

    private void checkPairs(NamedGroups named, List<List<Placed>> all, Location place) {
        String paired = Design.PAIRED.id();
        if (all.size() != 2) {
            throw new Problem(ProblemType.BAD_OPTION, place, paired, "\"between\" for " + all.size() + " groups; pairs have two")
                    .asException();
        }
        if (sections.wearers().isEmpty()) {
            throw new Problem(ProblemType.BAD_OPTION, place, paired,
                    "\"between\", or a sections.csv whose column wearer id tells who wore each recording").asException();
        }
        List<Map<Integer, Placed>> byWearer = all.stream().map(this::byWearer).toList();
        for (int g = 0; g < 2; g++) {
            String other = named.groups().get(1 - g).name();
            for (Map.Entry<Integer, Placed> each : byWearer.get(g).entrySet()) {
                Placed pair = byWearer.get(1 - g).get(each.getKey());
                if (pair == null) {
                    throw bad(each.getValue(), "a recording whose wearer has one in the group " + other + " as well");
                }
                if (!counts.test(each.getValue().recording())) {
                    throw bad(each.getValue(), "a recording with counted fixations, to be compared with "
                            + pair.recording().described() + "; or neither of the two");
                }
            }
        }
    }

    private Map<Integer, Placed> byWearer(List<Placed> group) {
        Map<Integer, Placed> byWearer = new LinkedHashMap<>();
        for (Placed each : group) {
            Integer wearer = sections.wearers().get(each.recording().id());
            if (wearer == null) {
                throw bad(each, "a recording whose wearer sections.csv names, in the column wearer id");
            }
            Placed other = byWearer.putIfAbsent(wearer, each);
            if (other != null) {
                throw bad(each, "one recording of each wearer in a group; " + other.recording().described() + " has the same wearer");
            }
        }
        return byWearer;
    }

    private static ProblemException bad(Placed each, String expected) {
        return new Problem(type(each.location()), each.location(), each.recording().described(), expected).asException();
    }
}
