package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Area.Ellipse;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.aoi.Area;
import io.github.fixationheatmap.analysis.aoi.Mask;
import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import io.github.fixationheatmap.analysis.aoi.Polygon;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.Sections.Section;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Scenes on whole numbers, so that each may be scaled without rounding. */
final class RandomScene {

    private static final String[] LABELS = {"cup", "bottle", "shelf, top", "say \"cheese\"", "=1+1", "Ä", ""};
    private static final long START = 1_700_000_000_000_000_000L;

    private final Random random;
    private final int width;
    private final int height;

    private RandomScene(Random random) {
        this.random = random;
        this.width = 1 + random.nextInt(40);
        this.height = 1 + random.nextInt(40);
    }

    /** The same scene for the same seed, all lengths multiplied by {@code scale}. */
    static Scene of(long seed, int scale) {
        return new RandomScene(new Random(seed)).scene(scale);
    }

    private Scene scene(int scale) {
        List<Aoi> aois = new ArrayList<>();
        for (int i = 0; i < random.nextInt(9); i++) {
            List<String> labels = random.ints(1 + random.nextInt(3), 0, LABELS.length).mapToObj(l -> LABELS[l]).toList();
            aois.add(new Aoi("id-" + i, "name " + i, random.nextBoolean() ? labels : List.of("name " + i), area(scale)));
        }
        List<Recording> recordings = new ArrayList<>();
        Map<String, Section> sections = new HashMap<>();
        List<String[]> ids = new ArrayList<>();
        for (int r = 0; r < 1 + random.nextInt(4); r++) {
            recordings.add(new Recording("r" + r, "recording, " + r));
            for (int s = 0; s < 1 + random.nextInt(3); s++) {
                ids.add(new String[] {"r" + r, "s" + r + s});
                if (random.nextInt(4) > 0) {
                    sections.put("s" + r + s, new Section("s" + r + s, "r" + r, START + random.nextInt(2_000_000_000)));
                }
            }
        }
        return new Scene(scale * width, scale * height, aois, fixations(ids, scale), recordings, sections);
    }

    private List<Fixation> fixations(List<String[]> ids, int scale) {
        List<Fixation> fixations = new ArrayList<>();
        for (int i = 0; i < random.nextInt(120); i++) {
            String[] id = ids.get(random.nextInt(ids.size()));
            long start = START + 1_000_000L * random.nextInt(4_000) + 500_000L * random.nextInt(3);
            long end = start + 500_000L * random.nextInt(800);
            Fixation.Point at = random.nextInt(8) == 0 ? null
                    : new Fixation.Point(scale * (random.nextInt(width + 4) - 1), scale * (random.nextInt(height + 4) - 1));
            String name = random.nextInt(5) == 0 ? "f" + i : random.nextInt(5) == 0 ? "00" + i : Integer.toString(i);
            fixations.add(new Fixation(id[1], id[0], name, start, end, at, Mapping.INSIDE));
        }
        return fixations;
    }

    private Area area(int scale) {
        int x = random.nextInt(width + 1);
        int y = random.nextInt(height + 1);
        int dx = 1 + random.nextInt(width);
        int dy = 1 + random.nextInt(height);
        return switch (random.nextInt(4)) {
            case 0 -> new Rectangle(scale * x, scale * y, scale * (x + dx), scale * (y + dy));
            case 1 -> new Ellipse(scale * x, scale * y, scale * dx, scale * dy);
            case 2 -> {
                double[] xs = random.ints(6, 0, width + 1).mapToDouble(v -> scale * v).toArray();
                double[] ys = random.ints(6, 0, height + 1).mapToDouble(v -> scale * v).toArray();
                yield Polygon.of(List.of(Ring.of(xs, ys)));
            }
            default -> {
                BitSet pixels = new BitSet();
                random.ints(dx * dy / 2, 0, dx * dy).forEach(pixels::set);
                yield Mask.of(dx, dy, pixels, scale * width, scale * height);
            }
        };
    }
}
