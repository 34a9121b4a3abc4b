package io.github.fixationheatmap.lambda.telemetry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;

/**
 * What a log may tell of bad input: its kind and its place. Neither the value seen nor what was expected, which may name what else the file
 * holds: both are people's data, and stand in {@code error.json}, where only its owner looks.
 */
final class ProblemFields {

    private ProblemFields() {}

    static void put(ObjectNode json, Problem problem) {
        json.put("problem", problem.type().uri()).put("title", problem.type().title()).put("file", problem.location().file());
        switch (problem.location()) {
            case Location.WholeFile f -> { }
            case Location.Line l -> json.put("line", l.line());
            case Location.Cell c -> json.put("line", c.line()).put("column", c.column());
            case Location.Position p -> json.put("line", p.line()).put("column", p.column());
            case Location.Pointer p -> json.put("pointer", p.pointer());
        }
    }
}
