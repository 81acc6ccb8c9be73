package dev.callsheet.site;

import static dev.callsheet.site.TurnAlignmentTest.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Turn;
import java.util.ArrayList;
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
        assertThat(marks(call("a: Hello?", "c: " + said))).isEqualTo(Map.of(2, "silence: nothing said"));
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
                        2, "no answer: the caller said nothing in between",
                        4, "no answer: the agent said nothing in between"));
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

    @Test
    void aLongCallListsWhatIsMarkedWorstFirst() {
        assertThat(marked(lines(20))).as("a short one").isEmpty();
        assertThat(marked(lines(24)))
                .containsExactly(
                        "tone issue #turn-24",
                        "long turn #turn-1 #turn-3 #turn-5 #turn-7 #turn-9 #turn-11 #turn-13 #turn-15 #turn-17"
                                + " #turn-19 +2",
                        "silence #turn-2 #turn-6");
    }

    @Test
    void whatIsLeftOutOfTheListIsCounted() {
        List<Transcript.Line> lines = new ArrayList<>();
        for (int i = 1; i <= 24; i++) {
            List<Transcript.Remark> remarks =
                    i > 12 ? List.of() : List.of(Transcript.Remark.of("category " + i, "Hm."));
            lines.add(new Transcript.Line(i, "agent", true, "Hello!", false, remarks));
        }
        TurnMarks.Overview overview = TurnMarks.overview(lines, new TurnPlaces(List.of("")));
        assertThat(overview.kinds())
                .hasSize(10)
                .last()
                .matches(mark -> mark.about().equals("category 10"));
        assertThat(overview.more()).isEqualTo("2 more kinds of marks");
        assertThat(TurnMarks.overview(lines(24), new TurnPlaces(List.of(""))).more())
                .isEmpty();
    }

    /** Every turn of the agent is long, the second turn is empty, the sixth written silence, and only the last is bad. */
    private static List<Transcript.Line> lines(int turns) {
        List<Turn> chat = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            chat.add(
                    i % 2 == 0
                            ? new Turn("assistant", "word ".repeat(99))
                            : new Turn("user", i == 1 ? "" : i == 5 ? "…" : "Yes."));
        }
        Map<Integer, List<Transcript.Remark>> remarks = new TreeMap<>(TurnMarks.of(chat));
        remarks.put(turns, List.of(new Transcript.Remark("bad", Link.plain("tone issue"), "Rude.")));
        remarks.put(4, List.of(new Transcript.Remark("good", Link.plain("empathy"), "Kind.")));
        return Transcript.of(chat, List.of(), remarks).lines();
    }

    private static List<String> marked(List<Transcript.Line> lines) {
        return TurnMarks.overview(lines, new TurnPlaces(List.of(""))).kinds().stream()
                .map(mark -> mark.about() + " "
                        + mark.turns().stream().map(Link::href).collect(Collectors.joining(" "))
                        + (mark.more() > 0 ? " +" + mark.more() : ""))
                .toList();
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
