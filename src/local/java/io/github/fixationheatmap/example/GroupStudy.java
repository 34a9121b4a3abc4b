package io.github.fixationheatmap.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.model.Fixation.Point;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A made-up study of two groups that differ on purpose: hosts look at one object of the shelf much more often than guests do, and guests at
 * another one. {@code java ... GroupStudy src/test/resources/example-groups} makes it again. Its picture is that of the other example.
 */
public final class GroupStudy {

    /** The folder among the test resources. */
    public static final String NAME = "example-groups";

    /** The object that hosts prefer, among {@link ShelfObject#ALL}. */
    static final int OF_HOSTS = 7;

    /** The object that guests prefer. */
    static final int OF_GUESTS = 1;

    private static final int IN_GROUP = 10;
    private static final int FIXATIONS = 80;
    private static final long SEED = 20251127;
    private static final long FIRST_START = 1_760_695_200_000_000_000L;
    private static final long LENGTH = 60_000_000_000L;
    private static final List<Integer> HOSTS = List.of(4, 2, 4, 2, 3, 2, 3, 12, 4);
    private static final List<Integer> GUESTS = List.of(4, 12, 4, 2, 3, 2, 3, 2, 4);

    private final Random random = new Random(SEED);
    private final StringBuilder fixations = new StringBuilder("section id,recording id,fixation id,start timestamp [ns],"
            + "end timestamp [ns],duration [ms],fixation detected in reference image,fixation x [px],fixation y [px]\n");
    private final StringBuilder sections = new StringBuilder("section id,recording id,recording name,wearer id,wearer name,"
            + "section start time [ns],section end time [ns],start event name,end event name\n");
    private final StringBuilder groups = new StringBuilder("recording name,group\n");

    private GroupStudy() {
        for (int i = 0; i < 2 * IN_GROUP; i++) {
            recording(i);
        }
    }

    /** Writes the tables into the folder that the only argument names. */
    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(Path.of(args[0]).resolve(file.getKey()), file.getValue());
        }
    }

    /** The tables, made anew. */
    public static Map<String, byte[]> files() {
        GroupStudy study = new GroupStudy();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("fixations.csv", study.fixations.toString().getBytes(UTF_8));
        files.put("sections.csv", study.sections.toString().getBytes(UTF_8));
        files.put("groups.csv", study.groups.toString().getBytes(UTF_8));
        return files;
    }

    private void recording(int number) {
        boolean host = number % 2 == 0;
        String name = "P%02d".formatted(number + 1);
        long start = FIRST_START + number * 2L * LENGTH;
        sections.append("s%1$s,r%1$s,%1$s,w%1$s,%1$s,%2$d,%3$d,recording.begin,recording.end%n".formatted(name, start, start + LENGTH)
                .replace(System.lineSeparator(), "\n"));
        groups.append(name).append(host ? ",hosts\n" : ",guests\n");
        Viewer viewer = new Viewer(random, host ? HOSTS : GUESTS);
        long t = start + 35_000_000;
        for (int i = 1; i <= FIXATIONS; i++) {
            long until = t + viewer.nextDuration();
            Point p = viewer.nextPosition();
            boolean inside = p.x() >= 0 && p.x() <= ShelfPicture.WIDTH && p.y() >= 0 && p.y() <= ShelfPicture.HEIGHT;
            fixations.append("s%1$s,r%1$s,%2$d,%3$d,%4$d,%5$d,%6$s,%7$s,%8$s".formatted(
                    name, i, t, until, (until - t) / 1_000_000, inside, decimal(p.x()), decimal(p.y()))).append('\n');
            t = until + viewer.nextGap();
        }
    }

    private static String decimal(double px) {
        return BigDecimal.valueOf(px).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
