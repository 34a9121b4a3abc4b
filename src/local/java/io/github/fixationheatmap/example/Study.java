package io.github.fixationheatmap.example;

import io.github.fixationheatmap.model.Fixation.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The made-up study: three recordings, one of them with two sections, as Pupil Cloud's Reference Image Mapper exports them. */
final class Study {

    private static final String FIXATIONS_HEADER = "section id,recording id,fixation id,"
            + "start timestamp [ns],end timestamp [ns],duration [ms],"
            + "fixation detected in reference image,fixation x [px],fixation y [px]\n";
    private static final String SECTIONS_HEADER = "section id,recording id,recording name,wearer id,wearer name,"
            + "section start time [ns],section end time [ns],start event name,end event name\n";
    private static final long SEED = 20251017;
    private static final long FIRST_START = 1_760_695_200_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    /** A part of a recording: where it starts and how long it is, in ms, and the events that bound it. */
    private record Part(long fromMs, long lengthMs, String startEvent, String endEvent) {}

    private static final Part WHOLE = new Part(0, 66_500, "recording.begin", "recording.end");
    private static final List<List<Part>> RECORDINGS = List.of(
            List.of(WHOLE),
            List.of(new Part(4_200, 61_000, "free.begin", "free.end"), new Part(71_400, 60_200, "search.begin", "search.end")),
            List.of(new Part(0, 72_000, "recording.begin", "recording.end")));

    private final Random random = new Random(SEED);
    private final StringBuilder fixations = new StringBuilder(FIXATIONS_HEADER);
    private final StringBuilder sections = new StringBuilder(SECTIONS_HEADER);

    Study() {
        for (int i = 0; i < RECORDINGS.size(); i++) {
            recording(i);
        }
    }

    String fixations() {
        return fixations.toString();
    }

    String sections() {
        return sections.toString();
    }

    private void recording(int number) {
        UUID recording = nextId();
        UUID wearer = nextId();
        long begin = FIRST_START + number * 1_260L * SECOND + random.nextInt(1_000_000_000);
        Viewer viewer = new Viewer(random, number);
        int fixation = 1;
        for (Part part : RECORDINGS.get(number)) {
            UUID section = nextId();
            long start = begin + part.fromMs() * 1_000_000;
            long end = start + part.lengthMs() * 1_000_000;
            sections.append("%s,%s,shelf-%02d,%s,P%02d,%d,%d,%s,%s\n".formatted(
                    section, recording, number + 1, wearer, number + 1, start, end, part.startEvent(), part.endEvent()));
            // A fixation that lasts while a section starts belongs to it, and so starts before it.
            long t = part.fromMs() == 0 ? start + 35_000_000 : start - 48_000_000;
            while (true) {
                long until = t + viewer.nextDuration();
                if (until > end) {
                    break;
                }
                fixations.append("%s,%s,%d,%d,%d,%d,%s\n".formatted(
                        section, recording, fixation++, t, until, (until - t) / 1_000_000, position(viewer)));
                t = until + viewer.nextGap();
            }
            // What lies between two sections is not exported, but it was counted.
            fixation += 20;
        }
    }

    private static String position(Viewer viewer) {
        if (viewer.looksAway()) {
            return "false,,";
        }
        Point p = viewer.nextPosition();
        boolean inside = p.x() >= 0 && p.x() <= ShelfPicture.WIDTH && p.y() >= 0 && p.y() <= ShelfPicture.HEIGHT;
        return inside + "," + decimal(p.x()) + "," + decimal(p.y());
    }

    private static String decimal(double px) {
        return BigDecimal.valueOf(px).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private UUID nextId() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low);
    }
}
