package io.github.fixationheatmap.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

/** Numbers as Java's own parsers read them, where both accept the text. */
class NumbersTest {

    @Property
    void aDecimalIsTheDoubleNearestToIt(@ForAll @BigRange(min = "-1e12", max = "1e12") @Scale(12) BigDecimal number) {
        String text = number.toPlainString();
        assertThat(Numbers.decimal(text)).isEqualTo(Double.parseDouble(text));
    }

    @Property
    void exponentsAreRead(@ForAll double number) {
        String text = Double.toString(number);
        assertThat(Numbers.decimal(text)).isEqualTo(Double.isFinite(number) ? number : Double.NaN);
    }

    @Property
    void aWholeNumberIsItself(@ForAll @LongRange(min = 0) long number) {
        assertThat(Numbers.whole(Long.toString(number))).isEqualTo(number);
    }

    @Property
    void anythingBeyond63BitsIsNone(@ForAll @BigRange(min = "9223372036854775808", max = "1e25") @Scale(0) BigDecimal number) {
        assertThat(Numbers.whole(number.toPlainString())).isEqualTo(-1);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        assertThat(Numbers.whole(text)).isGreaterThanOrEqualTo(-1);
        double number = Numbers.decimal(text);
        assertThat(Double.isInfinite(number)).isFalse();
    }
}
