package io.github.fixationheatmap.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What made a result.
 *
 * @param name its name
 * @param version its version
 * @param build a hash of the sources that it was built from: the same sources give the same results
 */
public record Tool(String name, String version, String build) {

    private static final String RESOURCE = "tool.properties";

    /** This tool, with the name and version that its build wrote. */
    public static Tool read() {
        try (InputStream in = Tool.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            String name = properties.getProperty("name");
            String version = properties.getProperty("version");
            String build = properties.getProperty("build");
            if (name == null || version == null || build == null) {
                throw new IllegalStateException(RESOURCE + " of the build lacks name, version or build");
            }
            return new Tool(name, version, build);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("version", version);
    }
}
