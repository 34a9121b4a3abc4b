package io.github.fixationheatmap.local;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Cuts an SBOM (CycloneDX) of all that the project depends on down to what the runnable jar holds. Its arguments: the file, which is
 * written over, and the artifact ids of the jar's parts with commas between them.
 */
public final class JarBom {

    private JarBom() {}

    public static void main(String[] args) throws IOException {
        JsonMapper mapper = new JsonMapper();
        Path file = Path.of(args[0]);
        ObjectNode bom = (ObjectNode) mapper.readTree(Files.readAllBytes(file));
        cut(bom, List.of(args[1].split(",")));
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        Files.writeString(file, mapper.writer(lines).writeValueAsString(bom));
    }

    /**
     * Leaves these components alone, and what depends on what among them.
     *
     * @throws IllegalStateException if one of them is not there
     */
    static void cut(ObjectNode bom, Collection<String> artifactIds) {
        Set<String> missing = new HashSet<>(artifactIds);
        Set<String> refs = new HashSet<>(Set.of(bom.at("/metadata/component/bom-ref").asText()));
        for (JsonNode component : bom.path("components")) {
            if (missing.remove(component.path("name").asText())) {
                refs.add(component.path("bom-ref").asText());
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the project does not depend on " + missing);
        }
        retain(bom.withArray("components"), "bom-ref", refs);
        ArrayNode dependencies = bom.withArray("dependencies");
        retain(dependencies, "ref", refs);
        for (JsonNode dependency : dependencies) {
            ArrayNode on = ((ObjectNode) dependency).withArray("dependsOn");
            for (int i = on.size() - 1; i >= 0; i--) {
                if (!refs.contains(on.get(i).asText())) {
                    on.remove(i);
                }
            }
        }
        // Another document than the one that it was cut from, and the same each time.
        bom.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(bom.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void retain(ArrayNode nodes, String field, Set<String> refs) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (!refs.contains(nodes.get(i).path(field).asText())) {
                nodes.remove(i);
            }
        }
    }
}
