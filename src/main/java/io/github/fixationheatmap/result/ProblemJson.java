package io.github.fixationheatmap.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;

/** A problem as JSON in the style of RFC 9457, with members for its location. */
public final class ProblemJson {

    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** HTTP status 422: the content was understood but cannot be processed. */
    private static final int UNPROCESSABLE = 422;

    private ProblemJson() {}

    /** The problem, with the name and version of this tool. */
    public static ObjectNode of(Problem problem) {
        return of(problem, Tool.read());
    }

    public static ObjectNode of(Problem problem, Tool tool) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", problem.type().uri());
        json.put("title", problem.type().title());
        json.put("status", UNPROCESSABLE);
        json.put("detail", problem.detail());
        json.put("file", problem.location().file());
        switch (problem.location()) {
            case Location.WholeFile f -> { }
            case Location.Line l -> json.put("line", l.line());
            case Location.Cell c -> json.put("line", c.line()).putObject("column").put("number", c.column()).put("name", c.columnName());
            case Location.Position p -> json.put("line", p.line()).putObject("column").put("number", p.column());
            case Location.Pointer p -> json.put("pointer", p.pointer());
        }
        if (problem.actual() != null) {
            json.put("value", problem.actual());
        }
        json.put("expected", problem.expected());
        json.set("tool", tool.json());
        return json;
    }
}
