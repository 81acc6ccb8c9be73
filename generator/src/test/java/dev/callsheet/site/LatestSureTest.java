package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LatestSureTest {

    private static final String GOOD = "PPPPP";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void ofANightWithoutResultsNothingIsSaid() {
        GivenSuite nights = new GivenSuite().night("a", 1, GOOD).night("a", 2, "EE");
        assertThat(sentences(nights)).isEmpty();
        assertThat(LatestSure.of(Pages.of(corpora.of(nights)).at(SitePaths.LATEST)))
                .isNull();
    }

    @Test
    void theFirstNightHasNothingToBeComparedWith() {
        assertThat(sentences(new GivenSuite().night("a", 1, GOOD)))
                .containsExactly(
                        "5 of 5 passed proves only that a scenario passes at least 54 % of its calls.",
                        "No scenario has enough earlier runs for tonight to be compared with.",
                        "1 scenario is undecided.");
    }

    @Test
    void aTypicalScenarioMustFallSoFar() {
        assertThat(sentences(new GivenSuite().runs("a", 6, GOOD)))
                .containsExactly(
                        "5 of 5 passed proves only that a scenario passes at least 54 % of its calls.",
                        "A typical scenario, 25/25 before, must fall to 3 of 5 for one night to prove it; smaller falls"
                                + " take more nights.",
                        "No scenario is undecided.");
    }

    @Test
    void oneRunANightProvesNoFall() {
        assertThat(sentences(new GivenSuite().runs("a", 10, "P")))
                .contains("For most scenarios no single night can prove a fall; several together can.");
    }

    @Test
    void theScenarioWithTheMostRunsTellsWhatANightProves() {
        assertThat(sentences(new GivenSuite().night("a", 1, GOOD).night("b", 1, GOOD + GOOD)))
                .startsWith("10 of 10 passed proves only that a scenario passes at least 74 % of its calls.")
                .endsWith("2 scenarios are undecided.");
    }

    @Test
    void threeUndecidedAreNamedTheSoonestSettledFirst() {
        GivenSuite nights = new GivenSuite()
                .runs("a", 3, GOOD)
                .runs("b", 5, GOOD)
                .runs("c", 4, GOOD)
                .runs("d", 1, GOOD)
                .night("a", 5, "P")
                .night("c", 5, "P")
                .night("d", 5, "P");
        LatestSure sure = Objects.requireNonNull(
                LatestSure.of(Pages.of(corpora.of(nights)).at(SitePaths.LATEST)));
        assertThat(sure.undecided())
                .extracting(undecided -> undecided.scenario().text() + ": " + undecided.more())
                .containsExactly("b: 4 more", "c: 8 more", "a: 13 more");
        assertThat(sure.sentences()).endsWith("4 scenarios are undecided.");
        assertThat(sure.rule().text()).isEqualTo("rule 3.7");
    }

    private List<String> sentences(GivenSuite nights) {
        return LatestSure.sentences(Plans.analysis(corpora.of(nights)));
    }
}
