package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A study of 10,000 exports that all failed, some of them with names that must be escaped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class StudyFailuresTest {

    private static final int EXPORTS = 10_000;

    private static final List<String> ODD_NAMES = List.of("<b>bold</b>", "<script>alert(1)</script>", "a & b &amp; c", "\"quoted\" 'twice'",
            "100% & 50%25", "who?", "#1", "a+b", "a b", "\uD83D\uDE00", "\u05E9\u05DC\u05D5\u05DD \u202Eabc", "caf\u00E9", "e\u0301",
            "javascript:alert(1)", "a:b", "x\\y", "{{x}} ${y} @if");

    private static final Pattern ROW = Pattern.compile("<a href=\"([^\"]*)\"><bdi>([^<]*)</bdi></a>");
    private static final URI PAGE = URI.create("https://results.example/lab/study.html");

    private final EmbeddedS3 server = EmbeddedS3.start();
    private final TestStack stack = new TestStack(server);

    @BeforeAll
    void finishTheStudy() {
        StudyStack study = new StudyStack(stack);
        stack.upload("inbox/lab/all.zip", text("x"));
        stack.upload("inbox/lab/study.json", text("{}"));
        JsonNode planned = study.plan("inbox/lab/study.json");
        study.replacePart(planned, 0, StudyParts.ofZip("all", EXPORTS, StudyFailuresTest::name, n -> "refused"));
        study.finish(planned);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String name(int export) {
        return export < ODD_NAMES.size() ? ODD_NAMES.get(export) : "export " + export;
    }

    private static List<String> names() {
        return IntStream.range(0, EXPORTS).mapToObj(StudyFailuresTest::name).toList();
    }

    private String page(int number) {
        return new String(stack.result(number == 1 ? "lab/study.html" : "lab/study-" + number + ".html"), UTF_8);
    }

    /** What a browser shows for the text of an element or the value of an attribute. */
    private static String shown(String html) {
        assertThat(html).doesNotContainPattern("&(?!amp;|lt;|gt;|#34;|#39;)");
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    /** The key that a link of a page leads to. */
    private static String key(String href) {
        return PAGE.resolve(shown(href)).getPath().substring(1);
    }

    @Test
    void eachIsNamedInTheDocument() {
        JsonNode document = stack.json("lab/study.json");
        assertThat(document.at("/exports/refused").asInt()).isEqualTo(EXPORTS);
        assertThat(document.path("failures").findValuesAsText("results"))
                .containsExactlyInAnyOrderElementsOf(names().stream().map(name -> "lab/all/" + name + "/").toList());
        assertThat(document.path("pages")).hasSize(EXPORTS / 500);
        assertThat(StudySchemaTest.SCHEMA.validate(document)).isEmpty();
    }

    @Test
    void eachIsOnOnePageWithALinkToItsError() {
        List<String> shown = new ArrayList<>();
        for (int number = 1; number <= EXPORTS / 500; number++) {
            Matcher row = ROW.matcher(page(number));
            int rows = 0;
            for (; row.find(); rows++) {
                String name = shown(row.group(2));
                assertThat(key(row.group(1))).isEqualTo("lab/" + name + "/error.json");
                shown.add(name);
            }
            assertThat(rows).isEqualTo(500);
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(names().stream().map(name -> "all/" + name).toList());
    }

    @Test
    void theFirstPageLeadsToAllOthers() {
        HashSet<String> keys = new HashSet<>(List.of("lab/study.html"));
        Matcher link = Pattern.compile("href=\"([^\"]*study-[0-9]+\\.html)\"").matcher(page(1));
        while (link.find()) {
            keys.add(key(link.group(1)));
        }
        List<String> pages = stack.json("lab/study.json").path("pages").valueStream().map(JsonNode::asText).toList();
        assertThat(keys).containsExactlyInAnyOrderElementsOf(pages);
        assertThat(stack.resultKeys("lab/")).containsAll(pages);
        assertThat(page(1)).contains("0 of 10,000 exports have results").endsWith("</html>\n");
    }

    @Test
    void noNameBecomesMarkup() {
        assertThat(page(1)).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert", "<b>bold", "href=\"javascript:");
    }
}
