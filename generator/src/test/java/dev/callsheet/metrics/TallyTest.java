package dev.callsheet.metrics;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Tally.Outcome;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counting runs: tallies, rates, flips, pass^k. */
class TallyTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void everyStatusHasItsCount() {
        Tally tally =
                Tally.of(runs("PASSED", "PASSED", "FAILED", "ERROR", "CANCELLED", "PENDING", "RUNNING", "passed"));
        assertThat(tally).isEqualTo(new Tally(2, 1, 1, 1, 2, 1));
        assertThat(tally.valid()).isEqualTo(3);
        assertThat(tally.finished()).isEqualTo(5);
        assertThat(tally.total()).isEqualTo(8);
        assertThat(tally.plus(tally)).isEqualTo(new Tally(4, 2, 2, 2, 4, 2));
        assertThat(Tally.of(List.of())).isEqualTo(Tally.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 5, NONE", "3, 0, 5, ALL_PASSED", "0, 3, 5, ALL_FAILED", "1, 1, 0, MIXED"})
    void errorsMakeNoOutcome(long passed, long failed, long errors, Outcome outcome) {
        assertThat(new Tally(passed, failed, errors, errors, errors, errors).outcome())
                .isEqualTo(outcome);
    }

    @Test
    void aRateWithoutRunsIsUndefined() {
        assertThat(Rate.of(new Tally(0, 0, 7, 0, 0, 0))).isEqualTo(new Rate(0, 0, null, null));
    }

    @Test
    void aRateCountsValidRunsOnly() {
        Rate rate = Rate.of(new Tally(3, 2, 7, 1, 1, 1));
        assertThat(rate.n()).isEqualTo(5);
        assertThat(rate.value()).isEqualTo(0.6);
        assertThat(Objects.requireNonNull(rate.interval()).low()).isCloseTo(0.2307, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"PPPPP, 0, 0", "PFPFP, 4, 1", "PPFFF, 1, 0.25", "PEFEP, 2, 1", "PF, 1, 1"})
    void flipsAreUnequalNeighboursAmongValidRuns(String sequence, int flips, double rate) {
        assertThat(Flips.of(sequence(sequence))).isEqualTo(new Flips(flips, rate));
    }

    @ParameterizedTest
    @CsvSource({"P", "EPE", "EE"})
    void fewerThanTwoValidRunsHaveNoFlipRate(String sequence) {
        assertThat(Flips.of(sequence(sequence))).isEqualTo(new Flips(null, null));
    }

    @Test
    void passHatOfAScenarioReachesAsFarAsItsRuns() {
        // 3 of 4: 3/4, C(3,2)/C(4,2) = 3/6, C(3,3)/C(4,3) = 1/4, 0
        assertThat(SuitePassHat.ofScenario(new Tally(3, 1, 9, 0, 0, 0))).containsExactly(0.75, 0.5, 0.25, 0.0);
        assertThat(SuitePassHat.ofScenario(Tally.ZERO)).isEmpty();
        assertThat(SuitePassHat.ofScenario(new Tally(200, 0, 0, 0, 0, 0))).hasSize(Analysis.MAX_K);
    }

    @Test
    void theSuitesCurveLeavesOutScenariosWithTooFewRunsAndSaysHowMany() {
        List<PassHatPoint> curve = SuitePassHat.curve(List.of(
                new Tally(3, 1, 0, 0, 0, 0),
                new Tally(2, 0, 0, 0, 0, 0),
                new Tally(0, 1, 0, 0, 0, 0),
                new Tally(0, 0, 5, 0, 0, 0)));
        assertThat(curve).extracting(PassHatPoint::k).containsExactly(1, 2, 3, 4);
        assertThat(curve.get(0).value()).isCloseTo((0.75 + 1 + 0) / 3, within(1e-12));
        assertThat(curve.get(1).value()).isCloseTo((0.5 + 1) / 2, within(1e-12));
        assertThat(curve.get(2).value()).isCloseTo(0.25, within(1e-12));
        assertThat(curve).extracting(PassHatPoint::n).containsExactly(3, 2, 1, 1);
        assertThat(curve).extracting(PassHatPoint::leftOut).containsExactly(0, 1, 2, 2);
        assertThat(curve.get(1).interval()).isNotNull();
        assertThat(curve.get(2).interval()).isNull();
    }

    @Test
    void aSuiteWithoutValidRunsHasNoCurve() {
        assertThat(SuitePassHat.curve(List.of(new Tally(0, 0, 5, 0, 0, 0)))).isEmpty();
    }

    private List<CorpusRun> runs(String... statuses) {
        List<GivenRun> records = new ArrayList<>();
        for (String status : statuses) {
            records.add(run("r" + records.size()).status(status));
        }
        return corpora.of(records).runs();
    }

    /** One run for each letter: passed, failed, error. */
    private List<CorpusRun> sequence(String letters) {
        return corpora.of(IntStream.range(0, letters.length())
                        .mapToObj(i -> run("r" + i)
                                .status(
                                        switch (letters.charAt(i)) {
                                            case 'P' -> "PASSED";
                                            case 'F' -> "FAILED";
                                            default -> "ERROR";
                                        }))
                        .toList())
                .runs();
    }
}
