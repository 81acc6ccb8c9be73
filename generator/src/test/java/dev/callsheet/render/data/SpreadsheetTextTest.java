package dev.callsheet.render.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+1-555-0100",
                "-2+3",
                "-",
                "@SUM(1)",
                "\tx",
                "\rx",
                "\nx",
                "  =1",
                "\u00A0=1",
                "\uFEFF=1",
                "\u200B=1",
                " \uFEFF \t-x",
                "＝1",
                "＋1",
                "－1",
                "＠x"
            })
    void aTextThatBeginsLikeAFormulaGetsAnApostrophe(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=b", "1+1", "'=1", "x\n=1", "\"=1\"", "0012", "1E5", "−1", "agent: =1"})
    void anyOtherTextStays(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "-0.5", "5", "0.25"})
    void aPlainNumberIsNoFormula(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5\n", "-5.", "-.5", "-1e5", "--5", "-٥"})
    void whatOnlyResemblesANumberGetsAnApostrophe(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
    }

    @Test
    void controlCharactersAtWhichReadersStopAreReplacedAndLineEndsStay() {
        assertThat(SpreadsheetText.of("a\0b\u001B[1mc\u007F\td\r\ne")).isEqualTo("a\uFFFDb\uFFFD[1mc\uFFFD\td\r\ne");
    }
}
