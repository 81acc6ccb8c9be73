package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.callsheet.model.Turn;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnSearchTest {

    private static final TurnSearch CALL = new TurnSearch(List.of(
            new Turn("assistant", "Is it about the TITLE?"),
            new Turn("user", "Yes, the title is wrong."),
            new Turn("assistant", "The title is wrong indeed.")));

    @Test
    void theFirstTurnThatHoldsTheTextIsFound() {
        assertThat(CALL.find("title is wrong")).isEqualTo(new TurnSearch.Hit(2, true));
    }

    @Test
    void theTextAsItIsGoesBeforeOtherCase() {
        assertThat(CALL.find("the title")).isEqualTo(new TurnSearch.Hit(2, true));
        assertThat(CALL.find("The title")).isEqualTo(new TurnSearch.Hit(3, true));
        assertThat(CALL.find("IS IT ABOUT")).isEqualTo(new TurnSearch.Hit(1, false));
    }

    @Test // tests run under a Turkish locale, where the small letter of I is not i
    void caseIsNotThatOfTheMachine() {
        assertThat(CALL.find("THE TITLE IS WRONG")).isEqualTo(new TurnSearch.Hit(2, false));
    }

    @Test
    void whatNobodySaidIsNotFound() {
        assertThat(CALL.find("the subtitle")).isNull();
        assertThat(new TurnSearch(List.of()).find("the title")).isNull();
    }

    @Test
    void anEmptyTextIsInNoTurn() {
        assertThat(CALL.find("")).isNull();
        assertThat(CALL.find(" \n")).isNull();
    }

    @Test
    void theEndOfAnEndlessCallIsNotSearched() {
        String half = "a".repeat(TurnSearch.MOST_CHARACTERS / 2);
        TurnSearch call = new TurnSearch(
                List.of(new Turn("user", half), new Turn("user", "the title"), new Turn("user", half + "title")));
        assertThat(call.find("the title")).isEqualTo(new TurnSearch.Hit(2, true));
        assertThat(call.find("atitle")).isNull();
        assertThat(call.nowhere()).isEqualTo("none of the first 2 turns, which is as far as was searched");
        assertThat(CALL.nowhere()).isEqualTo("no turn");
    }

    @Test
    void theWorstTextTakesNoTime() {
        TurnSearch call = new TurnSearch(Collections.nCopies(100, new Turn("user", "a".repeat(1000))));
        String text = "a".repeat(TurnSearch.LONGEST - 1) + "b";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < RunVerdicts.MOST_SEARCHES; i++) {
                assertThat(call.find(text)).isNull();
            }
        });
        assertThat(call.find("a".repeat(TurnSearch.LONGEST + 1))).isNull();
    }
}
