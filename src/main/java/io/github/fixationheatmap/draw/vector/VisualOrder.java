package io.github.fixationheatmap.draw.vector;

import java.text.Bidi;

/** The order in which the characters of a line stand from left to right. The direction of the line is that of its first letter. */
public final class VisualOrder {

    private VisualOrder() {}

    /** Whether the first letter of a line is one of a script that is written from right to left. */
    public static boolean isRightToLeft(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /** The code points of a line from left to right. */
    static int[] of(String text) {
        int[] characters = text.codePoints().toArray();
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return characters;
        }
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[characters.length];
        Integer[] order = new Integer[characters.length];
        for (int i = 0, at = 0; i < characters.length; at += Character.charCount(characters[i]), i++) {
            levels[i] = (byte) bidi.getLevelAt(at);
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        int[] visual = new int[characters.length];
        for (int i = 0; i < visual.length; i++) {
            visual[i] = mirrored(characters[order[i]], levels[order[i]]);
        }
        return visual;
    }

    /** Brackets open to the other side in right-to-left text. */
    private static int mirrored(int character, int level) {
        int at = level % 2 == 0 ? -1 : "()[]{}<>".indexOf(character);
        return at < 0 ? character : "()[]{}<>".charAt(at ^ 1);
    }
}
