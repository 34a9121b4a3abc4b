package io.github.fixationheatmap.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * {@code template.yaml} as CloudFormation would see it: its functions (Ref, Sub, GetAtt, If, Equals, Not, And, Or) are worked out, for one
 * stack of one account. What only a deployment knows, such as a queue's ARN, is a name made up from the resource's own:
 * {@code DropQueue.Arn}.
 */
public final class Template {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}!]+)}");
    private static final Map<String, String> PSEUDO = Map.of("AWS::StackName", "stack", "AWS::AccountId", "123456789012",
            "AWS::Region", "eu-central-1", "AWS::Partition", "aws", "AWS::URLSuffix", "amazonaws.com");

    private final JsonNode root;
    private final Map<String, String> parameters;

    private Template(JsonNode root, Map<String, String> parameters) {
        this.root = root;
        this.parameters = parameters;
    }

    /** The template with the given parameters, the others having their defaults. */
    public static Template with(Map<String, String> given) {
        try (Reader reader = Files.newBufferedReader(Path.of("template.yaml"))) {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(200); // the template is no bomb
            JsonNode root = json(new Yaml(options).compose(reader));
            Map<String, String> parameters = new LinkedHashMap<>();
            root.path("Parameters").properties().forEach(p -> parameters.put(p.getKey(), p.getValue().path("Default").asText()));
            parameters.putAll(given);
            return new Template(root, parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The resources of a type that are made under these parameters, by their logical ids. */
    public Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> resource : root.path("Resources").properties()) {
            JsonNode condition = resource.getValue().path("Condition");
            if (resource.getValue().path("Type").asText().equals(type) && (condition.isMissingNode() || holds(condition.asText()))) {
                found.put(resource.getKey(), resolved(resource.getValue()));
            }
        }
        return found;
    }

    /** The ids of all resources that are made under these parameters. */
    Set<String> made() {
        Set<String> ids = new LinkedHashSet<>();
        root.path("Resources").properties().stream().map(r -> r.getValue().path("Type").asText()).distinct()
                .forEach(type -> ids.addAll(resources(type).keySet()));
        return ids;
    }

    /** The names of the stack's outputs. */
    Set<String> outputs() {
        Set<String> names = new LinkedHashSet<>();
        root.path("Outputs").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What the repository of serverless applications shows of it. */
    JsonNode application() {
        return root.path("Metadata").path("AWS::ServerlessRepo::Application");
    }

    /** The parameters, by name: type, default, bounds and description. */
    Map<String, JsonNode> parameters() {
        Map<String, JsonNode> declared = new LinkedHashMap<>();
        root.path("Parameters").properties().forEach(p -> declared.put(p.getKey(), p.getValue()));
        return declared;
    }

    /** The ARN of a bucket of the template. */
    String bucketArn(String id) {
        return "arn:aws:s3:::" + resolved(root.path("Resources").path(id).at("/Properties/BucketName")).asText();
    }

    private JsonNode resolved(JsonNode node) {
        if (node.isObject() && node.size() == 1) {
            Map.Entry<String, JsonNode> only = node.properties().iterator().next();
            switch (only.getKey()) {
                case "Ref" -> {
                    return ref(only.getValue().asText());
                }
                case "Fn::GetAtt" -> {
                    return TextNode.valueOf(attribute(only.getValue().asText()));
                }
                case "Fn::Sub" -> {
                    return substituted(only.getValue());
                }
                case "Fn::If" -> {
                    return resolved(only.getValue().path(holds(only.getValue().path(0).asText()) ? 1 : 2));
                }
                default -> { }
            }
        }
        return children(node);
    }

    /** A text, or a text with the variables that it has beside those of the template. */
    private JsonNode substituted(JsonNode textOrList) {
        String text = textOrList.isArray() ? textOrList.path(0).asText() : textOrList.asText();
        return TextNode.valueOf(VARIABLE.matcher(text).replaceAll(m -> {
            JsonNode own = textOrList.path(1).path(m.group(1));
            if (!own.isMissingNode()) {
                return resolved(own).asText();
            }
            return m.group(1).contains(".") ? attribute(m.group(1)) : ref(m.group(1)).asText();
        }));
    }

    /** A member or element whose value is {@code AWS::NoValue} is not there. */
    private JsonNode children(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().stream().filter(e -> !resolved(e.getValue()).isMissingNode())
                    .forEach(e -> copy.set(e.getKey(), resolved(e.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.valueStream().map(this::resolved).filter(e -> !e.isMissingNode()).forEach(copy::add);
            return copy;
        }
        return node;
    }

    private JsonNode ref(String name) {
        if (name.equals("AWS::NoValue")) {
            return MissingNode.getInstance();
        }
        JsonNode bucket = root.path("Resources").path(name).at("/Properties/BucketName");
        return bucket.isMissingNode() ? TextNode.valueOf(PSEUDO.getOrDefault(name, parameters.getOrDefault(name, name))) : resolved(bucket);
    }

    private String attribute(String name) {
        String resource = name.substring(0, name.indexOf('.'));
        boolean isBucket = root.path("Resources").path(resource).path("Type").asText().equals("AWS::S3::Bucket");
        return isBucket && name.endsWith(".Arn") ? bucketArn(resource) : name;
    }

    private boolean holds(String condition) {
        return truth(root.path("Conditions").path(condition));
    }

    private boolean truth(JsonNode expression) {
        if (expression.has("Fn::Not")) {
            return !truth(expression.path("Fn::Not").path(0));
        }
        if (expression.has("Fn::And")) {
            return expression.path("Fn::And").valueStream().allMatch(this::truth);
        }
        if (expression.has("Fn::Or")) {
            return expression.path("Fn::Or").valueStream().anyMatch(this::truth);
        }
        if (expression.has("Condition")) {
            return holds(expression.path("Condition").asText());
        }
        JsonNode both = expression.path("Fn::Equals");
        if (both.size() != 2) {
            throw new IllegalArgumentException("a condition of another kind: " + expression);
        }
        return resolved(both.path(0)).equals(resolved(both.path(1)));
    }

    /** Short forms become long ones: {@code !Sub x} is {@code {"Fn::Sub": "x"}}. Every scalar is text. */
    private static JsonNode json(Node node) {
        JsonNode value = switch (node) {
            case MappingNode mapping -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                mapping.getValue().forEach(t -> object.set(((ScalarNode) t.getKeyNode()).getValue(), json(t.getValueNode())));
                yield object;
            }
            case SequenceNode sequence -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                sequence.getValue().forEach(n -> array.add(json(n)));
                yield array;
            }
            case ScalarNode scalar -> TextNode.valueOf(scalar.getValue());
            default -> throw new IllegalArgumentException("a YAML node of another kind: " + node);
        };
        String tag = node.getTag().getValue();
        if (!tag.startsWith("!")) {
            return value;
        }
        String name = tag.equals("!Ref") || tag.equals("!Condition") ? tag.substring(1) : "Fn::" + tag.substring(1);
        return JsonNodeFactory.instance.objectNode().set(name, value);
    }
}
