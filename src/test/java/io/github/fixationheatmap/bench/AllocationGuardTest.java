package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.fixationheatmap.lambda.DropHandler;
import io.github.fixationheatmap.lambda.Settings;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.laptop.FolderStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much memory a warm drop asks for, all threads together: it does not depend on the machine, and what allocates more is slower
 * everywhere. The least of several tries counts, for other threads of the JVM may ask for some as well. The bounds are a quarter above
 * what was measured: whoever needs more raises them, and says why.
 */
@Tag("slow")
class AllocationGuardTest {

    private static final int WIDTH = 1632;
    private static final int HEIGHT = 1224;
    private static final int TRIES = 6;

    /** The photo and both of its pictures, coded and not, and all else that a drop needs. */
    private static final long MAX_PER_DROP = 29_000_000;

    /** For each row of a fixations file. */
    private static final double MAX_PER_ROW = 345;

    /** For each recording of a drop that has enough of them for their stability, all rows aside: its map. */
    private static final double MAX_PER_RECORDING = 800_000;

    /** Too few for their stability. */
    private static final int FEW = 3;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aDropAndItsRowsAskForLittle() throws IOException {
        long few = allocated(MadeStudy.of(new Study(folder.resolve("few")), 10_000, FEW, WIDTH, HEIGHT));
        long many = allocated(MadeStudy.of(new Study(folder.resolve("many")), 30_000, FEW, WIDTH, HEIGHT));
        double row = (many - few) / 20_000.0;
        System.out.println("a warm drop of 2 MP and 10,000 rows allocates " + few + " bytes, a row more " + row);
        assertThat(few).isLessThan(MAX_PER_DROP);
        assertThat(row).isLessThan(MAX_PER_ROW);
    }

    @Test
    void aRecordingAsksForLittleMoreThanItsMap() throws IOException {
        long ten = allocated(MadeStudy.of(new Study(folder.resolve("ten")), 30_000, 10, WIDTH, HEIGHT));
        long thirty = allocated(MadeStudy.of(new Study(folder.resolve("thirty")), 30_000, 30, WIDTH, HEIGHT));
        double recording = (thirty - ten) / 20.0;
        System.out.println("a recording more allocates " + recording + " bytes");
        assertThat(recording).isLessThan(MAX_PER_RECORDING);
    }

    private static long allocated(Study study) throws IOException {
        PrintStream log = new PrintStream(new ByteArrayOutputStream(), false, UTF_8);
        DropHandler handler = new DropHandler(Settings.fromEnvironment(Map.of("RESULTS_BUCKET", Study.RESULTS, "DEFAULT_OUTPUTS", "none")),
                new FolderStore(study.root()), log);
        byte[] event = study.event().getBytes(UTF_8);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            study.forget();
            long before = threads.getTotalThreadAllocatedBytes();
            handler.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), new StubLambdaContext());
            least = Math.min(least, threads.getTotalThreadAllocatedBytes() - before);
            study.requireDone();
        }
        return least;
    }
}
