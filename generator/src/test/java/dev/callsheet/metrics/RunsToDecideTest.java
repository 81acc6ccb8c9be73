package dev.callsheet.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.stats.ExactBinomial;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsToDecideTest {

    private final RunsToDecide runsToDecide = new RunsToDecide(Rules.DEFAULT);

    @ParameterizedTest
    @CsvSource({"1, 1, 28", "5, 5, 24", "20, 20, 9", "28, 28, 1"})
    void twentyNinePassesInARowProveReliable(long passed, long n, long more) {
        assertThat(more(State.INSUFFICIENT, passed, n)).isEqualTo(more);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 4", "0, 4, 1"})
    void fiveFailuresInARowProveBroken(long passed, long n, long more) {
        assertThat(more(State.INSUFFICIENT, passed, n)).isEqualTo(more);
    }

    @ParameterizedTest
    @CsvSource({"4, 5", "8, 10", "13, 15", "22, 25", "54, 60", "1, 2", "98, 100", "27, 29", "37, 40"})
    void aMixedRateGoesOnAsItIs(long passed, long n) {
        Long more = more(State.SUSPECT, passed, n);
        assertThat(more).isNotNull();
        assertThat(provenAfter(passed, n, more)).isGreaterThanOrEqualTo(RunsToDecide.POWER);
        assertThat(provenAfter(passed, n, more + 1)).isGreaterThanOrEqualTo(RunsToDecide.POWER);
        assertThat(provenAfter(passed, n, more + 2)).isGreaterThanOrEqualTo(RunsToDecide.POWER);
        assertThat(more == 1 || provenAfter(passed, n, more - 1) < RunsToDecide.POWER)
                .isTrue();
    }

    @Test
    void aRateBetweenFloorAndToleranceStaysUndecidedForLong() {
        assertThat(more(State.SUSPECT, 27, 29)).isEqualTo(222);
        assertThat(more(State.SUSPECT, 37, 40)).as("at .925").isEqualTo(221);
    }

    @Test
    void aRateThatIsNeitherBelowTheOneNorAboveTheOtherIsNeverDecided() {
        Rules d = Rules.DEFAULT;
        Rules narrow = new Rules(
                d.windowNights(),
                d.recentNights(),
                d.newNights(),
                d.priorRuns(),
                0.9,
                0.9,
                d.alpha(),
                d.falseDiscoveryRate(),
                d.changeAlpha(),
                d.suiteAlpha(),
                d.minimumChange(),
                d.infrastructureShare(),
                d.infrastructureRuns(),
                d.toneMinimumShift(),
                d.toneFloor(),
                d.toneBudget(),
                d.toneBudgetNights());
        assertThat(new RunsToDecide(narrow).of(decision(State.SUSPECT, 9, 10))).isNull();
    }

    @Test
    void whatIsSettledNeedsNoMore() {
        assertThat(more(State.BROKEN, 0, 5)).isZero();
        assertThat(more(State.FLAKY, 3, 5)).isZero();
        assertThat(more(State.RELIABLE, 29, 29)).isZero();
    }

    @Test
    void whereNothingIsJudgedNothingCanBeSaid() {
        assertThat(runsToDecide.of(Decision.NONE)).isNull();
        assertThat(runsToDecide.of(decision(State.INFRA, 0, 0))).isNull();
    }

    @Test
    void theOrderOfQuestionsDoesNotMatter() {
        Long first = more(State.SUSPECT, 54, 60);
        more(State.SUSPECT, 980, 1_000);
        more(State.INSUFFICIENT, 1, 1);
        assertThat(more(State.SUSPECT, 54, 60)).isEqualTo(first);
        assertThat(new RunsToDecide(Rules.DEFAULT).of(decision(State.SUSPECT, 54, 60)))
                .isEqualTo(first);
    }

    /** The probability of a proof after so many more runs that pass at the rate so far, summed up. */
    private static double provenAfter(long passed, long n, long more) {
        double rate = passed / (double) n;
        double proven = 0;
        for (long will = 0; will <= more; will++) {
            boolean flaky = ExactBinomial.probabilityAtMost(passed + will, n + more, 0.95) <= 0.05;
            boolean reliable = ExactBinomial.probabilityAtLeast(passed + will, n + more, 0.90) <= 0.05;
            proven += flaky || reliable ? probability(will, more, rate) : 0;
        }
        return proven;
    }

    private static double probability(long passed, long n, double rate) {
        double log = passed * Math.log(rate) + (n - passed) * Math.log(1 - rate);
        for (long i = 1; i <= passed; i++) {
            log += Math.log((n - passed + i) / (double) i);
        }
        return Math.exp(log);
    }

    private @Nullable Long more(State state, long passed, long n) {
        return runsToDecide.of(decision(state, passed, n));
    }

    private static Decision decision(State state, long passed, long n) {
        Decision.Regime judged = new Decision.Regime(LocalDate.of(2026, 4, 1), 1, Rate.of(passed, n));
        return new Decision(state, Event.NONE, null, null, false, judged, null, null, List.of());
    }
}
