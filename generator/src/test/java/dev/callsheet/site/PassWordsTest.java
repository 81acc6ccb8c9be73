package dev.callsheet.site;

import static dev.callsheet.site.TurnAlignmentTest.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Turn;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PassWordsTest {

    private static final List<Turn> PASS =
            call("a: Hello!", "c: I want to book.", "a: Which day suits you best?", "c: Monday.", "a: Booked. Bye!");

    @Test
    void ofCallsThatGoOnBeyondWhatWasComparedNoneIsSaidToBeTheSame() {
        List<TurnAlignment.Row> rows = List.of(new TurnAlignment.Row(TurnAlignment.Kind.SAME, 1, 1));
        assertThat(PassWords.of(rows, true, row -> Link.plain("")))
                .containsExactly(
                        Link.plain("The first turn is as in the nearest pass; those beyond were not compared."));
    }

    @Test
    void ofWhatFollowsOnlyWhatWasComparedIsCounted() {
        List<TurnAlignment.Row> rows = List.of(
                new TurnAlignment.Row(TurnAlignment.Kind.OTHERWISE, 1, 1),
                new TurnAlignment.Row(TurnAlignment.Kind.SAME, 2, 2),
                new TurnAlignment.Row(TurnAlignment.Kind.SAME, 3, 3));
        assertThat(PassWords.of(rows, true, row -> Link.plain("turn 1")))
                .last()
                .isEqualTo(Link.plain(". All turns compared after the first difference are the same again."));
    }

    @Test
    void theFirstTurnThatDiffersIsNamedAndWhatOfTheRestIsTheSame() {
        assertThat(words("a: Hello!", "c: I want to book.", "a: We are closed.", "c: Monday.", "a: Oh."))
                .isEqualTo("The first 2 turns are as in the nearest pass; [turn 3] is the first said otherwise."
                        + " Of the 2 turns after the first difference 1 is the same.");
        assertThat(words("a: Hello!", "c: I want to book.", "a: We are closed.", "c: Oh.", "a: So sorry."))
                .isEqualTo("The first 2 turns are as in the nearest pass; [turn 3] is the first said otherwise."
                        + " No turn of this call after the first difference is the same.");
        assertThat(words("a: Hello!", "c: I want to book.", "a: Closed.", "c: Monday.", "a: Booked, bye."))
                .isEqualTo("The first 2 turns are as in the nearest pass; [turn 3] is the first said otherwise."
                        + " All turns after the first difference are the same again.");
    }

    @Test
    void callsMayDifferFromTheFirstTurnOn() {
        assertThat(words("a: Good day.", "c: I want to book.", "a: Closed.", "c: Oh.", "a: Sorry."))
                .isEqualTo(
                        "[Turn 1] is the first said otherwise. Of the 4 turns after the first difference 1 is the same.");
        assertThat(words("a: Good day.")).isEqualTo("[Turn 1] is the first said otherwise.");
    }

    @Test
    void theyMayDifferInTheLastTurnOnly() {
        assertThat(words("a: Hello!", "c: I want to book.", "a: Which day suits you best?", "c: Monday.", "a: No."))
                .isEqualTo("The first 4 turns are as in the nearest pass; [turn 5] is the first said otherwise.");
        assertThat(words("a: Hello!", "c: I want to book.", "a: Which day suits you best?", "c: Tuesday.", "a: No."))
                .endsWith("[turn 4] is the first said otherwise. The turn after that is not the same either.");
        assertThat(words(
                        "a: Hello!",
                        "c: I want to book.",
                        "a: Which day suits you best?",
                        "c: Tuesday.",
                        "a: Booked, bye!"))
                .endsWith("[turn 4] is the first said otherwise. The turn after that is the same again.");
    }

    @Test
    void otherWordsAreToldFromOtherMatters() {
        assertThat(words("a: Hello!", "c: I want to book.", "a: Which day suits you?", "c: Monday.", "a: No."))
                .isEqualTo(
                        "The first 2 turns are as in the nearest pass; [turn 3] is the first said in somewhat other"
                                + " words, [turn 5] the first that is quite different. Of the 2 turns after the first difference 1 is the same.");
        assertThat(words("a: Hello!", "c: I want to book.", "a: Which day suits you?", "c: Monday.", "a: Booked. Bye!"))
                .isEqualTo("The first 2 turns are as in the nearest pass; [turn 3] is the first said in somewhat other"
                        + " words. All turns after the first difference are the same again.");
    }

    @Test
    void oneCallMayGoOnWhereTheOtherEnds() {
        assertThat(words("a: Hello!", "c: I want to book."))
                .isEqualTo("The first 2 turns are as in the nearest pass; there this call ends, while the nearest pass"
                        + " goes on with [turn 3].");
        assertThat(words(
                        "a: Hello!",
                        "c: I want to book.",
                        "a: Which day suits you best?",
                        "c: Monday.",
                        "a: Booked. Bye!",
                        "c: Wait!"))
                .isEqualTo("The first 5 turns are as in the nearest pass; there it ends, while [turn 6] stands in this"
                        + " call only.");
        assertThat(words(
                        "a: Hello!",
                        "c: I want to book.",
                        "a: Which day suits you best?",
                        "c: Monday.",
                        "a: Booked. Bye!",
                        "c: Wait!",
                        "a: Yes?"))
                .endsWith("while [turn 6] and what follows stand in this call only.");
    }

    @Test
    void aTurnMayStandInOneCallOnly() {
        assertThat(words(
                        "a: Hello!",
                        "c: Hm.",
                        "a: Yes?",
                        "c: I want to book.",
                        "a: Which day suits you best?",
                        "c: Monday.",
                        "a: Booked. Bye!"))
                .isEqualTo("The first turn is as in the nearest pass; [turn 2] stands in this call only."
                        + " Of the 5 turns after the first difference 4 are the same.");
        assertThat(words("a: Hello!", "c: Monday.", "a: Booked. Bye!"))
                .isEqualTo("The first turn is as in the nearest pass; [turn 2] of the nearest pass has nothing like it"
                        + " here. All turns after the first difference are the same again.");
    }

    @Test
    void callsThatSayTheSameAreSaidToTellNothing() {
        assertThat(words(
                        "a: hello", "c: I want to book", "a: Which day suits you best", "c: Monday", "a: Booked – bye"))
                .isEqualTo("Turn for turn the nearest pass says the same, apart from case, spaces and punctuation:"
                        + " the words do not tell why this call failed.");
    }

    private static String words(String... turns) {
        List<TurnAlignment.Row> rows = TurnAlignment.of(call(turns), PASS).rows();
        return PassWords.of(rows, false, row -> Link.to("#", "turn " + (row.here() == 0 ? row.there() : row.here())))
                .stream()
                .map(piece -> piece.href() == null ? piece.text() : "[" + piece.text() + "]")
                .collect(Collectors.joining());
    }
}
