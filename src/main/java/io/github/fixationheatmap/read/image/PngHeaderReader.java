package io.github.fixationheatmap.read.image;

import static io.github.fixationheatmap.read.image.ImageHeader.has;
import static io.github.fixationheatmap.read.image.ImageHeader.s32;

import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.image.ImageHeader.Kind;
import io.github.fixationheatmap.read.image.ImageHeader.RowOrder;
import io.github.fixationheatmap.read.image.ImageHeader.Use;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the chunks of a PNG file (ISO/IEC 15948), and keeps only those that decoding needs, after a check of their CRC-32. */
final class PngHeaderReader {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** The bytes of a chunk beside its data: length, type and CRC-32. */
    private static final int CHUNK_BYTES = 12;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int EXIF = 0x65584966;
    private static final int ICCP = 0x69434350;
    private static final int TRNS = 0x74524E53;
    /** The bit of a lower-case first letter, which marks chunks that a decoder may skip. */
    private static final int ANCILLARY = 0x20000000;
    private static final int GREY = 0;
    private static final int PALETTE = 3;
    /** At most so much of a profile is unpacked; the name comes earlier. */
    private static final int PROFILE_BYTES = 1 << 16;

    /** The parts of a file. Errors of masks name only the damaged part, in the words of ImageIO. */
    private enum Part {
        HEADER("I/O error reading PNG header!"),
        METADATA("Error skipping PNG metadata"),
        DATA("Error reading PNG image data");

        private final String damage;

        Part(String damage) {
            this.damage = damage;
        }
    }

    private final ImageHeader.Source source;
    private final byte[] bytes;
    private final CRC32 crc = new CRC32();
    private int kept = SIGNATURE.length;
    private int header = -1;
    private int data = -1;
    private Part part = Part.HEADER;
    private boolean palette;
    private Orientation orientation = Orientation.UPRIGHT;
    private Optional<String> profile = Optional.empty();

    PngHeaderReader(ImageHeader.Source source, byte[] bytes) {
        this.source = source;
        this.bytes = bytes;
    }

    static boolean begins(byte[] bytes) {
        return bytes.length >= 4 && has(bytes, 1, bytes.length, "PNG") && bytes[0] == SIGNATURE[0];
    }

