package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.options.LayoutOption;
import io.github.fixationheatmap.options.LayoutOption.Field;
import io.github.fixationheatmap.options.LayoutOption.Origin;
import io.github.fixationheatmap.options.LayoutOption.PlaceUnit;
import io.github.fixationheatmap.options.LayoutOption.Take;
import io.github.fixationheatmap.options.LayoutOption.TimeUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of a table mean.
 *
 * @param type the program that writes such tables
 * @param columns the names that the column of a field may have, the best first
 * @param recording the columns that together name the recording
 * @param needed the fields that the table must have a column for
 * @param place what its places are
 * @param times the units of times; a bare time without one may be ms or µs
 * @param rows which rows belong to a fixation
 */
record Layout(
        EnrichmentType type, Map<Field, List<String>> columns, List<String> recording, Set<Field> needed, Place place,
        Map<Field, TimeUnit> times, Rows rows) {

    /**
     * What places are.
     *
     * @param unit their unit
     * @param origin where they count from
     * @param relation what they relate to
     * @param media the columns with the stimulus' size, where there are such
     */
    record Place(PlaceUnit unit, Origin origin, Relation relation, Optional<Media> media) {}

    /** What places relate to. */
    enum Relation {
        /** The stimulus: where it stood on the screen is already taken off. */
        STIMULUS,
        /** The screen. */
        SCREEN,
        /** The screen if the option {@code placement} says where the image stood, else the image. */
        SCREEN_OR_IMAGE
    }

    /**
     * The columns with the stimulus' size in px, and with its place on the screen.
     *
     * @param width the names that the column may have, as for the others
     * @param left empty where places relate to the stimulus itself
     */
    record Media(List<String> width, List<String> height, List<String> left, List<String> top) {}

    /**
     * Which rows belong to a fixation.
     *
     * @param where the values that they have in some columns
     * @param fixationPer the columns that they share, of which the last grows from fixation to fixation; empty if each row is a fixation
     * @param take which of them tells where and when the fixation was
     */
    record Rows(Map<String, String> where, List<String> fixationPer, Take take) {

        static final Rows EACH = new Rows(Map.of(), List.of(), Take.FIRST);
    }

    /** A layout of which the user tells all. */
    static final Layout OPEN = new Layout(EnrichmentType.LAYOUT, Map.of(), List.of(), Set.of(Field.X, Field.Y),
            new Place(PlaceUnit.PX, Origin.TOP_LEFT, Relation.SCREEN_OR_IMAGE, Optional.empty()), Map.of(), Rows.EACH);

    /** This layout with all that a user tells in place of its own. Columns that the user names are needed. */
    Layout with(LayoutOption option) {
        Map<Field, List<String>> named = columns.isEmpty() ? new EnumMap<>(Field.class) : new EnumMap<>(columns);
        option.columns().forEach((field, name) -> named.put(field, List.of(name)));
        Set<Field> required = EnumSet.copyOf(needed);
        required.addAll(option.columns().keySet());
        boolean ownPlace = option.columns().containsKey(Field.X) || option.columns().containsKey(Field.Y) || option.unit().isPresent();
        Relation relation = ownPlace && place.relation() == Relation.STIMULUS ? Relation.SCREEN_OR_IMAGE : place.relation();
        Place there = new Place(option.unit().orElse(place.unit()), option.origin().orElse(place.origin()), relation,
                ownPlace ? Optional.empty() : place.media());
        Rows own = new Rows(option.where().isEmpty() ? rows.where() : option.where(),
                option.fixationPer().isEmpty() ? rows.fixationPer() : option.fixationPer(), option.take().orElse(rows.take()));
        List<String> recordings = option.columns().containsKey(Field.RECORDING)
                ? List.of(option.columns().get(Field.RECORDING)) : recording;
        return new Layout(type, named, recordings, required, there, times, own);
    }

    /** The names that the column of a field may have. */
    List<String> names(Field field) {
        return columns.getOrDefault(field, List.of());
    }
}
