package dev.callsheet.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Book a cleaning – re-book, 2.5 h (new)", "Größe: 3/4", "77.5 %", "Ünïcödé 😀 日本語"})
    void plainTextStaysAsItIs(String text) {
        assertThat(MarkdownText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "a|b, a&#124;b",
        "a`b, a&#96;b",
        "<b>, &#60;b&#62;",
        "[x](y), &#91;x&#93;(y)",
        "\\|, &#92;&#124;",
        "&lt;, &#38;\u200Blt;",
    })
    void structureBecomesACharacterReference(String text, String markdown) {
        assertThat(MarkdownText.of(text)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource({
        "@octocat, &#64;\u200Boctocat",
        "someone@example.com, someone&#64;\u200Bexample.com",
        "see #12, see &#35;\u200B12",
        "https://evil.example, https:\u200B//evil.example",
        "www.evil.example, www\u200B.evil.example",
        ":octocat:, :\u200Boctocat:",
        "GH-12, GH\u200B-12",
        "!7, &#33;\u200B7",
    })
    void whatASiteWouldTakeForAReferenceIsNoneAnyMore(String text, String markdown) {
        assertThat(MarkdownText.of(text)).isEqualTo(markdown);
    }

    @Test
    void everythingStandsOnOneLineAndInItsDirection() {
        assertThat(MarkdownText.of(" a\r\n\n# b\u2028c\td\u0085e ")).isEqualTo("a &#35; b c d e");
        assertThat(MarkdownText.of("a\u202Eb\u0000c\uD800")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }

    @Test
    void aLongCellIsCutBetweenCharacters() {
        assertThat(MarkdownText.cell("😀".repeat(80))).isEqualTo("😀".repeat(80));
        assertThat(MarkdownText.cell("😀".repeat(81))).isEqualTo("😀".repeat(79) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "{", "😀", "a@", "|", "\u0000"})
    void aCellNeverTakesMoreThanItsBytes(String text) {
        assertThat(MarkdownText.cell(text.repeat(5_000)).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(MarkdownText.MOST_BYTES);
    }
}
