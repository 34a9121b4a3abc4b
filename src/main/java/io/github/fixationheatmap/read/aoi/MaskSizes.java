package io.github.fixationheatmap.read.aoi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.image.ReferenceImage;
import io.github.fixationheatmap.store.Tasks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Estimates how many pixels the masks of a drop have, without decoding them. What is wrong with a file is found when it is read. */
public final class MaskSizes {

    /** More masks than these, and longer files, are taken for the largest that are read: looking at them would be work by itself. */
    private static final int MAX_FILES = 50;
    private static final long MAX_DOCUMENT_BYTES = 32L << 20;

    /** The base64 of the first 24 bytes of a PNG: the signature, and the width and the height of its header. */
    private static final int HEADER_TEXT = 32;
    private static final int WIDTH_AT = 16;

    private MaskSizes() {}

    /**
     * The number of pixels of all masks.
     *
     * @param aois one file with all areas, or one PNG mask for each area; none if there are no areas
     */
    public static long pixels(List<InputFile> aois) {
        if (aois.isEmpty()) {
            return 0;
        }
        if (!AoiReader.isMask(aois.getFirst())) {
            return inDocument(aois.getFirst());
        }
        if (aois.size() > MAX_FILES) {
            return Math.min(aois.size() * MaskReader.MAX_PIXELS, MaskReader.MAX_TOTAL_PIXELS);
        }
        try (Tasks tasks = new Tasks()) {
            List<CompletableFuture<Long>> pixels = aois.stream().map(file -> tasks.submit(() -> ReferenceImage.pixels(file))).toList();
            return pixels.stream().mapToLong(Tasks::await).sum();
        }
    }

    private static long inDocument(InputFile file) {
        if (file.size() > MAX_DOCUMENT_BYTES) {
            return MaskReader.MAX_TOTAL_PIXELS;
        }
        long pixels = 0;
        try (InputStream in = file.open(); JsonParser json = new JsonFactory().createParser(in)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    pixels += ofDataUrl(json.getText());
                } else if (token == JsonToken.FIELD_NAME && json.currentName().equals(CocoRle.SIZE)) {
                    pixels += ofSize(json);
                }
            }
        } catch (IOException damaged) {
            return pixels;
        }
        return pixels;
    }

    /** Of a list of two numbers, their product, as in COCO's masks. */
    private static long ofSize(JsonParser json) throws IOException {
        long pixels = json.nextToken() == JsonToken.START_ARRAY ? 1 : 0;
        for (int i = 0; i < 2 && pixels > 0; i++) {
            pixels *= json.nextToken() == JsonToken.VALUE_NUMBER_INT ? Math.clamp(json.getValueAsLong(), 0, MaskReader.MAX_PIXELS) : 0;
        }
        return Math.min(pixels, MaskReader.MAX_PIXELS);
    }

    private static long ofDataUrl(String text) {
        int start = MaskReader.DATA_URL_PREFIX.length();
        if (text.length() < start + HEADER_TEXT || !MaskReader.isDataUrl(text)) {
            return 0;
        }
        try {
            byte[] header = Base64.getDecoder().decode(text.substring(start, start + HEADER_TEXT));
            ByteBuffer sides = ByteBuffer.wrap(header, WIDTH_AT, 2 * Integer.BYTES);
            return Math.clamp((long) sides.getInt() * sides.getInt(), 0, MaskReader.MAX_PIXELS);
        } catch (IllegalArgumentException noBase64) {
            return 0;
        }
    }
}
