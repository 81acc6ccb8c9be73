package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLineTest {

    @Test
    void anOrdinaryTextStaysAsItIs() {
        assertThat(PlainLine.of("查询包裹: where is my «parcel»? 😀")).isEqualTo("查询包裹: where is my «parcel»? 😀");
    }

    @Test
    void linesBecomeOne() {
        assertThat(PlainLine.of(" a\r\nBcc: b\n\n\tc\u2028d\u2029e\u0085f\u000bg "))
                .isEqualTo("a Bcc: b c d e f g");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\u001b", "\u007f", "\u0092", "\u202e", "\u2066", "\u200f", "\ud800", "\ufffe", "\ufdd0"
            })
    void whatIsNotSeenIsSeen(String character) {
        assertThat(PlainLine.of("a" + character + "b")).isEqualTo("a\ufffdb");
    }
}
