package io.github.fixationheatmap.read.aoi;

import static io.github.fixationheatmap.read.aoi.TestPng.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.problem.Location;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A pixel is inside if alpha is above 0 or, without alpha, if any channel is, in every PNG colour type. */
class MaskReaderTest {

    static Stream<Arguments> pictures() {
        return Stream.of(
                arguments("grey", start(4, 1, 8, TestPng.GREY).end(0, 0, 1, 255, 0), ".##."),
                arguments("grey, 1 bit", start(4, 1, 1, TestPng.GREY).end(0, 0b0110_0000), ".##."),
                arguments("grey, 2 bits", start(4, 1, 2, TestPng.GREY).end(0, 0b00_01_10_00), ".##."),
                arguments("grey, 4 bits", start(4, 1, 4, TestPng.GREY).end(0, 0x01, 0xF0), ".##."),
                arguments("grey, 16 bits", start(4, 1, 16, TestPng.GREY).end(0, 0, 0, 0, 1, 1, 0, 0, 0), ".##."),
                arguments("grey and alpha", start(4, 1, 8, TestPng.GREY_ALPHA).end(0, 255, 0, 0, 1, 9, 255, 0, 0), ".##."),
                arguments("grey and alpha, 16 bits",
                        start(2, 1, 16, TestPng.GREY_ALPHA).end(0, 255, 255, 0, 0, 0, 0, 0, 1), ".#"),
                arguments("colour", start(3, 1, 8, TestPng.RGB).end(0, 0, 0, 0, 0, 0, 1, 7, 0, 0), ".##"),
                arguments("colour, 16 bits", start(2, 1, 16, TestPng.RGB).end(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), ".#"),
                arguments("colour and alpha", start(3, 1, 8, TestPng.RGBA).end(0, 9, 9, 9, 0, 0, 0, 0, 1, 9, 9, 9, 255), ".##"),
                arguments("colour and alpha, 16 bits", start(2, 1, 16, TestPng.RGBA).end(
                        0, 9, 9, 9, 9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), ".#"),
                arguments("palette", start(3, 1, 8, TestPng.PALETTE)
                        .chunk("PLTE", bytes(0, 0, 0, 0, 0, 1, 255, 0, 0)).end(0, 0, 1, 2), ".##"),
                arguments("palette, 2 bits", start(3, 1, 2, TestPng.PALETTE)
                        .chunk("PLTE", bytes(0, 0, 0, 0, 0, 1, 255, 0, 0)).end(0, 0b00_01_10_00), ".##"),
                arguments("palette with alpha", start(3, 1, 8, TestPng.PALETTE)
                        .chunk("PLTE", bytes(255, 255, 255, 0, 0, 0, 255, 0, 0)).chunk("tRNS", bytes(0, 1)).end(0, 0, 1, 2), ".##"),
                arguments("grey, one of it transparent", start(3, 1, 8, TestPng.GREY)
                        .chunk("tRNS", bytes(0, 7)).end(0, 7, 0, 255), ".##"),
                arguments("colour, one of it transparent", start(3, 1, 8, TestPng.RGB)
                        .chunk("tRNS", bytes(0, 7, 0, 7, 0, 7)).end(0, 7, 7, 7, 0, 0, 0, 1, 2, 3), ".##"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void readsEveryColourType(String kind, byte[] png, String expected) {
        AoiShape.Bitmap mask = new MaskReader(TimeCheck.NONE).ofPng(new Location.WholeFile(kind), png);
        BitSet pixels = mask.pixels();
        String row = IntStream.range(0, mask.width()).mapToObj(i -> pixels.get(i) ? "#" : ".").reduce("", String::concat);
        assertThat(row).isEqualTo(expected);
    }

    @Test
    void masksTogetherHaveABoundToo() {
        MaskReader masks = new MaskReader(10, 15, TimeCheck.NONE);
        Location location = new Location.WholeFile("a.png");
        masks.reserve(location, 5, 2);
        assertThatThrownBy(() -> masks.reserve(location, 11, 1)).hasMessageEndingWith("expected a mask of at most 10 pixels");
        assertThatThrownBy(() -> masks.reserve(location, 2, 3))
                .hasMessageEndingWith("seen \"16 pixels up to here\", expected masks of at most 15 pixels together");
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
