package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.model.EnrichmentType.CoordinateUnit;
import io.github.fixationheatmap.options.LayoutOption.Origin;
import io.github.fixationheatmap.options.LayoutOption.PlaceUnit;
import io.github.fixationheatmap.options.TrackerOptions.Placement;
import io.github.fixationheatmap.options.TrackerOptions.ScreenSize;
import io.github.fixationheatmap.read.tracker.Layout.Relation;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Turns places of a table into px of the reference image, where the size of the stimulus does not stand in the rows.
 *
 * @param x for the horizontal direction
 * @param y for the vertical direction
 * @param unit the unit of what comes out
 */
record Placing(Axis x, Axis y, CoordinateUnit unit) {

    private static final String PLACEMENT = "/placement";
    private static final String SCREEN = "/screen";

    /**
     * One direction: {@code (from + sign * value) * times}, less {@code minus}, and all of it times {@code factor}. With equal sizes no
     * step rounds.
     */
    record Axis(double from, double sign, double times, double minus, double factor) {

        double toImage(double value) {
            return ((from + sign * value) * times - minus) * factor;
        }
    }

    /**
     * The placing of a table.
     *
     * @param place what its places are
     * @param run is told what was assumed
     * @param computed the size of the screen as the table itself tells it, for tables that do
     * @throws io.github.fixationheatmap.problem.ProblemException if the options do not tell where the image stood, and the table needs that
     */
    static Placing of(Layout.Place place, TableRun run, Supplier<Optional<ScreenSize>> computed) {
        TableSetup setup = run.setup();
        Optional<Placement> placement = setup.options().placement();
        if (place.relation() == Relation.STIMULUS) {
            placement.ifPresent(p -> {
                throw setup.bad(PLACEMENT, null, "null, because the table tells places on the stimulus and not on the screen");
            });
            return onImage(place, setup);
        }
        if (placement.isPresent()) {
            return placed(place, run, placement.get(), computed);
        }
        Optional<ScreenSize> screen = setup.options().screen();
        boolean other = screen.isPresent() && (screen.get().width() != setup.width() || screen.get().height() != setup.height());
        if (place.relation() == Relation.SCREEN || other) {
            throw setup.bad(PLACEMENT, null, "where on the screen the image stood, because the table tells places on the screen: \"screen\""
                    + " if it filled it, \"center\" if it stood in the middle in its own size, or its x, y, width and height in px");
        }
        return onImage(place, setup);
    }

    private static Placing onImage(Layout.Place place, TableSetup setup) {
        return switch (place.unit()) {
            case PX -> new Placing(axis(0, 1, 0, 1), flipped(place.origin(), setup.height(), 1, 0, 1), CoordinateUnit.PX);
            case NORMALIZED -> new Placing(axis(0, setup.width(), 0, 1), flipped(place.origin(), 1, setup.height(), 0, 1),
                    CoordinateUnit.PLACED);
        };
    }

    private static Axis axis(double from, double times, double minus, double factor) {
        return new Axis(from, 1, times, minus, factor);
    }

    /** The vertical direction. {@code extent} is where the bottom is, in the table's unit. */
    private static Axis flipped(Origin origin, double extent, double times, double minus, double factor) {
        return switch (origin) {
            case TOP_LEFT -> axis(0, times, minus, factor);
            case BOTTOM_LEFT -> new Axis(extent, -1, times, minus, factor);
        };
    }

    private static Placing placed(Layout.Place place, TableRun run, Placement placement, Supplier<Optional<ScreenSize>> computed) {
        TableSetup setup = run.setup();
        if (placement instanceof Placement.Screen && place.unit() == PlaceUnit.NORMALIZED) {
            run.assume("The image was taken to have filled the screen (placement).");
            return onImage(place, setup);
        }
        boolean needed = !(placement instanceof Placement.Rectangle) || place.unit() == PlaceUnit.NORMALIZED
                || place.origin() == Origin.BOTTOM_LEFT;
        Optional<ScreenSize> known = setup.options().screen();
        if (known.isEmpty() && needed) {
            known = computed.get();
            known.ifPresent(size -> run.assume("The screen was computed from the lengths of saccades: " + size + "."));
        }
        if (known.isEmpty() && needed) {
            throw setup.bad(SCREEN, null, "the size of the screen in px, such as {\"width\": 1920, \"height\": 1080}, which the table does"
                    + " not tell");
        }
        return placed(place, run, rectangle(placement, setup, known), known);
    }

    /** The rectangle on the screen in which the image stood. */
    private static Placement.Rectangle rectangle(Placement placement, TableSetup setup, Optional<ScreenSize> screen) {
        return switch (placement) {
            case Placement.Rectangle r -> r;
            case Placement.Screen s -> new Placement.Rectangle(0, 0, screen.orElseThrow().width(), screen.orElseThrow().height());
            case Placement.Center c -> new Placement.Rectangle((screen.orElseThrow().width() - setup.width()) / 2.0,
                    (screen.orElseThrow().height() - setup.height()) / 2.0, setup.width(), setup.height());
        };
    }

    private static Placing placed(Layout.Place place, TableRun run, Placement.Rectangle at, Optional<ScreenSize> screen) {
        TableSetup setup = run.setup();
        String rectangle = TableRun.number(at.width()) + " x " + TableRun.number(at.height()) + " px at x = " + TableRun.number(at.x())
                + ", y = " + TableRun.number(at.y());
        if (screen.isPresent() && (at.x() >= screen.get().width() || at.y() >= screen.get().height() || at.x() + at.width() <= 0
                || at.y() + at.height() <= 0)) {
            throw setup.bad(PLACEMENT, rectangle, "a rectangle that lies on the screen of " + screen.get());
        }
        run.assume("The image was taken to have stood on the screen" + screen.map(s -> " of " + s).orElse("") + " in a rectangle of "
                + rectangle + " (placement).");
        run.compare(at.width(), at.height());
        double factorX = setup.width() / at.width();
        double factorY = setup.height() / at.height();
        return switch (place.unit()) {
            case PX -> new Placing(axis(0, 1, at.x(), factorX),
                    flipped(place.origin(), screen.map(ScreenSize::height).orElse(0), 1, at.y(), factorY), CoordinateUnit.PLACED);
            case NORMALIZED -> new Placing(axis(0, screen.orElseThrow().width(), at.x(), factorX),
                    flipped(place.origin(), 1, screen.orElseThrow().height(), at.y(), factorY), CoordinateUnit.PLACED);
        };
    }
}
