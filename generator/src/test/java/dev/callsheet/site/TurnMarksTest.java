package dev.callsheet.site;

import static dev.callsheet.site.TurnAlignmentTest.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Turn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnMarksTest {

    @ParameterizedTest
    @ValueSource(strings = {"…", "...", "*silence*", "(Silence)", "[silence]", "?!", "\u200b"})
    void silenceMayBeWrittenDown(String said) {
        assertThat(marks(call("a: Hello?", "c: " + said))).isEqualTo(Map.of(2, "silence: nothing was said"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Silence.", "silence", "Silence, please!", "No.", "👍", "7"})
    void wordsAreNoSilence(String said) {
        assertThat(marks(call("a: Hello?", "c: " + said))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void anEmptyTurnSpeaksForItself(String said) {
        assertThat(marks(List.of(new Turn("user", said)))).isEmpty();
    }

    @Test
    void aSpeakerWhoGoesOnHadNoAnswer() {
        assertThat(marks(call("a: Hello?", "a: Anyone there?", "c: Yes.", "c: I am.")))
                .isEqualTo(Map.of(
                        2, "no answer: nothing of the caller since the turn before",
                        4, "no answer: nothing of the agent since the turn before"));
    }

    @Test
    void onlyCallerAndAgentOweAnAnswer() {
        assertThat(marks(List.of(
                        new Turn("tool", "a"), new Turn("tool", "b"), new Turn(null, "c"), new Turn(null, "d"))))
                .isEmpty();
    }

    @Test
    void aTurnOfTheAgentIsLongBeyondSixtyWords() {
        assertThat(marks(call("a: " + "word ".repeat(60), "c: " + "word ".repeat(61))))
                .isEmpty();
        assertThat(marks(call("a: " + "word ".repeat(61))))
                .isEqualTo(Map.of(1, "long turn: 61 words, more than 60 in one go"));
    }

    @Test
    void twoCharactersAreAWordWhereWordsHaveNoSpaces() {
        assertThat(marks(call("a: " + "你好".repeat(60)))).isEmpty();
        assertThat(marks(call("a: " + "你好".repeat(61)))).containsOnlyKeys(1);
    }

    private static Map<Integer, String> marks(List<Turn> chat) {
        Map<Integer, String> marks = new TreeMap<>();
        TurnMarks.of(chat)
                .forEach((turn, remarks) -> marks.put(
                        turn,
                        remarks.stream()
                                .map(remark -> remark.about().text() + ": " + remark.words())
                                .collect(Collectors.joining("; "))));
        return marks;
    }
}
