package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiIndex;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.fuzz.Promise;
import io.github.fixationheatmap.model.TimeCheck;
import java.util.List;

/** Fuzz targets: the readers of areas of interest. The areas that they read are also queried for points. */
public final class AoiFuzz {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 100;
    private static final int STEP = 20;
    private static final long MAX_PIXELS = 1 << 16;

    private AoiFuzz() {}

    /** A file with all areas, in any format. */
    public static void areas(byte[] data) {
        read("aois.json", data);
    }

    /** A mask image. */
    public static void mask(byte[] data) {
        read("aois/area.png", data);
    }

    private static void read(String name, byte[] data) {
        Promise.keptBy(name, () -> {
            AoiReader reader = new AoiReader(time -> new MaskReader(MAX_PIXELS, 4 * MAX_PIXELS, time));
            AoiSet set = reader.read(List.of(TestFile.of(name, data)), WIDTH, HEIGHT, TimeCheck.NONE);
            require(set.aois().size() <= AoiReader.MAX_AREAS);
            set.aois().forEach(aoi -> require(!aoi.id().isEmpty() && !aoi.labels().isEmpty() && aoi.area().area() >= 0));
            checkIndex(set.aois());
        });
    }

    /** The index and the areas agree on each point. */
    private static void checkIndex(List<Aoi> aois) {
        AoiIndex index = new AoiIndex(aois, WIDTH, HEIGHT);
        int[] found = new int[aois.size()];
        for (int x = 0; x < WIDTH; x += STEP) {
            for (int y = 0; y < HEIGHT; y += STEP) {
                double px = x;
                double py = y;
                require(index.find(px, py, found) == aois.stream().filter(aoi -> aoi.area().contains(px, py)).count());
            }
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("what was read breaks what its type promises");
        }
    }
}
