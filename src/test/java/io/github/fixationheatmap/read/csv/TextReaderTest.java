package io.github.fixationheatmap.read.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextReaderTest {

    /** Line ends of every kind, letters of one to four bytes, and more text than one buffer holds. */
    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of("\n", "\r", "\r\n", "a", "Küche", "東京", "😀", "x".repeat(7), "\n".repeat(40), "y".repeat(70_000))
                .list().ofMaxSize(40);
    }

    @Property(tries = 300)
    void aBadByteIsReportedWithItsLine(@ForAll("pieces") List<String> pieces) throws IOException {
        String text = String.join("", pieces);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(text.getBytes(UTF_8));
        file.write(0xFF);
        StringWriter read = new StringWriter();
        try (Reader reader = new TextReader(new ByteArrayInputStream(file.toByteArray()), "x.csv", TextReader.Encodings.UTF_8)) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> reader.transferTo(read))
                    .satisfies(e -> assertThat(e.problem().location()).isEqualTo(new Location.Line("x.csv", line(text))));
        }
        assertThat(read.toString()).isEqualTo(text);
    }

    private static long line(String text) {
        return text.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count() + 1;
    }
}
