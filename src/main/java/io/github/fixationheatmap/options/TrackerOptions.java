package io.github.fixationheatmap.options;

import java.util.Optional;

/**
 * What may be chosen about tables of eye trackers, whose columns, stimuli and screens the tool does not know.
 *
 * @param layout which columns the table has, as far as its header does not tell
 * @param stimulus the stimulus that the reference image shows; nothing where the table has only one
 * @param placement where on the screen the reference image stood
 * @param screen the size of the screen
 */
public record TrackerOptions(
        Optional<LayoutOption> layout, Optional<String> stimulus, Optional<Placement> placement, Optional<ScreenSize> screen) {

    /** The defaults: all is told by the table. */
    public static final TrackerOptions PUBLISHED =
            new TrackerOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** These options with another layout. */
    public TrackerOptions withLayout(Optional<LayoutOption> value) {
        return new TrackerOptions(value, stimulus, placement, screen);
    }

    /** These options with another stimulus. */
    public TrackerOptions withStimulus(Optional<String> value) {
        return new TrackerOptions(layout, value, placement, screen);
    }

    /** These options with another placement. */
    public TrackerOptions withPlacement(Optional<Placement> value) {
        return new TrackerOptions(layout, stimulus, value, screen);
    }

    /** These options with another screen. */
    public TrackerOptions withScreen(Optional<ScreenSize> value) {
        return new TrackerOptions(layout, stimulus, placement, value);
    }

    /** Where on the screen the reference image stood. */
    public sealed interface Placement {

        /** It filled the screen. */
        record Screen() implements Placement {}

        /** It was drawn in its own size, in the middle of the screen. */
        record Center() implements Placement {}

        /** It was drawn in this rectangle, in px of the screen from its top left. Parts of it may lie outside of the screen. */
        record Rectangle(double x, double y, double width, double height) implements Placement {
            public Rectangle {
                if (!(width > 0 && height > 0 && Double.isFinite(x + y + width + height))) {
                    throw new IllegalArgumentException("a rectangle of " + width + " x " + height + " at " + x + ", " + y);
                }
            }
        }
    }

    /** The size of a screen in px. */
    public record ScreenSize(int width, int height) {

        public static final int MAX = 100_000;

        public ScreenSize {
            if (width < 1 || height < 1 || width > MAX || height > MAX) {
                throw new IllegalArgumentException("a screen of " + width + " x " + height);
            }
        }

        @Override
        public String toString() {
            return width + " x " + height + " px";
        }
    }
}
