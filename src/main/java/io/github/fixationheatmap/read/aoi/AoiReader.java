package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads an export's areas of interest, in whichever of the formats they are: told by what a file holds, not by its name. */
public final class AoiReader {

    /** The most areas of one drop. */
    static final int MAX_AREAS = 1_000;

    private static final List<String> DOCUMENT_ENDINGS = List.of(".json", ".aois");
    private static final String MASK_FOLDER = "aois/";
    private static final long MAX_MASK = 64L << 20;

    private final AoiDocument document = new AoiDocument();

    private final Supplier<MaskAois> masks;

    /** A reader that may read any number of drops, by several threads at a time. */
    public AoiReader() {
        this(MaskAois::new);
    }

    /**
     * A reader with other bounds of masks.
     *
     * @param masks gives what reads the masks of one drop
     */
    AoiReader(Supplier<MaskAois> masks) {
        this.masks = masks;
    }

    /**
     * The areas in these files, on the reference image.
     *
     * @param files the one file with all areas, or one PNG mask for each; none where there are no areas
     * @param imageWidth the reference image's width, in px
     * @param imageHeight the reference image's height, in px
     * @throws io.github.fixationheatmap.problem.ProblemException if a file is in no format that is understood, an area has no inside or no
     *     name, or the areas were drawn on a picture of another shape
     */
    public AoiSet read(List<InputFile> files, int imageWidth, int imageHeight) {
        if (files.isEmpty()) {
            return AoiSet.NONE;
        }
        CoordinateMapping image = CoordinateMapping.ofImage(imageWidth, imageHeight);
        InputFile first = files.get(0);
        return isMask(first) ? masks(files, image) : document(first, image);
    }

    private AoiSet document(InputFile file, CoordinateMapping image) {
        MaskAois ofDrop = masks.get();
        AoiFormat format = document.read(file, List.of(
                new PupilCloudAois(ofDrop), new LabelMeAois(), new TobiiAois(), new CocoAois(ofDrop), new NativeAois(ofDrop)));
        AoiList areas = new AoiList();
        format.finish(AoiDocument.top(file), image, areas);
        return areas.set();
    }

    private static boolean isMask(InputFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return DOCUMENT_ENDINGS.stream().noneMatch(name::endsWith);
    }

    /** A folder of masks: a file's name without its ending is the area's name. */
    private AoiSet masks(List<InputFile> files, CoordinateMapping image) {
        if (files.size() > MAX_AREAS) {
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(files.get(0).name()), files.size() + " masks",
                    "at most " + MAX_AREAS + " areas").asException();
        }
        MaskAois ofDrop = masks.get();
        AoiList areas = new AoiList();
        for (InputFile file : files) {
            String base = file.name().substring(file.name().lastIndexOf('/') + 1);
            int ending = base.lastIndexOf('.');
            String name = base.substring(0, ending);
            Location place = new Location.WholeFile(file.name());
            if (name.isBlank()) {
                throw new Problem(ProblemType.BAD_AOI, place, base, "a file name that is not blank before " + base.substring(ending))
                        .asException();
            }
            AoiShape shape = ofDrop.ofPng(place, file.readAll(MAX_MASK));
            areas.add(new ParsedAoi(place, MASK_FOLDER + base, Optional.empty(), name, List.of(name), shape), image);
        }
        return areas.set();
    }
}
