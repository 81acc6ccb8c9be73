package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.ToneExample;
import dev.callsheet.model.Turn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {

    private static final List<Turn> CHAT = List.of(
            new Turn("assistant", "Hello! How can I help?"),
            new Turn("user", "I'd like to book a cleaning."),
            new Turn("assistant", "I'd be happy to help."),
            new Turn("user", "Tuesday."));

    @ParameterizedTest
    @CsvSource({
        "1, Hello!, 1",
        "3, happy to help, 3",
        "4, Tuesday., 4",
        "2, Hello!, 1", // in the neighbour before
        "2, happy to help, 3", // in the neighbour behind
        "5, Tuesday., 4", // one beyond the end
        "0, Hello!, 1", // counted from 0 after all
        "2, I'd, 2", // in three turns: the one named
    })
    void anExampleStandsAtTheTurnThatHoldsItsText(int turn, String text, int line) {
        Transcript transcript = transcript(turn, text);
        assertThat(transcript.unplaced()).isEmpty();
        assertThat(transcript.lines())
                .filteredOn(shown -> !shown.remarks().isEmpty())
                .extracting(Transcript.Line::number)
                .containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource({"1, Tuesday.", "3, Hello!", "6, Tuesday.", "-1, Hello!", "1, hello!", "2147483647, Tuesday."})
    void anExampleWhoseTextIsNotThereIsShownApart(int turn, String text) {
        Transcript transcript = transcript(turn, text);
        assertThat(transcript.unplaced()).hasSize(1);
        assertThat(transcript.lines()).allMatch(line -> line.remarks().isEmpty());
    }

    @Test
    void theSmallestTurnNumberIsNoTurn() {
        assertThat(transcript(Integer.MIN_VALUE, "Hello!").unplaced()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void anEmptyQuoteProvesNoTurn(String text) {
        assertThat(transcript(1, text).unplaced()).hasSize(1);
    }

    @Test
    void anExampleWithoutATurnIsShownApart() {
        assertThat(transcript(null, "Hello!").unplaced()).hasSize(1);
        assertThat(Transcript.of(List.of(), List.of(new ToneExample(1, null, "Hello!", null)), Map.of())
                        .unplaced())
                .hasSize(1);
    }

    @Test
    void aRemarkSaysWhatAndWhetherGood() {
        assertThat(remark("flow_preservation", "positive")).isEqualTo("good: flow preservation, positive: “Hello!”");
        assertThat(remark("empathy", "negative")).isEqualTo("bad: empathy, negative: “Hello!”");
        assertThat(remark("empathy", "Negative")).isEqualTo(": empathy, Negative: “Hello!”");
        assertThat(remark(null, null)).isEqualTo(": tone: “Hello!”");
    }

    private static String remark(@Nullable String category, @Nullable String sentiment) {
        Transcript.Remark remark = Transcript.of(
                        CHAT, List.of(new ToneExample(1, category, "Hello!", sentiment)), Map.of())
                .lines()
                .get(0)
                .remarks()
                .get(0);
        return remark.cssClass() + ": " + remark.about().text() + ": " + remark.words();
    }

    @Test
    void speakersAreNamedAndUnknownRolesKept() {
        Transcript transcript = Transcript.of(
                List.of(
                        new Turn("assistant", "a"),
                        new Turn("user", ""),
                        new Turn(null, " \n"),
                        new Turn("<b>tool</b>", "<script>alert(1)</script>")),
                List.of(),
                Map.of());
        assertThat(transcript.lines())
                .containsExactly(
                        new Transcript.Line(1, "agent", true, "a", false, List.of()),
                        new Transcript.Line(2, "caller", false, "", true, List.of()),
                        new Transcript.Line(3, "unknown", false, " \n", true, List.of()),
                        new Transcript.Line(4, "<b>tool</b>", false, "<script>alert(1)</script>", false, List.of()));
    }

    private static Transcript transcript(@Nullable Integer turn, String text) {
        return Transcript.of(CHAT, List.of(new ToneExample(turn, "empathy", text, "positive")), Map.of());
    }
}
