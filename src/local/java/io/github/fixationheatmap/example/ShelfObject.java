package io.github.fixationheatmap.example;

import io.github.fixationheatmap.model.Fixation.Point;
import java.util.List;

/**
 * What stands on the drawn shelf.
 *
 * @param label what a person would call it
 * @param outline where it lies
 * @param spots the spots of it that draw the eye
 */
public record ShelfObject(String label, Outline outline, List<Point> spots) {

    static final ShelfObject PICTURE = of("picture", new Outline.Rectangle(446, 120, 232, 308), 596, 208, 540, 318);

    /** All of them, from left to right, the upper board first. */
    public static final List<ShelfObject> ALL = List.of(
            of("books", Outline.Polygon.of(96, 186, 334, 178, 334, 208, 370, 200, 424, 428, 96, 428), 150, 270, 262, 240, 330, 330),
            PICTURE,
            of("plant", Outline.Polygon.of(
                    684, 262, 744, 170, 816, 116, 880, 160, 944, 262, 868, 336, 868, 362, 852, 428, 780, 428, 764, 362, 764, 336),
                    812, 240, 816, 384),
            of("lamp", Outline.Polygon.of(
                    976, 152, 1076, 152, 1118, 290, 1050, 290, 1050, 404, 1084, 428, 968, 428, 1002, 404, 1002, 290, 934, 290),
                    1026, 228),
            of("bottle", Outline.Polygon.of(142, 498, 180, 498, 184, 592, 208, 640, 208, 802, 114, 802, 114, 640, 138, 592), 161, 716),
            of("jars", Outline.Polygon.of(248, 580, 346, 580, 354, 640, 452, 640, 452, 802, 248, 802), 298, 706, 404, 734),
            of("mug", Outline.Polygon.of(492, 676, 600, 676, 648, 700, 648, 760, 596, 802, 498, 802), 546, 738),
            of("bowl of oranges", new Outline.Ellipse(660, 620, 250, 186), 744, 672, 822, 668),
            of("camera", new Outline.Rectangle(938, 644, 196, 158), 1034, 736));

    public ShelfObject {
        spots = List.copyOf(spots);
    }

    private static ShelfObject of(String label, Outline outline, double... spots) {
        return new ShelfObject(label, outline, Outline.Polygon.of(spots).corners());
    }
}
