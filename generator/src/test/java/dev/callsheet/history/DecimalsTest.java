package dev.callsheet.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    private static long billionths(String text) {
        String within = "[" + text + "]";
        return Decimals.billionths(within.toCharArray(), 1, text.length());
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,1000000000",
        "0.5,500000000",
        "0.000000001,1",
        "0.999999999,999999999",
        "12.34,12340000000",
        "999999999,999999999000000000",
        "100000.000000001,100000000000001"
    })
    void aDecimalNumberIsWholeBillionths(String text, long billionths) {
        assertThat(billionths(text)).isEqualTo(billionths);
        assertThat(Decimals.of(billionths)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.50,0.5", "0.0,0", "1.000000000,1", "00.5,0.5"})
    void zerosThatSayNothingAreNotWritten(String text, String written) {
        assertThat(Decimals.of(billionths(text))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "1E-3", "0.0000000001", "1000000000", "99999999999999999999999", "+1", "NaN"})
    void otherNumbersAreNone(String text) {
        assertThat(billionths(text)).isNegative();
    }
}
