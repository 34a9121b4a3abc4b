package io.github.fixationheatmap.problem;

/** The location of a problem in the input. */
public sealed interface Location {

    /** The name of the file as the user knows it, for a zip entry with its path. */
    String file();

    /** A file as a whole. */
    record WholeFile(String file) implements Location {}

    /** A line of a text file, counted from 1. Line ends inside quoted fields count. */
    record Line(String file, long line) implements Location {
        public Line {
            if (line < 1) {
                throw new IllegalArgumentException("lines count from 1, not " + line);
            }
        }
    }

    /** A field of a CSV file: its line and its column, both counted from 1, and the column's name in the header. */
    record Cell(String file, long line, int column, String columnName) implements Location {
        public Cell {
            if (line < 1 || column < 1) {
                throw new IllegalArgumentException("lines and columns count from 1, not " + line + ", " + column);
            }
        }
    }

    /** A line and a column in a text, both counted from 1. */
    record Position(String file, long line, long column) implements Location {}

    /** A value in a JSON file, by its JSON pointer (RFC 6901). */
    record Pointer(String file, String pointer) implements Location {}
}
