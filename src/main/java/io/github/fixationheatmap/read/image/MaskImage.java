package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.ProblemException;
import java.awt.image.BufferedImage;

/** A mask stored as PNG. Its size is known from the header; its pixels are decoded on request. */
public final class MaskImage {

    private final ImageHeader header;

    /**
     * Reads the header of a mask. The content decides the format, because files are often renamed.
     *
     * @param location where the mask is stored, for errors
     * @param bytes the whole file; they are taken over, and changed
     * @throws ProblemException if it is not a PNG, or a damaged one
     */
    public MaskImage(Location location, byte[] bytes) {
        this.header = ImageHeader.ofMask(location, bytes);
    }

    /** The width in px. */
    public int width() {
        return header.width();
    }

    /** The height in px. */
    public int height() {
        return header.height();
    }

    /**
     * Decodes the pixels, in the layout that the decoder chooses.
     *
     * @throws ProblemException if the mask is damaged
     */
    public BufferedImage decode() {
        return ImageDecoder.decodeMask(header);
    }
}
