package io.github.fixationheatmap.draw.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** How text is measured, wrapped and elided. */
class TypefaceTest {

    private static final Typeface FACE = Typeface.get();
    private static final String EMOJI = "\uD83D\uDE00";
    private static final String HEBREW = "\u05d0\u05d1\u05d2";

    private static Rectangle2D box(String text) {
        return FACE.outline(text).getBounds2D();
    }

    /** The advances of Liberation Sans, in 2048ths: they are those of Arial. */
    @Test
    void widthsAreThoseOfTheFont() {
        assertThat(FACE.width("0", 2048)).isCloseTo(1139, within(1e-6));
        assertThat(FACE.width("iW", 2048)).isCloseTo(455 + 1933, within(1e-6));
        assertThat(FACE.width("", 2048)).isZero();
    }

    @Test
    void outlinesStandOnTheBaseline() {
        assertThat(box("E").getMaxY()).isCloseTo(0, within(0.001));
        assertThat(box("E").getMinY()).isCloseTo(-Typeface.CAP_HEIGHT, within(0.01));
        assertThat(box("EE").getMaxX() - box("E").getMaxX()).isCloseTo(FACE.width("E", 1), within(1e-6));
    }

    @Test
    void whatTheFontLacksIsABoxAndWhatHasNoWidthIsNothing() {
        assertThat(box(EMOJI).getWidth()).isCloseTo(0.88, within(0.001));
        assertThat(FACE.width(EMOJI, 1)).isEqualTo(1);
        assertThat(FACE.width("a\u200d\ufe0f\u2068\u0001b", 1)).isEqualTo(FACE.width("ab", 1));
        assertThat(box("\u3000").isEmpty()).isTrue();
        assertThat(box("\u200c\u200d\u200e\u200f\u202e\u2060").isEmpty()).as("signs of the font for what is not seen").isTrue();
    }

    @Test
    void rightToLeftTextIsInItsVisualOrder() {
        assertThat(VisualOrder.of("a " + HEBREW + " 12 b"))
                .isEqualTo("a 12 \u05d2\u05d1\u05d0 b".codePoints().toArray());
        assertThat(VisualOrder.of(HEBREW + "(" + HEBREW + ")x"))
                .isEqualTo("x(\u05d2\u05d1\u05d0)\u05d2\u05d1\u05d0".codePoints().toArray());
        assertThat(VisualOrder.of("a" + EMOJI)).isEqualTo(("a" + EMOJI).codePoints().toArray());
    }

    @Property(tries = 300)
    void linesFitAndLoseNothing(@ForAll @StringLength(max = 60) String text) {
        List<String> lines = FACE.wrap(text, 5, 1);
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            // One character may be wider than a line.
            assertThat(FACE.width(line, 1) <= 5 || line.codePointCount(0, line.length()) == 1).isTrue();
        });
        assertThat(String.join("", lines).replaceAll("[ \\t\\n\\r]", "")).isEqualTo(text.strip().replaceAll("[ \\t\\n\\r]", ""));
    }

    @Test
    void linesEndAtSpacesAndInLongWords() {
        double six = FACE.width("aaaaaa", 2);
        assertThat(FACE.wrap("aaa aa aaaaaaaa b", six, 2)).containsExactly("aaa aa", "aaaaaa", "aa b");
        assertThat(FACE.wrap("5\u00a0px", FACE.width("5", 2), 2)).hasSizeGreaterThan(1);
        assertThat(FACE.wrap(" ", 9, 2)).containsExactly("");
        assertThat(FACE.wrap(EMOJI + EMOJI, 0.5, 2)).containsExactly(EMOJI, EMOJI);
    }

    @Property(tries = 300)
    void whatIsElidedFits(@ForAll @StringLength(max = 60) String text) {
        String elided = FACE.elide(text, 8, 1);
        assertThat(FACE.width(elided, 1)).isLessThanOrEqualTo(8);
        assertThat(FACE.width(text, 1) <= 8 ? elided.equals(text) : elided.endsWith("\u2026")).isTrue();
    }
}
