package io.github.fixationheatmap.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The operation of a request, by its method and path. Each route is named like the operation in the OpenAPI document. */
sealed interface Route {

    /** A link to upload a zip. */
    record CreateUpload() implements Route {}

    /** The heatmap of a drop. */
    record CreateHeatmap() implements Route {}

    /** The status and the results of a heatmap. */
    record ReadHeatmap(String id) implements Route {}

    /** One of a heatmap's files. */
    record ReadFile(String id, String file) implements Route {}

    /** One of the files of a group, or of two groups, which lie in a folder. */
    record ReadGroupFile(String id, String group, String file) implements Route {}

    /** A run of all drops below a folder. */
    record CreateStudy() implements Route {}

    /** A page of all results. */
    record ListHeatmaps() implements Route {}

    /** The OpenAPI document. */
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
            case "3 uploads" -> byMethod(Map.of("POST", new CreateUpload()), method);
            case "3 openapi.json" -> byMethod(Map.of("GET", new ReadDescription()), method);
            case "3 studies" -> byMethod(Map.of("POST", new CreateStudy()), method);
            case "3 heatmaps" -> byMethod(Map.of("GET", new ListHeatmaps(), "POST", new CreateHeatmap()), method);
            case "4 heatmaps" -> byMethod(Map.of("GET", new ReadHeatmap(segments.get(3))), method);
            case "5 heatmaps" -> byMethod(Map.of("GET", new ReadFile(segments.get(3), segments.get(4))), method);
            case "7 heatmaps" -> ofGroup(method, segments);
            default -> throw notFound();
        };
    }

    private static Route ofGroup(String method, List<String> segments) {
        if (!segments.get(4).equals("groups")) {
            throw notFound();
        }
        return byMethod(Map.of("GET", new ReadGroupFile(segments.get(3), decoded(segments.get(5)), segments.get(6))), method);
    }

    /** The names of groups may have spaces and letters that clients encode. No name has a plus or a percent sign. */
    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException bad) {
            throw notFound();
        }
    }

    private static Route byMethod(Map<String, Route> routes, String method) {
        Route route = routes.get(method);
        if (route == null) {
            String allowed = routes.keySet().stream().sorted().collect(Collectors.joining(", "));
            throw new ApiProblem(ApiProblem.Kind.METHOD_NOT_ALLOWED, "This path knows " + allowed + ".", Map.of(), Map.of("allow", allowed))
                    .asException();
        }
        return route;
    }

    private static ApiProblem.ApiException notFound() {
        return new ApiProblem(ApiProblem.Kind.NOT_FOUND, "Nothing is at this path; GET /v1/openapi.json describes what is.").asException();
    }
}
