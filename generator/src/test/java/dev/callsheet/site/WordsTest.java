package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.RunChanges;
import dev.callsheet.metrics.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words and sentences of pages. */
class WordsTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"quoted\" \u202e";

    @ParameterizedTest
    @CsvSource({
        "PASSED, passed, PASS",
        "FAILED, failed, FAIL",
        "ERROR, error, ERROR",
        "CANCELLED, cancelled, NONE",
        "PENDING, pending, OPEN",
        "RUNNING, running, OPEN",
        "COMPLETE, unknown status “COMPLETE”, OPEN",
        "Passed, unknown status “Passed”, OPEN",
    })
    void everyStatusHasAWordAndAMark(String status, String word, Mark mark) {
        assertThat(Words.state(run("r").status(status).record().facts())).isEqualTo(new Cell.State(mark, word));
    }

    @ParameterizedTest
    @CsvSource({"PASSED, passed, PASS", "CANCELLED, cancelled, NONE", "COMPLETED_PARTIAL, COMPLETED_PARTIAL, OPEN"})
    void theStatusOfABatchIsTheApisWord(String status, String word, Mark mark) {
        assertThat(Words.state(status)).isEqualTo(new Cell.State(mark, word));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 0, 0, 0, all passed, PASS",
        "0, 5, 0, 0, all failed, FAIL",
        "1, 1, 3, 0, mixed, MIXED",
        "0, 0, 1, 0, errors only, ERROR",
        "0, 0, 1, 1, no result, ERROR",
        "0, 0, 0, 1, no result, NONE",
        "0, 0, 0, 0, not run, NONE",
    })
    void anOutcomeIsAFact(long passed, long failed, long error, long cancelled, String word, Mark mark) {
        assertThat(Words.outcome(new Tally(passed, failed, error, cancelled, 0, 0)))
                .isEqualTo(new Cell.State(mark, word));
    }

    @Test
    void marksWithinMarksAreLeftOut() {
        assertThat(Words.quoted("gives the price")).isEqualTo("“gives the price”");
        assertThat(Words.quoted("contains “tomorrow”")).isEqualTo("contains “tomorrow”");
    }

    @Test
    void whatStandsBesideARateIsListed() {
        assertThat(Words.beside(new Tally(9, 9, 0, 0, 0, 0))).isEmpty();
        assertThat(Words.beside(new Tally(0, 0, 1, 0, 0, 0))).isEqualTo("1 error");
        assertThat(Words.beside(new Tally(0, 0, 2, 1, 3, 1)))
                .isEqualTo("2 errors, 1 cancelled, 3 unfinished, 1 of unknown status");
    }

    @Test
    void aFractionOfNothingIsADash() {
        assertThat(Words.fraction(new Tally(0, 0, 4, 0, 0, 0))).isEqualTo("–");
        assertThat(Words.fraction(new Tally(3, 2, 4, 0, 0, 0))).isEqualTo("3/5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 2 | 1 | 0 | 0 | Tonight 3 of 5 runs passed.",
                "1 | 0 | 0 | 0 | 0 | Tonight 1 of 1 run passed.",
                "0 | 2 | 0 | 0 | 0 | Tonight 0 of 2 runs passed.",
                "0 | 0 | 60 | 0 | 0 | Tonight cannot be judged: 60 of 60 runs errored.",
                "0 | 0 | 1 | 0 | 0 | Tonight cannot be judged: 1 of 1 run errored.",
                "0 | 0 | 1 | 0 | 2 | Tonight cannot be judged: 1 of 3 runs errored.",
                "0 | 0 | 1 | 1 | 0 | Tonight cannot be judged: 2 of 2 runs errored or were cancelled.",
                "0 | 0 | 0 | 1 | 0 | Tonight cannot be judged: 1 of 1 run was cancelled.",
                "0 | 0 | 0 | 2 | 0 | Tonight cannot be judged: 2 of 2 runs were cancelled.",
                "0 | 0 | 0 | 0 | 1 | Tonight cannot be judged: its only run has no result.",
                "0 | 0 | 0 | 0 | 4 | Tonight cannot be judged: none of its 4 runs has a result.",
            })
    void theHeadlineOfANightIsASentence(
            long passed, long failed, long error, long cancelled, long unfinished, String sentence) {
        assertThat(Headlines.ofTonight(new Tally(passed, failed, error, cancelled, unfinished, 0)))
                .isEqualTo(sentence);
    }

    @Test
    void anEarlierNightGoesByItsDate() {
        assertThat(Headlines.ofNight(LocalDate.parse("2026-04-13"), new Tally(3, 2, 0, 0, 0, 0)))
                .isEqualTo("Mon 13 Apr 2026: 3 of 5 runs passed.");
    }

    @Test
    void changesAreOneSentence() {
        assertThat(changes(1, 1, 1, 1, 1))
                .isEqualTo("Against Mon 13 Apr 2026: 1 scenario that had passed every run failed at least one, "
                        + "1 scenario that had failed before passed every run, 1 is as before, "
                        + "1 scenario had no result then, 1 scenario has no result now.");
        assertThat(changes(2, 2, 2, 2, 2))
                .isEqualTo("Against Mon 13 Apr 2026: 2 scenarios that had passed every run failed at least one, "
                        + "2 scenarios that had failed before passed every run, 2 are as before, "
                        + "2 scenarios had no result then, 2 scenarios have no result now.");
        assertThat(changes(0, 0, 1, 0, 0)).isEqualTo("Against Mon 13 Apr 2026: 1 scenario is as before.");
        assertThat(changes(0, 0, 2, 0, 0)).isEqualTo("Against Mon 13 Apr 2026: 2 scenarios are as before.");
        assertThat(changes(0, 0, 0, 1, 0)).isEqualTo("Against Mon 13 Apr 2026: 1 scenario had no result then.");
    }

    private static String changes(int failing, int passing, int same, int added, int missing) {
        return Headlines.ofChanges(
                LocalDate.parse("2026-04-13"),
                new RunChanges(ids(failing), ids(passing), List.of(), ids(same), List.of(), ids(added), ids(missing)));
    }

    private static List<String> ids(int count) {
        return Stream.iterate("s", id -> id + "s").limit(count).toList();
    }

    @Test
    void hostileWordsPassUnchanged() { // escaping is the renderer's
        assertThat(Words.state(HOSTILE).word()).isEqualTo(HOSTILE);
    }
}
