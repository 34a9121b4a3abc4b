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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each reader over good inputs, over what fuzzing found, and over seeded mutations of both: read or refused, never anything else. The
 * property {@code fuzz.seed} chooses other mutations, {@code fuzz.seconds} tries for longer.
 */
class FuzzTest {

    private static final int MAX_SEED = 1 << 14;

    @ParameterizedTest
    @EnumSource(Target.class)
    void everyInputIsReadOrRefused(Target target) throws IOException, URISyntaxException {
        List<byte[]> corpus = corpus(target);
        assertThat(corpus).isNotEmpty();
        corpus.forEach(target::read);
        long seed = Long.getLong("fuzz.seed", 1);
        Mutator mutator = new Mutator(seed);
        long end = System.nanoTime() + Integer.getInteger("fuzz.seconds", 2) * 1_000_000_000L;
        int tried = 0;
        while (System.nanoTime() < end) {
            byte[] input = mutator.mutate(corpus);
            try {
                target.read(input);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ", input " + tried + ": " + HexFormat.of().formatHex(input), broken);
            }
            tried++;
        }
        System.out.printf("%s: %d inputs of seed %d were read or refused%n", target, tried, seed);
        assertThat(tried).isGreaterThan(100);
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
