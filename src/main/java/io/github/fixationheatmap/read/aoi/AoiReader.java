package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.model.Names;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads an export's areas of interest in any of the supported formats. The content of a file, not its name, identifies the format. */
public final class AoiReader {

    /** The maximum number of areas of one drop. */
    static final int MAX_AREAS = 1_000;

    private static final List<String> DOCUMENT_EXTENSIONS = List.of(".json", ".aois");
    private static final long MAX_MASK_BYTES = 64L << 20;

    private final AoiDocument document = new AoiDocument();
    private final Function<TimeCheck, MaskReader> masks;

    /** A reader for any number of drops. It is safe for use by several threads. */
    public AoiReader() {
        this(MaskReader::new);
    }

    /**
     * A reader with other limits for masks.
     *
     * @param masks creates the reader of the masks of one drop, which looks at the time
     */
    AoiReader(Function<TimeCheck, MaskReader> masks) {
        this.masks = masks;
    }

    /**
     * The areas in these files, in px of the reference image.
     *
     * @param files one file with all areas, or one PNG mask per area; none if there are no areas
     * @param imageWidth the reference image's width, in px
     * @param imageHeight the reference image's height, in px
     * @param time is looked at for each area, and by long loops
     * @throws io.github.fixationheatmap.problem.ProblemException if the format of a file is not supported, an area has no inside or no
     *     name, or the areas were drawn on an image of another aspect ratio
     */
    public AoiSet read(List<InputFile> files, int imageWidth, int imageHeight, TimeCheck time) {
        if (files.isEmpty()) {
            return AoiSet.NONE;
        }
        CoordinateMapping image = CoordinateMapping.ofImage(imageWidth, imageHeight);
        InputFile first = files.get(0);
        return isMask(first) ? masks(files, image, time) : document(first, image, time);
    }

    private AoiSet document(InputFile file, CoordinateMapping image, TimeCheck time) {
        MaskReader maskReader = masks.apply(time);
        AoiFormat format = document.read(file, List.of(
                new PupilCloudAois(maskReader), new LabelMeAois(), new TobiiAois(), new CocoAois(maskReader), new NativeAois(maskReader)));
        AoiSetBuilder builder = new AoiSetBuilder(time);
        format.addAreas(AoiDocument.root(file), image, builder);
        return builder.build();
    }

    static boolean isMask(InputFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return DOCUMENT_EXTENSIONS.stream().noneMatch(name::endsWith);
    }

    /** Reads a folder of masks. The name of each file without its extension is the name of the area. */
    private AoiSet masks(List<InputFile> files, CoordinateMapping image, TimeCheck time) {
        if (files.size() > MAX_AREAS) {
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(files.get(0).name()), files.size() + " masks",
                    "at most " + MAX_AREAS + " areas").asException();
        }
        MaskReader maskReader = masks.apply(time);
        AoiSetBuilder builder = new AoiSetBuilder(time);
        for (InputFile file : files) {
            time.check();
            String base = file.name().substring(file.name().lastIndexOf('/') + 1);
            Location location = new Location.WholeFile(file.name());
            String name = nameOfMask(location, base);
            AoiShape shape = maskReader.ofPng(location, file.readAll(MAX_MASK_BYTES));
            builder.add(new AoiFormat.ParsedAoi(location, ExportPart.MASKS + base, Optional.empty(), name, List.of(name), shape), image);
        }
        return builder.build();
    }

    private static String nameOfMask(Location location, String base) {
        int extension = base.lastIndexOf('.');
        String name = base.substring(0, extension);
        Optional<String> broken = name.isBlank() ? Optional.of("that is not blank") : Names.brokenRule(name);
        if (broken.isPresent()) {
            throw new Problem(ProblemType.BAD_AOI, location, base, "a file name " + broken.get() + " before " + base.substring(extension))
                    .asException();
        }
        return name;
    }
}
