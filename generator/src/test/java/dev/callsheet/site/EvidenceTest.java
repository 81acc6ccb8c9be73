package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why scenario {@code a} is called what it is called. */
class EvidenceTest {

    private static final String GOOD = "PPPPP";
    private static final String BAD = "FFFFF";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aFallOfTonightIsHeldAgainstTheNightsBefore() {
        Evidence evidence = evidence(new GivenSuite().runs("a", 4, GOOD).night("a", 5, "PFFFF"));
        assertThat(evidence.sentences().get(0))
                .isEqualTo(
                        "Tonight 1 of 5 passed; on the nights since 1 Apr it was 20 of 20. If nothing had changed, so"
                                + " bad a night would come once in 2\u202f500 nights.");
        assertThat(evidence.basis())
                .startsWith("Fisher’s exact test of tonight against the nights before, p = 0.00040, adjusted for all"
                        + " scenarios q = 0.00040");
        assertThat(rules(evidence)).containsExactly("rule 3.3", "rule 3.4");
    }

    @Test
    void aRiseOfTonightIsAGoodNight() {
        assertThat(sentences(new GivenSuite().runs("a", 6, BAD).night("a", 7, GOOD)))
                .first()
                .isEqualTo("Tonight 5 of 5 passed; on the nights since 1 Apr it was 0 of 30. If nothing had changed, so"
                        + " good a night would come once in 320\u202f000 nights.");
    }

    @Test
    void whatChanceWouldHardlyEverBringIsNotCountedOut() {
        assertThat(sentences(new GivenSuite().runs("a", 2, GOOD.repeat(4)).night("a", 3, BAD.repeat(4))))
                .first()
                .asString()
                .endsWith("so bad a night would come less than once in a million nights.");
    }

    @Test
    void aFallOfEarlierNightsIsWhereTheNightsPart() {
        Evidence evidence = evidence(fallenOn13April());
        assertThat(evidence.sentences())
                .containsExactly(
                        "From 13 Apr on 4 of 20 passed; before it was 60 of 60. If nothing had changed, nights would"
                                + " part like this somewhere in the series less than once in a million times.",
                        "A scenario that passes half of its calls would do so badly once in 160 times.");
        assertThat(evidence.basis())
                .isEqualTo("exact scan of the nights for a change, p < 0.0001; exact binomial test of the pass"
                        + " probability, p = 0.0059");
        assertThat(rules(evidence)).containsExactly("rule 3.2", "rule 3.4");
    }

    @Test
    void aCutANightTooEarlyIsExplained() {
        GivenSuite nights = new GivenSuite().runs("a", 12, GOOD).night("a", 13, BAD);
        for (int i = 0; i < 19; i++) {
            nights.runs("b" + i, 13, GOOD);
        }
        assertThat(sentences(nights))
                .containsExactly(
                        "From 13 Apr on 0 of 5 passed.",
                        "The nights part at 12 Apr, since either side needs two of them: from then on 5 of 10 passed;"
                                + " before it was 55 of 55. If nothing had changed, nights would part like this"
                                + " somewhere in the series once in 16\u202f000 times.",
                        "That is fewer than 95 % of its calls, but not by turns: it may have changed once, which is not"
                                + " flaky.");
    }

    @Test
    void aVersionThatCameWithTheChangeIsALikelyCause() {
        assertThat(sentences(versions("v1", "v2")))
                .contains("The version changed with it, from v1 to v2: a likely cause.");
    }

    @Test
    void aVersionThatStayedIsNoCause() {
        assertThat(sentences(versions("v1", "v1"))).noneMatch(sentence -> sentence.contains("version"));
    }

    @Test
    void whatIsOldIsComparedWithoutAnEvent() {
        GivenSuite nights = new GivenSuite().runs("a", 12, GOOD);
        for (int night = 13; night <= 20; night++) {
            nights.night("a", night, BAD);
        }
        assertThat(sentences(nights))
                .first()
                .asString()
                .startsWith("From 13 Apr on 0 of 40 passed; before it was 60 of 60.");
    }

    @Test
    void aScenarioThatAlwaysFailsIsBroken() {
        Evidence evidence = evidence(new GivenSuite().runs("a", 3, BAD));
        assertThat(evidence.sentences())
                .containsExactly("0 of 15 passed since 1 Apr. A scenario that passes half of its calls would do so"
                        + " badly once in 32\u202f000 times.");
        assertThat(evidence.basis()).isEqualTo("exact binomial test of the pass probability, p < 0.0001");
        assertThat(rules(evidence)).containsExactly("rule 3.4");
    }

    @Test
    void aScenarioThatMostlyFailsIsBrokenToo() {
        assertThat(sentences(new GivenSuite().runs("a", 3, "FFPFF")))
                .containsExactly("3 of 15 passed since 1 Apr. A scenario that passes half of its calls would do so"
                        + " badly once in 56 times.");
    }

    @Test
    void aFlakyScenarioPassesAndFailsByTurns() {
        assertThat(sentences(new GivenSuite().runs("a", 3, "PPPPF")))
                .containsExactly("12 of 15 passed since 1 Apr. It passes and fails by turns, and a scenario that passes"
                        + " 95 % of its calls would do so badly once in 27 times.");
    }

    @Test
    void ofAMixedScenarioNeitherIsProven() {
        Evidence evidence = evidence(new GivenSuite().runs("a", 2, GOOD).night("a", 3, "PPPPF"));
        assertThat(evidence.sentences())
                .containsExactly(
                        "14 of 15 passed since 1 Apr. That proves neither that it passes fewer than 95 % of its"
                                + " calls, which is flaky, nor that it passes at least 90 %, which is reliable. About 212 more"
                                + " runs would settle it if it goes on like this.");
        assertThat(evidence.basis()).as("nothing was proven").isEmpty();
    }

