package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.OneLine;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class TextTest {

    @Test
    void cleanKeepsLinesAndTabsAndAnythingThatCanBeShown() {
        String text = "a\tb\nc <b> \uD83D\uDE00 \u202E é";

        assertThat(Text.clean(text)).isSameAs(text);
        assertThat(Text.clean("a\r\nb\rc")).isEqualTo("a\nb\nc");
        assertThat(Text.line("a\r\nb\tc")).isEqualTo("a b c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001B", "\u007F", "\u0085", "\u009F", "\uD83D", "\uDE00", "\uFFFE", "\uFFFF"})
    void cleanReplacesWhatNoFileCanHold(String bad) {
        assertThat(Text.clean("a" + bad + "b")).isEqualTo("a\uFFFDb");
    }

    @Test
    void everyHalfOfAPairIsReplacedOnItsOwn() {
        assertThat(Text.clean("\uD83D\uD83D\uDE00\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00\uFFFD");
        assertThat(Text.hasLoneSurrogate("\uD83D\uDE00")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n", "\u00A0", "\u200B\u2060", "\u3000", "\u0000"})
    void invisibleTextIsBlank(String text) {
        assertThat(Text.isBlank(text)).isTrue();
        assertThat(Text.isBlank(text + "x")).isFalse();
    }

    @Test
    void shownTextIsShortAndSpellsOutWhatIsInvisible() {
        assertThat(OneLine.quoted("a\u202Eb\nc")).isEqualTo("\"a\\u202Eb\\u000Ac\"");
        assertThat(OneLine.shortened("\uD83D\uDE00".repeat(61))).isEqualTo("\uD83D\uDE00".repeat(60) + "…");
        assertThat(OneLine.shortened("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Shown.value(JsonNodeFactory.instance.stringNode("x"))).isEqualTo("the text \"x\"");
        assertThat(Shown.type(JsonNodeFactory.instance.stringNode("x"))).isEqualTo("a text");
        assertThat(Shown.type(null)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-14T10:30:00.000Z, 2026-04-14T10:30:00Z",
        "2026-04-14T16:00:00+0530, 2026-04-14T10:30:00Z",
        "2026-04-14T16:00:00+05:30, 2026-04-14T10:30:00Z",
        "2026-04-14T12:30+02, 2026-04-14T10:30:00Z",
        "2026-04-14 10:30:00Z, 2026-04-14T10:30:00Z",
        "2026-04-14t10:30:00z, 2026-04-14T10:30:00Z",
        "2026-04-14T10:30:00.123456789Z, 2026-04-14T10:30:00.123456789Z",
        "'2026-04-14T10:30:00,5Z', 2026-04-14T10:30:00.500Z",
        "2026-04-14T10:30:00+18:00, 2026-04-13T16:30:00Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
    })
    void timestampsNameTheirZone(String text, Instant instant) {
        assertThat(Timestamps.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-04-14",
                "2026-04-14T10:30:00",
                "1776162600",
                "Tue, 14 Apr 2026 10:30:00 GMT",
                "2026-02-30T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-04-14T24:00:00Z",
                "2026-04-14T10:30:61Z",
                "2026-04-14T10:30:00+19:00",
                "1969-12-31T23:59:59Z",
                "0000-00-00T00:00:00Z",
                "-0044-03-15T12:00:00Z",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-01:00",
                " 2026-04-14T10:30:00Z",
                "2026-04-14T10:30:00Z\n",
                "٢٠٢٦-٠٤-١٤T10:30:00Z",
                "2026-04-14T10:30:00 Europe/Berlin",
                "<i>2026</i>"
            })
    void anythingElseIsNoTimestamp(String text) {
        assertThat(Timestamps.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "12.0, 12",
        "1.2e1, 12",
        "100, 100",
        "101, -1",
        "-1, -1",
        "0.5, -1",
        "1e-999999999, -1",
        "1e999999999, -1",
        "99999999999999999999, -1"
    })
    void wholeNumbersAreTakenExactlyAndNeverExpanded(BigDecimal value, long whole) {
        assertThat(Numbers.whole(JsonNodeFactory.instance.numberNode(value), 100)
                        .orElse(-1))
                .isEqualTo(whole);
    }
}
