package io.github.fixationheatmap.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A release has one version, whichever file is asked, and what sam publish wants is there. */
class ReleaseTest {

    private static final Template TEMPLATE = Template.with(Map.of());

    @Test
    void allFilesNameOneVersion() throws IOException {
        String version = found(Path.of("pom.xml"), "<artifactId>fixation-heatmap</artifactId>\\s*<version>([^<]+)</version>");
        assertThat(TEMPLATE.application().path("SemanticVersion").asText()).isEqualTo(version);
        assertThat(found(Path.of("CITATION.cff"), "(?m)^version: (.+)$")).isEqualTo(version);
        assertThat(found(Path.of("CHANGELOG.md"), "This becomes (\\d+\\.\\d+\\.\\d+)\\.|(?m)^## \\[(\\d[^]]+)]")).isEqualTo(version);
        for (Path page : List.of(Path.of("README.md"), Path.of("src", "docs", "laptop.md"))) {
            assertThat(Pattern.compile("fixation-heatmap-(\\d+\\.\\d+\\.\\d+)\\.jar").matcher(Files.readString(page)).results()
                    .map(m -> m.group(1))).as(page.toString()).isNotEmpty().containsOnly(version);
        }
    }

    private static String found(Path file, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        assertThat(matcher.find()).as(file.toString()).isTrue();
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    /** The bounds are those of the Serverless Application Repository. */
    @Test
    void theApplicationCanBePublished() {
        assertThat(TEMPLATE.application().path("Name").asText()).matches("[a-zA-Z0-9-]{1,140}");
        assertThat(TEMPLATE.application().path("Author").asText()).matches("[a-z0-9]([a-z0-9]|-(?!-)){0,125}[a-z0-9]");
        assertThat(TEMPLATE.application().path("Description").asText()).hasSizeBetween(1, 256);
        assertThat(TEMPLATE.application().path("SpdxLicenseId").asText()).isEqualTo("Apache-2.0");
        assertThat(TEMPLATE.application().path("Labels")).hasSizeBetween(1, 10)
                .allSatisfy(label -> assertThat(label.asText()).matches("[a-zA-Z0-9+\\-_:/@]{1,127}"));
        for (String file : List.of("LicenseUrl", "ReadmeUrl")) {
            assertThat(Path.of(TEMPLATE.application().path(file).asText())).exists();
        }
    }
}