    ImageHeader read() {
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (i >= bytes.length || bytes[i] != SIGNATURE[i]) {
                throw bad("a damaged PNG signature, as a transfer as text leaves it");
            }
        }
        int at = SIGNATURE.length;
        boolean ended = false;
        while (!ended) {
            if (!isIndexed() && has(bytes, at + 4, bytes.length, "IDAT")) {
                part = Part.DATA;
            }
            int length = bytes.length - at >= CHUNK_BYTES ? s32(bytes, at) : -1;
            if (length < 0 || length > bytes.length - at - CHUNK_BYTES) {
                throw bad("a PNG that ends before its end chunk");
            }
            ended = s32(bytes, at + 4) == IEND;
            chunk(at, length);
            at += CHUNK_BYTES + length;
        }
        if (header < 0 || data < 0) {
            throw bad("a PNG without pixels");
        }
        return imageHeader();
    }

    private void chunk(int at, int length) {
        int name = s32(bytes, at + 4);
        if ((header < 0) != (name == IHDR)) {
            throw bad("a PNG chunk " + text(name) + " in a wrong place");
        }
        boolean whole = isWhole(at, length);
        int from = at + 8;
        switch (name) {
            case IHDR, PLTE, IDAT, IEND -> keep(name, at, length, whole);
            case TRNS -> {
                if (source.use() == Use.MASK) {
                    keep(name, at, length, whole);
                }
            }
            case EXIF -> orientation = whole ? Orientation.ofExif(bytes, from, from + length) : orientation;
            case ICCP -> profile = whole ? profile(from, from + length) : profile;
            default -> {
                if ((name & ANCILLARY) == 0) {
                    throw bad("an unknown PNG chunk " + text(name));
                }
            }
        }
    }

    private String text(int name) {
        return new String(ByteBuffer.allocate(4).putInt(name).array(), StandardCharsets.ISO_8859_1);
    }

    private boolean isWhole(int at, int length) {
        crc.reset();
        crc.update(bytes, at + 4, 4 + length);
        return (int) crc.getValue() == s32(bytes, at + 8 + length);
    }

    private void keep(int name, int at, int length, boolean whole) {
        part = name == IDAT ? Part.DATA : part;
        if (!whole) {
            throw bad("a damaged PNG chunk " + text(name));
        }
        if (name == IHDR) {
            header = at + 8;
            if (length != 13) {
                throw bad("a PNG header of " + length + " bytes");
            }
            part = Part.METADATA;
        }
        palette |= name == PLTE;
        if (name == IDAT && data >= 0 && data + CHUNK_BYTES + s32(bytes, data) == kept) {
            join(at + 8, length);
            return;
        }
        data = name == IDAT ? kept : data;
        System.arraycopy(bytes, at, bytes, kept, CHUNK_BYTES + length);
        kept += CHUNK_BYTES + length;
    }

    /** Appends data to the previous data chunk. ImageIO needs a kilobyte for each chunk, and ignores the CRC-32 of the joined one. */
    private void join(int from, int length) {
        System.arraycopy(bytes, from, bytes, kept - 4, length);
        kept += length;
        ByteBuffer.wrap(bytes).putInt(data, s32(bytes, data) + length);
    }

    private Optional<String> profile(int from, int to) {
        int name = from;
        while (name < to && bytes[name] != 0) {
            name++;
        }
        byte[] unpacked = new byte[PROFILE_BYTES];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, Math.min(name + 2, to), to - Math.min(name + 2, to));
            return ColourProfile.unlessSrgb(unpacked, 0, inflater.inflate(unpacked));
        } catch (DataFormatException damaged) {
            return ColourProfile.unlessSrgb(unpacked, 0, 0);
        } finally {
            inflater.end();
        }
    }

    private ImageHeader imageHeader() {
        part = Part.HEADER;
        int width = s32(bytes, header);
        int height = s32(bytes, header + 4);
        int bits = bytes[header + 8];
        int type = bytes[header + 9];
        int samples = switch (type) {
            case GREY, PALETTE -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw bad("a PNG of colour type " + type);
        };
        boolean fewBits = (type == GREY || type == PALETTE) && (bits == 1 || bits == 2 || bits == 4);
        if (!fewBits && bits != 8 && (bits != 16 || type == PALETTE)) {
            throw bad("a PNG of colour type " + type + " in " + bits + " bits");
        }
        if (bytes[header + 10] != 0 || bytes[header + 11] != 0 || (bytes[header + 12] & 0xFE) != 0) {
            throw bad("a PNG packed, filtered or interlaced in an unknown way");
        }
        if (width < 1 || height < 1) {
            throw bad(Integer.toUnsignedString(width) + " x " + Integer.toUnsignedString(height) + " pixels");
        }
        if (type == PALETTE && !palette) {
            throw bad("a PNG without its palette");
        }
        return new ImageHeader(source, Kind.PNG, width, height, Math.max(1, samples * bits / 8), 0, RowOrder.ANY, orientation,
                profile, ByteBuffer.wrap(bytes, 0, kept));
    }

    /** Whether pixels are indices into a palette. ImageIO reads the metadata of these, and skips those of other images. */
    private boolean isIndexed() {
        return header >= 0 && bytes[header + 9] == PALETTE;
    }

    private ProblemException bad(String actual) {
        if (source.use() != Use.MASK) {
            return source.bad(actual, null);
        }
        return source.bad(part == Part.METADATA && isIndexed() ? "Error reading PNG metadata" : part.damage, null);
    }
}
