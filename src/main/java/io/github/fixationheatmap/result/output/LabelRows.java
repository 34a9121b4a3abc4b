package io.github.fixationheatmap.result.output;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** A header, and after it the rows of one label after the other. The rows of a label are made when they are needed. */
record LabelRows(List<String> header, int labels, IntFunction<Iterator<List<String>>> rowsOfLabel) implements Iterable<List<String>> {

    @Override
    public Iterator<List<String>> iterator() {
        return new Iterator<>() {
            private Iterator<List<String>> rows = List.of(header).iterator();
            private int label;

            @Override
            public boolean hasNext() {
                while (!rows.hasNext() && label < labels) {
                    rows = rowsOfLabel.apply(label++);
                }
                return rows.hasNext();
            }

            @Override
            public List<String> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return rows.next();
            }
        };
    }
}
