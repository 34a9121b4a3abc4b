package io.github.fixationheatmap.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.problem.Place;
import io.github.fixationheatmap.problem.Problem;

/**
 * What a log may tell of bad input: its kind and its place. Neither the value seen nor what was expected, which may name what else the file
 * holds: both are people's data, and stand in {@code error.json}, where only its owner looks.
 */
final class ProblemFields {

    private ProblemFields() {}

    static void put(ObjectNode json, Problem problem) {
        json.put("problem", problem.type().uri()).put("title", problem.type().title()).put("file", problem.place().file());
        switch (problem.place()) {
            case Place.WholeFile f -> { }
            case Place.Line l -> json.put("line", l.line());
            case Place.Cell c -> json.put("line", c.line()).put("column", c.column());
            case Place.Position p -> json.put("line", p.line()).put("column", p.column());
            case Place.Pointer p -> json.put("pointer", p.pointer());
        }
    }
}
