package dev.callsheet.render.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1.0, 1",
        "-0.0, 0",
        "-0.25, -0.25",
        "1e-7, 0.0000001",
        "1234567890123, 1234567890123",
        "1e23, 100000000000000000000000",
        "2e-3, 0.002"
    })
    void aDoubleIsWrittenInFullWithoutAnExponent(double value, String text) {
        assertThat(Numerals.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1 / 3.0, Math.PI, 2.2250738585072014E-308, Double.MIN_VALUE, Double.MAX_VALUE, 2.0e-10})
    void aDoubleReadsBackAsItself(double value) {
        assertThat(Numerals.of(value)).doesNotContainIgnoringCase("e");
        assertThat(Double.parseDouble(Numerals.of(value))).isEqualTo(value);
    }

    @Test
    void integersStayAsTheyAre() {
        assertThat(Numerals.of(0L)).isEqualTo("0");
        assertThat(Numerals.of(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
    }

    @Test
    void aDecimalLosesTrailingZerosOnly() {
        assertThat(Numerals.of(new BigDecimal("1.50"))).isEqualTo("1.5");
        assertThat(Numerals.of(new BigDecimal("0.00"))).isEqualTo("0");
        assertThat(Numerals.of(new BigDecimal("0.123456789"))).isEqualTo("0.123456789");
    }

    @Test
    void aHugeDecimalFromInputDoesNotFillMemoryWithZeros() {
        assertThat(Numerals.of(new BigDecimal("1e999999999"))).isEqualTo("1E+999999999");
        assertThat(Numerals.of(new BigDecimal("1e-999999999"))).isEqualTo("1E-999999999");
    }
}
