package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It said \"all is well\" twice.",
                "It said “all is well” twice.",
                "It said „all is well“ twice.",
                "It said «all is well» twice.",
                "It said 'all is well' twice.",
                "It said ‘all is well’ twice.",
                "\"all is well\"",
                "It said \"all is well.\"",
                "It said “all is well …”",
            })
    void whatStandsBetweenMarksIsAQuote(String text) {
        assertThat(Quotes.of(text)).containsExactly("all is well");
    }

    @Test
    void anApostropheIsNoMark() {
        assertThat(Quotes.of("It didn't ask for the caller's name and wasn't kind."))
                .isEmpty();
        assertThat(Quotes.of("It said 'I'm sorry that's gone' once.")).containsExactly("I'm sorry that's gone");
        assertThat(Quotes.of("It said ‘I’m sorry that’s gone’ once.")).containsExactly("I’m sorry that’s gone");
    }

    @Test
    void aMarkBehindADigitIsAnInch() {
        assertThat(Quotes.of("a 5\" pipe and a 6\" pipe")).isEmpty();
    }

    @Test
    void quotesHaveAtLeastEightCodePoints() {
        assertThat(Quotes.of("“1234567” “12345678” “\uD83D\uDCDE\uD83D\uDCDE\uD83D\uDCDE\uD83D\uDCDE”"))
                .containsExactly("12345678");
        assertThat(Quotes.of("“1234567.”")).as("without the stop").isEmpty();
    }

    @Test
    void aShortQuoteDoesNotOpenTheNext() {
        assertThat(Quotes.of("\"no\" was said, then \"it is cancelled\"")).containsExactly("it is cancelled");
    }

    @Test
    void aQuoteIsTakenOnce() {
        assertThat(Quotes.of("“all is well” and “all is well”")).containsExactly("all is well");
    }

    @Test
    void aMarkThatIsNotClosedSoonIsNoQuote() {
        assertThat(Quotes.of("“" + "a".repeat(Quotes.LONGEST) + "”")).hasSize(1);
        assertThat(Quotes.of("“" + "a".repeat(Quotes.LONGEST + 1) + "”")).isEmpty();
        assertThat(Quotes.of("“never closed")).isEmpty();
    }

    @Test
    void aTextOfNothingButQuotesGivesTheFirstOnes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append("“quote number ").append(i).append("” ");
        }
        assertThat(Quotes.of(text.toString())).hasSize(Quotes.MOST).startsWith("quote number 0");
    }

    @Test
    void aTextOfOpeningMarksTakesNoTime() {
        for (String mark : new String[] {"“", "\"", "'", "‘", " '"}) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertThat(Quotes.of(mark.repeat(1 << 20))).isEmpty());
        }
    }
}
