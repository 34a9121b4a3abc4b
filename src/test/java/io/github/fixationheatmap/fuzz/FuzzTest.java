package io.github.fixationheatmap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each reader over good inputs, over what fuzzing found, and over seeded mutations of both: read or refused, never anything else. The
 * property {@code fuzz.seed} chooses other mutations, {@code fuzz.inputs} how many.
 */
@Tag("slow")
class FuzzTest {

    private static final int MAX_SEED = 1 << 14;

    @ParameterizedTest
    @EnumSource(Target.class)
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void everyInputIsReadOrRefused(Target target) throws IOException, URISyntaxException {
        List<byte[]> corpus = corpus(target);
        assertThat(corpus).isNotEmpty();
        corpus.forEach(target::read);
        long seed = Long.getLong("fuzz.seed", 1);
        Mutator mutator = new Mutator(seed);
        int inputs = Integer.getInteger("fuzz.inputs", 10_000);
        for (int tried = 0; tried < inputs; tried++) {
            byte[] input = mutator.mutate(corpus);
            try {
                target.read(input);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ", input " + tried + ": " + HexFormat.of().formatHex(input), broken);
            }
        }
    }

    private static List<byte[]> corpus(Target target) throws IOException, URISyntaxException {
        Path resources = Path.of(Objects.requireNonNull(FuzzTest.class.getResource("/" + target.corpus())).toURI());
        try (Stream<Path> files = Files.list(resources)) {
            return files.sorted().map(FuzzTest::bytes).filter(b -> b.length < MAX_SEED).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
