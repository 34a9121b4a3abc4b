package io.github.fixationheatmap.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What made a result. */
record Tool(String name, String version) {

    private static final String RESOURCE = "tool.properties";

    /** This very tool, as its build named it. */
    static Tool read() {
        try (InputStream in = Tool.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            String name = properties.getProperty("name");
            String version = properties.getProperty("version");
            if (name == null || version == null) {
                throw new IllegalStateException(RESOURCE + " of the build lacks name or version");
            }
            return new Tool(name, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("version", version);
    }
}
