package dev.callsheet.site;

import static dev.callsheet.model.AssertionResult.Verdict.FAILED;
import static dev.callsheet.model.AssertionResult.Verdict.PASSED;
import static dev.callsheet.model.AssertionResult.Verdict.UNKNOWN;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.RunText;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunHeadlineTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aFailedRunFailedOnItsFirstFailedAssertion() {
        assertThat(headline(run("r").failed().check("a", PASSED, null).check("b", FAILED, null)))
                .isEqualTo("Failed on “contains”.");
        assertThat(headline(
                        scenario("s").asserting("a", "Books").asserting("b", "Thanks"),
                        run("r").failed().check("b", FAILED, null).check("a", FAILED, null)))
                .isEqualTo("Failed on “Thanks” and 1 more assertion.");
        assertThat(headline(run("r").failed().check("a", PASSED, null)))
                .isEqualTo("Failed, though no assertion failed.");
        assertThat(headline(run("r").failed())).isEqualTo("Failed, with no assertion result to say why.");
    }

    @Test
    void anAssertionThatQuotesIsNotQuotedAgain() {
        AssertionKey key = new AssertionKey("a", "contains", "transcript", null, "is booked");
        assertThat(headline(run("r").failed().check(key, FAILED)))
                .isEqualTo("Failed on: transcript contains “is booked”.");
    }

    @Test
    void aPageOfFurtherTurnsSaysWhichAndOfWhatCall() {
        assertThat(RunHeadline.ofTurns(RunStatus.FAILED, 81, 160, 400))
                .isEqualTo("Turns 81 to 160 of 400 of a failed call.");
        assertThat(RunHeadline.ofTurns(RunStatus.PASSED, 1_001, 1_001, 1_001))
                .isEqualTo("Turn 1\u202f001 of 1\u202f001 of a passed call.");
        assertThat(RunStatus.values())
                .allSatisfy(status -> assertThat(RunHeadline.ofTurns(status, 81, 82, 82))
                        .startsWith("Turns 81 to 82 of 82 of a ")
                        .endsWith("."));
    }

    @Test
    void aPassedRunSaysWhatHeld() {
        assertThat(headline(run("r"))).isEqualTo("Passed, with no assertion result.");
        assertThat(headline(run("r").check("a", PASSED, null))).isEqualTo("Passed: its one assertion holds.");
        assertThat(headline(run("r").check("a", PASSED, null).check("b", PASSED, null)))
                .isEqualTo("Passed: its 2 assertions hold.");
        assertThat(headline(run("r").check("a", PASSED, null).check("b", UNKNOWN, null)))
                .isEqualTo("Passed, with no verdict on 1 of 2 assertions.");
        assertThat(headline(run("r").check("a", PASSED, null).check("b", FAILED, null)))
                .isEqualTo("Passed, though 1 assertion of 2 failed.");
    }

    @Test
    void anErrorSaysHowFarItCameAndWhy() {
        assertThat(headline(run("r").errored().error("line dropped\nat 3"))).isEqualTo("Error: line dropped");
        assertThat(headline(run("r").errored().error("no route").turns(0)))
                .isEqualTo("Error before the first turn: no route");
        assertThat(headline(run("r").errored().error(" ").turns(4)))
                .isEqualTo("Error after 4 turns, with no message to say why.");
    }

    @Test
    void aRunWithoutAResultSaysThatItHasNone() {
        assertThat(headline(run("r").status("CANCELLED").turns(1)))
                .isEqualTo("Cancelled after 1 turn, so it has no result.");
        assertThat(headline(run("r").status("CANCELLED"))).isEqualTo("Cancelled, so it has no result.");
        assertThat(headline(run("r").status("PENDING")))
                .isEqualTo("Not yet started when it was loaded, so it has no result.");
        assertThat(headline(run("r").status("RUNNING")))
                .isEqualTo("Still running when it was loaded, so it has no result.");
        assertThat(headline(run("r").status("LOST"))).isEqualTo("Of unknown status “LOST”: neither passed nor failed.");
    }

    private String headline(Given... records) {
        Pages pages = Pages.of(corpora.of(records));
        CorpusRun run = pages.run("r");
        RunText text = pages.corpus().text(run);
        return RunHeadline.of(
                run.facts(), RunVerdicts.of(pages.scenario("s").definition(), run.facts(), text), text.errorMessage());
    }
}
