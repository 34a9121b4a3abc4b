package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.read.MemoryFile;
import io.github.fixationheatmap.read.export.FixationFiles;
import io.github.fixationheatmap.read.tracker.TableSetup;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * How fast an export of Tobii Studio of 1 GB is read, merged and counted, on one thread and with a small heap: 60 columns, a row for each
 * of the samples of 300 per second, 40 to 120 of them in a fixation, and a hundred recordings.
 */
final class TableRate {

    private static final int RECORDINGS = 100;
    private static final long BYTES = 1_000_000_000;
    private static final int RUNS = 3;
    private static final int OTHER_COLUMNS = 44;
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx64m");
    private static final String PARTICIPANT = "P000";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private TableRate() {}

    /** Prints the rate and the peak memory of each encoding. */
    static void run(BenchmarkOptions options) throws IOException {
        Jvm jvm = new Jvm(List.of(), OPTIONS, System.getProperty("java.class.path"), Map.of());
        for (Charset charset : List.of(UTF_8, StandardCharsets.UTF_16LE)) {
            System.out.println(String.join(System.lineSeparator(), jvm.run(Redirect.INHERIT, TableRate.class, charset.name()).lines()));
        }
    }

    /** The process that reads. The argument is the encoding. */
    public static void main(String[] args) throws IOException {
        Charset charset = Charset.forName(args[0]);
        String header = "\uFEFF" + header();
        byte[] first = header.getBytes(charset);
        StringBuilder text = new StringBuilder();
        int rows = 0;
        Random random = new Random(1);
        int fixations = 0;
        while (text.length() * (charset.equals(UTF_8) ? 1L : 2L) < BYTES / RECORDINGS) {
            rows += addFixation(text, ++fixations, rows, 40 + random.nextInt(80), random);
        }
        byte[] recording = text.toString().getBytes(charset);
        text.setLength(0);
        int[] names = places(recording, PARTICIPANT.getBytes(charset));
        MemoryFile file = new MemoryFile("fixations.tsv", first.length + (long) RECORDINGS * recording.length,
                () -> new Repeated(first, recording, names, charset));
        long expected = (long) fixations * RECORDINGS;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            long cpu = THREADS.getCurrentThreadCpuTime();
            long counted = count(file);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (counted != expected) {
                throw new IllegalStateException(counted + " fixations, not " + expected);
            }
            System.out.printf(Locale.ROOT, "%s: %d rows in %.2f s: %.0f MB/s, %.2f million rows/s, %d fixations,"
                    + " %.2f s of the processor, peak %s%n",
                    charset, (long) rows * RECORDINGS, seconds, file.size() / 1e6 / seconds,
                    rows * (double) RECORDINGS / 1e6 / seconds, counted,
                    (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9, peak());
        }
    }

    private static String peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmHWM")).findFirst().orElse("unknown");
    }

    private static String header() {
        StringBuilder header = new StringBuilder("ParticipantName\tRecordingName\tRecordingResolution\tMediaName\tMediaPosX (ADCSpx)\t"
                + "MediaPosY (ADCSpx)\tMediaWidth\tMediaHeight\tRecordingTimestamp\tFixationIndex\tSaccadeIndex\tGazeEventType\t"
                + "GazeEventDuration\tFixationPointX (MCSpx)\tFixationPointY (MCSpx)");
        for (int i = 0; i < OTHER_COLUMNS; i++) {
            header.append("\tGazePoint").append(i);
        }
        return header.append("\r\n").toString();
    }

    private static int addFixation(StringBuilder text, int index, int row, int rows, Random random) {
        String others = "\t" + "0.42\t".repeat(OTHER_COLUMNS - 1) + "1\r\n";
        String place = "\t" + random.nextInt(1900) + "\t" + random.nextInt(1000);
        for (int i = 0; i < rows; i++) {
            boolean saccade = i >= rows - 6;
            text.append(PARTICIPANT).append("\tRec 1\t1920 x 1080\tshelf.png\t0\t0\t1920\t1080\t").append((row + i) * 10 / 3).append('\t')
                    .append(saccade ? "" : index).append('\t').append(saccade ? index : "").append('\t')
                    .append(saccade ? "Saccade\t20" : "Fixation\t" + (rows - 6) * 10 / 3).append(saccade ? "\t\t" : place).append(others);
        }
        return rows;
    }

    private static int[] places(byte[] text, byte[] name) {
        int[] found = new int[text.length / name.length];
        int count = 0;
        for (int i = 0; i + name.length <= text.length; i++) {
            if (text[i] == name[0] && Arrays.equals(text, i, i + name.length, name, 0, name.length)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static long count(MemoryFile file) {
        TableSetup setup = new TableSetup(HeatmapOptions.PUBLISHED.tracker(), 1920, 1080, "reference_image.png",
                pointer -> new Location.Pointer("heatmap.json", pointer));
        Histogram histogram = new Histogram(Grid.of(1920, 1080));
        long[] count = {0};
        try (FixationFiles.Reader reader = FixationFiles.of(file).open(setup)) {
            reader.forEach(fixation -> {
                Fixation.Point point = fixation.position();
                if (point != null && histogram.add(point.x(), point.y(), 1)) {
                    count[0]++;
                }
            });
        }
        return count[0];
    }

    /** A header, and one recording again and again under another name. */
    private static final class Repeated extends InputStream {

        private final byte[] header;
        private final byte[] recording;
        private final int[] names;
        private final Charset charset;
        private byte[] now;
        private int at;
        private int next;

        Repeated(byte[] header, byte[] recording, int[] names, Charset charset) {
            this.header = header;
            this.recording = recording;
            this.names = names;
            this.charset = charset;
            this.now = this.header;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == now.length) {
                if (next == RECORDINGS) {
                    return -1;
                }
                byte[] name = String.format(Locale.ROOT, "P%03d", next++).getBytes(charset);
                for (int place : names) {
                    System.arraycopy(name, 0, recording, place, name.length);
                }
                now = recording;
                at = 0;
            }
            int n = Math.min(length, now.length - at);
            System.arraycopy(now, at, target, offset, n);
            at += n;
            return n;
        }
    }
}
