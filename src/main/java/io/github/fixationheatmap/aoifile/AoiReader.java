package io.github.fixationheatmap.aoifile;

import io.github.fixationheatmap.aoi.AoiSet;
import io.github.fixationheatmap.export.InputFile;
import io.github.fixationheatmap.problem.Place;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads an export's areas of interest, in whichever of the formats they are: told by what a file holds, not by its name. */
public final class AoiReader {

    /** The most areas of one drop. */
    static final int MOST_AREAS = 1_000;

    private static final List<String> DOCUMENT_ENDINGS = List.of(".json", ".aois");
    private static final String MASK_FOLDER = "aois/";
    private static final long LONGEST_MASK = 64L << 20;

    private final AoiDocument document = new AoiDocument();

    private final Supplier<Masks> masks;

    /** A reader that may read any number of drops, by several threads at a time. */
    public AoiReader() {
        this(Masks::new);
    }

    /**
     * A reader with other bounds of masks.
     *
     * @param masks gives what reads the masks of one drop
     */
    AoiReader(Supplier<Masks> masks) {
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
        Frame image = Frame.ofImage(imageWidth, imageHeight);
        InputFile first = files.get(0);
        return isMask(first) ? masks(files, image) : document(first, image);
    }

    private AoiSet document(InputFile file, Frame image) {
        Masks ofDrop = masks.get();
        AoiFormat format = document.read(file, List.of(
                new PupilCloudAois(ofDrop), new LabelMeAois(), new TobiiAois(), new CocoAois(ofDrop), new HandDrawnAois(ofDrop)));
        AoiList areas = new AoiList();
        format.finish(AoiDocument.top(file), image, areas);
        return areas.set();
    }

    private static boolean isMask(InputFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return DOCUMENT_ENDINGS.stream().noneMatch(name::endsWith);
    }

    /** A folder of masks: a file's name without its ending is the area's name. */
    private AoiSet masks(List<InputFile> files, Frame image) {
        if (files.size() > MOST_AREAS) {
            throw new Problem(ProblemType.TOO_LARGE, new Place.WholeFile(files.get(0).name()), files.size() + " masks",
                    "at most " + MOST_AREAS + " areas").asException();
        }
        Masks ofDrop = masks.get();
        AoiList areas = new AoiList();
        for (InputFile file : files) {
            String base = file.name().substring(file.name().lastIndexOf('/') + 1);
            int ending = base.lastIndexOf('.');
            String name = base.substring(0, ending);
            Place place = new Place.WholeFile(file.name());
            if (name.isBlank()) {
                throw new Problem(ProblemType.BAD_AOI, place, base, "a file name that is not blank before " + base.substring(ending))
                        .asException();
            }
            Shape shape = ofDrop.ofPng(place, file.readAll(LONGEST_MASK));
            areas.add(new Sketch(place, MASK_FOLDER + base, Optional.empty(), name, List.of(name), shape), image);
        }
        return areas.set();
    }
}
