package io.github.fixationheatmap.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a request asks for, told by its method and path. */
sealed interface Route {

    /** A link to upload a zip. */
    record CreateUpload() implements Route {}

    /** The heatmap of a drop. */
    record CreateHeatmap() implements Route {}

    /** How far a heatmap is. */
    record ReadHeatmap(String id) implements Route {}

    /** One of a heatmap's files. */
    record ReadFile(String id, String file) implements Route {}

    /** What there is. */
    record ListHeatmaps() implements Route {}

    /** The description of the API. */
    record ReadDescription() implements Route {}

    /**
     * The route of a method and a path.
     *
     * @throws ApiProblem.ApiException 404 or 405 if there is none
     */
    static Route of(String method, String path) {
        List<String> segments = List.of(path.split("/", -1));
        if (segments.size() < 3 || !segments.get(0).isEmpty() || !segments.get(1).equals("v1")) {
            throw notFound();
        }
        return switch (segments.size() + " " + segments.get(2)) {
            case "3 uploads" -> among(Map.of("POST", new CreateUpload()), method);
            case "3 openapi.json" -> among(Map.of("GET", new ReadDescription()), method);
            case "3 heatmaps" -> among(Map.of("GET", new ListHeatmaps(), "POST", new CreateHeatmap()), method);
            case "4 heatmaps" -> among(Map.of("GET", new ReadHeatmap(segments.get(3))), method);
            case "5 heatmaps" -> among(Map.of("GET", new ReadFile(segments.get(3), segments.get(4))), method);
            default -> throw notFound();
        };
    }

    private static Route among(Map<String, Route> byMethod, String method) {
        Route route = byMethod.get(method);
        if (route == null) {
            String allowed = byMethod.keySet().stream().sorted().collect(Collectors.joining(", "));
            throw new ApiProblem(ApiProblem.Kind.METHOD_NOT_ALLOWED, "This path knows " + allowed + ".", Map.of(), Map.of("allow", allowed))
                    .asException();
        }
        return route;
    }

    private static ApiProblem.ApiException notFound() {
        return new ApiProblem(ApiProblem.Kind.NOT_FOUND, "Nothing is at this path; GET /v1/openapi.json describes what is.").asException();
    }
}