    @Test
    void aScenarioThatChangedOnceIsNotCalledFlaky() {
        GivenSuite nights = new GivenSuite();
        for (int night = 1; night <= 7; night++) {
            nights.night("a", night, night <= 4 ? "P" : "F");
        }
        assertThat(sentences(nights))
                .containsExactly("4 of 7 passed since 1 Apr. That is fewer than 95 % of its calls, but not by turns: it"
                        + " may have changed once, which is not flaky.");
    }

    @Test
    void aReliableScenarioIsProvenToReachTheFloor() {
        assertThat(sentences(new GivenSuite().runs("a", 6, GOOD)))
                .containsExactly(
                        "30 of 30 passed since 1 Apr. A scenario that passes only 90 % of its calls would do so"
                                + " well once in 23 times.");
    }

    @Test
    void aFewPassesProveLittle() {
        assertThat(sentences(new GivenSuite().runs("a", 3, GOOD)))
                .containsExactly("15 of 15 passed since 1 Apr. That proves only that it passes at least 81 % of its"
                        + " calls. 14 more runs that all pass would prove 90 %.");
    }

    @Test
    void oneMorePassIsOneRun() {
        assertThat(sentences(new GivenSuite().runs("a", 4, "PPPPPPP")))
                .containsExactly("28 of 28 passed since 1 Apr. That proves only that it passes at least 89 % of its"
                        + " calls. 1 more run that passes would prove 90 %.");
    }

    @Test
    void aFewFailuresProveLittleEither() {
        assertThat(sentences(new GivenSuite().runs("a", 3, "F")))
                .containsExactly(
                        "0 of 3 passed since 1 Apr. So few runs cannot prove that it fails more often than not."
                                + " 2 more failures would.");
        assertThat(sentences(new GivenSuite().runs("a", 4, "F")))
                .first()
                .asString()
                .endsWith("1 more failure would.");
    }

    @Test
    void aNewScenarioHasTooFewNights() {
        assertThat(sentences(new GivenSuite().night("a", 1, GOOD)))
                .containsExactly(
                        "It is new: it has 1 night with a result so far, too few to have changed.",
                        "5 of 5 passed tonight. That proves only that it passes at least 54 % of its calls. 24 more runs"
                                + " that all pass would prove 90 %.");
        assertThat(sentences(new GivenSuite().runs("a", 2, GOOD)))
                .first()
                .isEqualTo("It is new: it has 2 nights with a result so far, too few to have changed.");
    }

    @Test
    void anImprovedScenarioMayBeFlaky() {
        assertThat(sentences(new GivenSuite().runs("a", 6, BAD).night("a", 7, "PFPFP")))
                .containsExactly(
                        "Tonight 3 of 5 passed; on the nights since 1 Apr it was 0 of 30. If nothing had changed, so"
                                + " good a night would come once in 650 nights.",
                        "It passes and fails by turns, and a scenario that passes 95 % of its calls would do so badly"
                                + " once in 44 times.");
    }

    @Test
    void whereTonightBroughtOnlyErrorsEarlierNightsAreJudged() {
        assertThat(sentences(new GivenSuite().runs("a", 6, GOOD).night("a", 7, "EEEEE")))
                .containsExactly(
                        "Tonight brought only errors, so earlier nights are judged.",
                        "30 of 30 passed since 1 Apr. A scenario that passes only 90 % of its calls would do so well"
                                + " once in 23 times.");
    }

    @Test
    void errorsAloneSayNothing() {
        Evidence evidence = evidence(new GivenSuite().night("a", 1, "EEC"));
        assertThat(evidence.sentences())
                .containsExactly("Every run ended in an error or was cancelled: nothing can be said about the agent.");
        assertThat(evidence.basis()).isEmpty();
        assertThat(evidence.rules()).isEmpty();
    }

    @Test
    void withoutARunNothingCanBeSaid() {
        assertThat(sentences(new GivenSuite().required("a").night("b", 1, GOOD)))
                .containsExactly("No run with a result was loaded, so nothing can be said.");
    }

    private static GivenSuite fallenOn13April() {
        GivenSuite nights = new GivenSuite().runs("a", 12, GOOD);
        for (int night = 13; night <= 16; night++) {
            nights.night("a", night, "PFFFF");
        }
        return nights;
    }

    /** Twelve nights of one version, then two bad nights of another. */
    private static GivenSuite versions(String before, String then) {
        GivenSuite nights = new GivenSuite();
        for (int night = 1; night <= 14; night++) {
            for (int i = 0; i < 5; i++) {
                nights.and(run("v" + night + "-" + i)
                        .of("a")
                        .at(String.format("2026-04-%02dT00:00:00Z", night))
                        .version(night <= 12 ? before : then)
                        .status(night <= 12 ? "PASSED" : "FAILED"));
            }
        }
        return nights;
    }

    private static List<String> rules(Evidence evidence) {
        return evidence.rules().stream().map(Link::text).toList();
    }

    private List<String> sentences(GivenSuite nights) {
        return evidence(nights).sentences();
    }

    private Evidence evidence(GivenSuite nights) {
        Pages pages = Pages.of(corpora.of(nights));
        return Evidence.of(pages.at(SitePaths.scenario("a")), pages.scenario("a"));
    }
}
