package io.github.fixationheatmap.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A problem with a request, as problem details (RFC 9457). Bad input has a type of its own, with a location.
 *
 * @param kind the kind of problem
 * @param detail a sentence for the caller
 * @param lists further members, by name
 * @param headers further headers of the answer
 */
record ApiProblem(Kind kind, String detail, Map<String, List<String>> lists, Map<String, String> headers) {

    /** The kinds, each with its status, a stable identifier and a title. */
    enum Kind {
        BAD_PARAMETER(400, "bad-parameter", "A parameter has a wrong value"),
        NOT_FOUND(404, "not-found", "There is nothing at this path"),
        UNKNOWN_DROP(404, "unknown-drop", "There is no such drop"),
        UNKNOWN_EXPORT(404, "unknown-export", "The zip has no export in this folder"),
        UNKNOWN_HEATMAP(404, "unknown-heatmap", "There are no results of this id"),
        NO_STUDIES(404, "no-studies", "The stack runs no studies"),
        UNKNOWN_FILE(404, "unknown-file", "The results have no file of this name"),
        METHOD_NOT_ALLOWED(405, "method-not-allowed", "The path does not know this method"),
        INCOMPLETE_DROP(409, "incomplete-drop", "A drop lacks a file that may still arrive"),
        AMBIGUOUS_DROP(409, "ambiguous-drop", "Both a folder and a zip have this name"),
        SEVERAL_EXPORTS(409, "several-exports", "The zip holds several exports"),
        DROP_CHANGED(409, "drop-changed", "A drop is no longer what it was when results were asked for"),
        BODY_TOO_LARGE(413, "body-too-large", "The request's body is too long"),
        UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The request's body is of a type that is not understood"),
        INTERNAL(500, "internal-error", "Something failed that is not the caller's doing");

        private final int status;
        private final String id;
        private final String title;

        Kind(int status, String id, String title) {
            this.status = status;
            this.id = id;
            this.title = title;
        }
    }

    ApiProblem {
        lists = Map.copyOf(lists);
        headers = Map.copyOf(headers);
    }

    ApiProblem(Kind kind, String detail) {
        this(kind, detail, Map.of(), Map.of());
    }

    /** This problem with this list of names as its only further member. */
    ApiProblem with(String name, List<String> values) {
        return new ApiProblem(kind, detail, Map.of(name, List.copyOf(values)), headers);
    }

    /** This problem as an exception. */
    ApiException asException() {
        return new ApiException(this);
    }

    ApiResponse response(String requestId) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "urn:fixation-heatmap:problem:" + kind.id).put("title", kind.title).put("status", kind.status);
        json.put("detail", detail).put("instance", instance(requestId));
        lists.forEach((name, values) -> values.forEach(json.putArray(name)::add));
        ApiResponse response = ApiResponse.problem(kind.status, json);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    /** The identifier of one occurrence of a problem. The log has the same request id. */
    static String instance(String requestId) {
        return "urn:fixation-heatmap:request:" + requestId;
    }

    /** Carries a problem to {@link HeatmapApi}. */
    static final class ApiException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ApiProblem problem;

        private ApiException(ApiProblem problem) {
            super(problem.detail);
            this.problem = problem;
        }

        ApiProblem problem() {
            return problem;
        }
    }
}
