package io.github.fixationheatmap.read.image;

import static io.github.fixationheatmap.read.image.ImageHeader.has;
import static io.github.fixationheatmap.read.image.ImageHeader.u16;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.image.ImageHeader.Kind;
import io.github.fixationheatmap.read.image.ImageHeader.RowOrder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the segments of a JPEG file up to the first scan (ITU-T T.81, annex B), and keeps only those that decoding needs. */
final class JpegHeaderReader {

    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int SOS = 0xDA;
    private static final int EOI = 0xD9;
    private static final int APP0 = 0xE0;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;
    private static final int PROGRESSIVE = 2;
    private static final int MAX_SCANS = 100;

    /** The maximum number of pixels of all scans together. A pass takes 5 ns for each pixel, so that this takes 5 s. */
    private static final long MAX_SCAN_PIXELS = 1_000_000_000;

    private static final int BLOCK_BYTES = 64 * Short.BYTES;
    private static final byte[] JFIF = {(byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};

    private static final int BYTES_PER_LOOK = 1 << 20;

    private final ImageHeader.Source source;
    private final byte[] bytes;
    private final TimeCheck time;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean jfif;
    private int adobe = -1;
    private int adobeAt;
    private int frame = -1;
    private int process;
    private Optional<Orientation> orientation = Optional.empty();
    private Optional<String> profile = Optional.empty();
    private boolean profiled;

    JpegHeaderReader(ImageHeader.Source source, byte[] bytes, TimeCheck time) {
        this.source = source;
        this.bytes = bytes;
        this.time = time;
    }

    static boolean begins(byte[] bytes) {
        return bytes.length > 3 && u16(bytes, 0) == 0xFFD8 && (bytes[2] & 0xFF) == 0xFF;
    }

    ImageHeader read() {
        int scan = segments();
        if (frame < 0) {
            throw bad("a scan before its frame's header");
        }
        int height = u16(bytes, frame + 1);
        int width = u16(bytes, frame + 3);
        int samples = bytes[frame + 5] & 0xFF;
        check(width, height, samples);
        if (process == PROGRESSIVE) {
            checkScans(scan, (long) width * height);
        }
        Kind kind = samples < 4 ? Kind.JPEG : adobe == 2 ? Kind.JPEG_YCCK : Kind.JPEG_CMYK;
        boolean single = process < PROGRESSIVE && bytes[scan + 4] == samples;
        // Grey is decoded as R, G, B.
        return new ImageHeader(source, kind, width, height, Math.max(3, samples), single ? 0 : coefficientBytes(width, height, samples),
                single ? RowOrder.TOP_DOWN : RowOrder.ANY, orientation.orElse(Orientation.UPRIGHT), profile,
                withHeader(header(samples), scan));
    }

    /**
     * The coefficients of the whole image, which libjpeg holds until the last scan, 2 bytes each (jdcoefct.c,
     * {@code jinit_d_coef_controller}). Each component has blocks of 8 x 8, and is filled up to whole units of its sampling factors.
     */
    private long coefficientBytes(int width, int height, int samples) {
        int across = 1;
        int down = 1;
        for (int i = 0; i < samples; i++) {
            across = Math.max(across, sampling(i) >> 4);
            down = Math.max(down, sampling(i) & 0xF);
        }
        long units = (long) Math.ceilDiv(width, 8 * across) * Math.ceilDiv(height, 8 * down);
        long bytes = 0;
        for (int i = 0; i < samples; i++) {
            bytes += units * (sampling(i) >> 4) * (sampling(i) & 0xF) * BLOCK_BYTES;
        }
        return bytes;
    }

    /** The sampling factors of a component: across in the upper four bits, down in the lower four. */
    private int sampling(int component) {
        return bytes[frame + 7 + 3 * component] & 0xFF;
    }

    /** Puts the new header directly before the first scan: in place if it fits, which saves a copy of the pixels. */
    private ByteBuffer withHeader(byte[] header, int scan) {
        byte[] all = bytes;
        int from = scan - header.length;
        if (from < 0) {
            all = new byte[bytes.length - from];
            System.arraycopy(bytes, scan, all, header.length, bytes.length - scan);
            from = 0;
        }
        System.arraycopy(header, 0, all, from, header.length);
        return ByteBuffer.wrap(all, from, all.length - from).slice();
    }

    /** Reads the segments, and returns the index of the first scan. */
    private int segments() {
        int at = 2;
        while (at + 4 <= bytes.length) {
            if ((bytes[at] & 0xFF) != 0xFF) {
                throw bad(String.format("the byte 0x%02X where a segment should begin", bytes[at]));
            }
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int end = at + 2 + u16(bytes, at + 2);
            if (marker == EOI || end > bytes.length || end < at + 4) {
                break;
            }
            if (marker == SOS) {
                if (end == at + 4) {
                    throw bad("a damaged scan header");
                }
                return at;
            }
            segment(marker, at, end);
            at = end;
        }
        throw bad("a JPEG that ends in its header");
    }

    private void segment(int marker, int at, int end) {
        int from = at + 4;
        if (marker == APP0 && has(bytes, from, end, "JFIF\0")) {
            jfif = true;
        } else if (marker == APP0 + 1 && has(bytes, from, end, "Exif\0") && end - from > 6) {
            orientation = Optional.of(orientation.orElse(Orientation.ofExif(bytes, from + 6, end)));
        } else if (marker == APP0 + 2 && has(bytes, from, end, "ICC_PROFILE\0") && end - from > 14 && !profiled) {
            profiled = true;
            profile = ColourProfile.unlessSrgb(bytes, from + 14, end);
        } else if (marker == APP0 + 14 && has(bytes, from, end, "Adobe") && end - from > 11) {
            adobe = bytes[from + 11] & 0xFF;
            adobeAt = at;
        } else if (marker < APP0 || (marker > APP15 && marker != COM)) {
            if (marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != JPG && marker != DAC) {
                frame(marker - 0xC0, from, end);
            }
            kept.write(bytes, at, end - at);
        }
    }

    private void frame(int kind, int from, int end) {
        if (frame >= 0 || end - from < 6 || end - from < 6 + 3 * (bytes[from + 5] & 0xFF)) {
            throw bad("a damaged frame header");
        }
        frame = from;
        process = kind;
    }

    private void check(int width, int height, int samples) {
        if (process > PROGRESSIVE) {
            throw bad("a JPEG that is lossless, arithmetic or hierarchical");
        }
        if (bytes[frame] != 8) {
            throw bad("a JPEG of " + bytes[frame] + " bits a sample");
        }
        if (width == 0 || height == 0 || (samples != 1 && samples != 3 && samples != 4)) {
            throw bad(width + " x " + height + " pixels of " + samples + " samples");
        }
    }

    /** Limits the scans: each costs a pass over the whole image, but only a few bytes of the file. */
    private void checkScans(int scan, long pixels) {
        long most = Math.min(MAX_SCANS, Math.max(1, MAX_SCAN_PIXELS / pixels));
        int scans = 0;
        for (int at = scan; at + 1 < bytes.length; at++) {
            if ((at - scan) % BYTES_PER_LOOK == 0) {
                time.check();
            }
            if (bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) SOS && ++scans > most) {
                throw bad("more than " + most + " scans");
            }
        }
    }

    /**
     * The segments that are kept, after a JFIF or Adobe marker. With one of these, ImageIO and libjpeg agree on the meaning of the samples:
     * luma and chroma, unless an Adobe marker or the component ids R, G, B state otherwise.
     */
    private byte[] header(int samples) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(bytes, 0, 2);
        boolean lettersRgb = bytes[frame + 6] == 'R' && samples == 3 && bytes[frame + 9] == 'G' && bytes[frame + 12] == 'B';
        if (samples == 3 && (jfif || (adobe < 0 && !lettersRgb))) {
            header.write(JFIF, 0, JFIF.length);
        } else if (adobe >= 0) {
            header.write(bytes, adobeAt, 2 + u16(bytes, adobeAt + 2));
        }
        header.write(kept.toByteArray(), 0, kept.size());
        return header.toByteArray();
    }

    private ProblemException bad(String actual) {
        return source.bad(actual, null);
    }
}
