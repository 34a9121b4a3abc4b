package io.github.fixationheatmap.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One action on one resource that a role allows.
 *
 * @param sid the statement that says so
 * @param action the action
 * @param resource the resource's ARN, with a star at most
 * @param prefix the pattern that a listing's prefix must match, or null where any does
 */
record Grant(String sid, String action, String resource, @Nullable String prefix) {

    /** All that a role's own policies and those attached to it allow. */
    static List<Grant> of(Template template, String role) {
        JsonNode own = Objects.requireNonNull(template.resources("AWS::IAM::Role").get(role), role).at("/Properties/Policies");
        Stream<JsonNode> attached = template.resources("AWS::IAM::Policy").values().stream().map(p -> p.path("Properties"))
                .filter(p -> p.path("Roles").valueStream().anyMatch(r -> r.asText().equals(role)));
        List<Grant> grants = new ArrayList<>();
        Stream.concat(own.valueStream(), attached).flatMap(p -> p.at("/PolicyDocument/Statement").valueStream())
                .forEach(s -> grants.addAll(ofStatement(s)));
        return grants;
    }

    private static List<Grant> ofStatement(JsonNode statement) {
        if (!statement.path("Effect").asText().equals("Allow") || statement.has("NotAction") || statement.has("NotResource")) {
            throw new IllegalArgumentException("a statement of another kind: " + statement);
        }
        JsonNode prefix = statement.at("/Condition/StringLike/s3:prefix");
        List<Grant> grants = new ArrayList<>();
        for (String action : texts(statement.path("Action"))) {
            for (String resource : texts(statement.path("Resource"))) {
                grants.add(new Grant(statement.path("Sid").asText(), action, resource, prefix.isMissingNode() ? null : prefix.asText()));
            }
        }
        return grants;
    }

    private static List<String> texts(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream().map(JsonNode::asText).toList() : List.of(oneOrMany.asText());
    }

    boolean allows(Access access) {
        return action.equals(access.action()) && Star.matches(resource, access.resource())
                && (prefix == null || (access.prefix() != null && Star.matches(prefix, access.prefix())));
    }
}
