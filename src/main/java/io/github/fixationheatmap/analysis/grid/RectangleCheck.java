package io.github.fixationheatmap.analysis.grid;

import java.util.function.IntUnaryOperator;

/** The check at the edge of the kernels: what they get is a rectangle. */
final class RectangleCheck {
    private RectangleCheck() {}

    static void requireRectangle(int rows, IntUnaryOperator lengthOfRow) {
        if (rows == 0 || lengthOfRow.applyAsInt(0) == 0) {
            throw new IllegalArgumentException("no values");
        }
        for (int y = 1; y < rows; y++) {
            if (lengthOfRow.applyAsInt(y) != lengthOfRow.applyAsInt(0)) {
                throw new IllegalArgumentException("row " + y + " has another length than row 0");
            }
        }
    }
}
