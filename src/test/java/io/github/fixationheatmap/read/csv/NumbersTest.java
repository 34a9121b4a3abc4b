package io.github.fixationheatmap.read.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

/** Numbers are compared with Java's own parsers, where both accept the text. */
class NumbersTest {

    /** Parses the text with other digits before and after it. */
    private static double decimal(String text) {
        return Numbers.decimal(("1" + text + "2").toCharArray(), 1, 1 + text.length());
    }

    private static long whole(String text) {
        return Numbers.whole(("1" + text + "2").toCharArray(), 1, 1 + text.length());
    }

    @Property
    void aDecimalIsTheDoubleNearestToIt(@ForAll @BigRange(min = "-1e12", max = "1e12") @Scale(12) BigDecimal number) {
        String text = number.toPlainString();
        assertThat(decimal(text)).isEqualTo(Double.parseDouble(text));
    }

    @Property
    void exponentsAreRead(@ForAll double number) {
        String text = Double.toString(number);
        assertThat(decimal(text)).isEqualTo(Double.isFinite(number) ? number : Double.NaN);
    }

    @Property
    void aWholeNumberIsItself(@ForAll @LongRange(min = 0) long number) {
        assertThat(whole(Long.toString(number))).isEqualTo(number);
    }

    @Property
    void anythingBeyond63BitsIsNone(@ForAll @BigRange(min = "9223372036854775808", max = "1e25") @Scale(0) BigDecimal number) {
        assertThat(whole(number.toPlainString())).isEqualTo(-1);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        assertThat(whole(text)).isGreaterThanOrEqualTo(-1);
        double number = decimal(text);
        assertThat(Double.isInfinite(number)).isFalse();
    }
}
