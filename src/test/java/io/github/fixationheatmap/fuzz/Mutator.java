package io.github.fixationheatmap.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes good inputs at random, by seed: bytes, and whole pieces between separators, exchanged with each other and with what hurts. */
final class Mutator {

    /** Latin 1, one byte a letter. */
    private static final List<String> NASTY = List.of("", "\0", "\"", "\"\"", ",", "\r", "\n", "\r\n", "\u00ff\u00fe", "\u00ef\u00bb\u00bf",
            "\u00c3", "\u00ed\u00a0\u0080", "NaN", "inf", "-0", "1e999", "9223372036854775807", "9223372036854775808", "-1", "1,5", "{",
            "}", "[", "]", "null", "\\ud800", "%", "%zz", "../", "\u00ff\u00ff\u00ff\u00ff", "\u00ff\u00ff\u00ff\u007f", "\0\0\0\u0080",
            "PK\1\2",
            "PK\5\6", "IDAT", "\u00ff\u00da", "\u00ff\u00d9", "\u00ff\u00c2");

    private static final String SEPARATORS = ",\n\r\"{}[]: ";
    private static final int MAX_BYTES = 1 << 16;

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    byte[] mutate(List<byte[]> corpus) {
        String text = new String(corpus.get(random.nextInt(corpus.size())), ISO_8859_1);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            String other = new String(corpus.get(random.nextInt(corpus.size())), ISO_8859_1);
            text = change(text, other);
        }
        return text.substring(0, Math.min(text.length(), MAX_BYTES)).getBytes(ISO_8859_1);
    }

    private String change(String text, String other) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(1 << random.nextInt(8)));
        String nasty = NASTY.get(random.nextInt(NASTY.size()));
        return switch (random.nextInt(9)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(end);
            case 2 -> text.substring(0, end) + text.substring(at);
            case 3 -> text.substring(0, at) + nasty + text.substring(end);
            case 4 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(Math.min(text.length(), at + 1));
            case 5 -> withPiece(text, nasty);
            case 6 -> withPiece(text, piece(other));
            case 7 -> withPiece(text, nasty.repeat(1 + random.nextInt(300)));
            default -> text.substring(0, at) + other.substring(random.nextInt(other.length() + 1));
        };
    }

    /** The text with one of its pieces replaced. */
    private String withPiece(String text, String piece) {
        List<Integer> edges = edges(text);
        int i = random.nextInt(edges.size() - 1);
        return text.substring(0, edges.get(i)) + piece + text.substring(edges.get(i + 1));
    }

    private String piece(String text) {
        List<Integer> edges = edges(text);
        int i = random.nextInt(edges.size() - 1);
        return text.substring(edges.get(i), edges.get(i + 1));
    }

    private static List<Integer> edges(String text) {
        List<Integer> edges = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            if (SEPARATORS.indexOf(text.charAt(i)) >= 0) {
                edges.add(i);
                edges.add(i + 1);
            }
        }
        edges.add(text.length());
        return edges;
    }
}
