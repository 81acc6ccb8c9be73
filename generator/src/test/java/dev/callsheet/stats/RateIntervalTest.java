package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateIntervalTest {

    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonGivesThePublishedIntervals(long passed, long n, double low, double high) { // Newcombe 1998, table I
        Interval interval = wilson(passed, n);
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"81, 263, 0.2527, 0.3676", "15, 148, 0.0578, 0.1617", "0, 20, 0, 0.1684", "1, 29, 0.0009, 0.1776"})
    void clopperPearsonGivesThePublishedIntervals(long passed, long n, double low, double high) {
        Interval interval = Objects.requireNonNull(ExactBinomial.interval(passed, n)); // Newcombe 1998, table I
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void withoutRunsThereIsNoInterval() {
        assertThat(Wilson.interval(0, 0)).isNull();
        assertThat(ExactBinomial.interval(0, 0)).isNull();
        assertThat(ExactBinomial.lowerBound(0, 0, 0.95)).isNull();
        assertThat(ExactBinomial.upperBound(0, 0, 0.95)).isNull();
        assertThat(Jeffreys.interval(0, 0)).as("of the prior").isEqualTo(new Interval(0, 1));
        assertThat(Jeffreys.mean(0, 0)).isEqualTo(0.5);
    }

    @Test
    void oneRunProvesLittle() {
        assertThat(wilson(0, 1).high()).isCloseTo(0.7935, within(0.00005));
        assertThat(wilson(1, 1).low()).isCloseTo(0.2065, within(0.00005));
    }

    @Test
    void theEndsAreExactWhenEverythingOrNothingPassed() {
        for (int n = 1; n <= 300; n++) {
            assertThat(wilson(0, n).low()).isZero();
            assertThat(wilson(n, n).high()).isOne();
            assertThat(Jeffreys.interval(0, n).low()).isZero();
            assertThat(Jeffreys.interval(n, n).high()).isOne();
            assertThat(ExactBinomial.lowerBound(0, n, 0.95)).isZero();
            assertThat(ExactBinomial.upperBound(n, n, 0.95)).isOne();
        }
    }

    @Test
    void moreConfidenceTakesAWiderInterval() {
        Interval narrow = Objects.requireNonNull(Wilson.interval(7, 10, 0.9));
        Interval wide = Objects.requireNonNull(Wilson.interval(7, 10, 0.99));
        assertThat(wide.low()).isLessThan(narrow.low());
        assertThat(wide.high()).isGreaterThan(narrow.high());
    }

    @ParameterizedTest
    @CsvSource({"5, 0.549", "29, 0.90", "59, 0.95", "299, 0.99"})
    void cleanRunsProveARate(long n, double proven) { // metrics.md 2.7
        assertThat(ExactBinomial.lowerBound(n, n, 0.95)).isGreaterThan(proven).isLessThan(proven + 0.003);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 0.5",
        "1, 8, 0.5",
        "2, 11, 0.5",
        "3, 13, 0.5",
        "3, 5, 0.95",
        "7, 10, 0.95",
        "12, 15, 0.95",
        "16, 20, 0.95",
        "21, 25, 0.95",
        "25, 30, 0.95",
        "53, 60, 0.95"
    })
    void fewPassesRefuteARate(long passed, long n, double rate) { // metrics.md 2.5: BROKEN, FLAKY
        assertThat(ExactBinomial.probabilityAtMost(passed, n, rate)).isLessThanOrEqualTo(0.05);
        assertThat(ExactBinomial.probabilityAtMost(passed + 1, n, rate)).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @CsvSource({"29, 29", "45, 46", "59, 61", "73, 76", "85, 89"})
    void manyPassesProveNineTenths(long passed, long n) { // metrics.md 2.5: RELIABLE
        assertThat(ExactBinomial.probabilityAtLeast(passed, n, 0.9)).isLessThanOrEqualTo(0.05);
        assertThat(ExactBinomial.probabilityAtLeast(passed - 1, n, 0.9)).isGreaterThan(0.05);
    }

    @Test
    void tailProbabilitiesAreThoseOfTheBinomialSum() {
        assertThat(ExactBinomial.probabilityAtMost(1, 3, 0.25)).isCloseTo(54 / 64.0, within(1e-14));
        assertThat(ExactBinomial.probabilityAtLeast(2, 3, 0.25)).isCloseTo(10 / 64.0, within(1e-14));
        assertThat(ExactBinomial.probabilityAtMost(0, 0, 0.25)).isOne();
        assertThat(ExactBinomial.probabilityAtLeast(0, 9, 0.25)).isOne();
        assertThat(ExactBinomial.probabilityAtMost(8, 9, 1)).isZero();
        assertThat(ExactBinomial.probabilityAtLeast(9, 9, 1)).isOne();
        assertThat(ExactBinomial.probabilityAtMost(0, 9, 0)).isOne();
        assertThat(ExactBinomial.probabilityAtLeast(1, 9, 0)).isZero();
        assertThat(ExactBinomial.probabilityAtMost(0, 100, 0.95))
                .as("a tiny tail")
                .isCloseTo(Math.pow(0.05, 100), within(1e-142));
    }

    @Test
    void jeffreysWeighsBelief() {
        assertThat(Jeffreys.mean(4, 5)).isEqualTo(0.75);
        assertThat(Jeffreys.probabilityBelow(5, 10, 0.5)).as("by symmetry").isCloseTo(0.5, within(1e-12));
        assertThat(Jeffreys.probabilityBelow(5, 10, 0)).isZero();
        assertThat(Jeffreys.probabilityBelow(5, 10, 1)).isOne();
    }

    @Test
    void intervalsContainTheEstimate() {
        RandomNumbers random = new RandomNumbers(1);
        for (int round = 0; round < 2000; round++) {
            Trials trials = random.trials(round % 10 == 0 ? 1_000_000 : 60);
            if (trials.n() > 0) {
                double rate = (double) trials.passed() / trials.n();
                assertThat(rate).as("%s", trials).satisfies(inside(wilson(trials.passed(), trials.n())));
                assertThat(rate)
                        .as("%s", trials)
                        .satisfies(inside(Objects.requireNonNull(ExactBinomial.interval(trials.passed(), trials.n()))));
                assertThat(Jeffreys.mean(trials.passed(), trials.n()))
                        .as("%s", trials)
                        .satisfies(inside(Jeffreys.interval(trials.passed(), trials.n())));
            }
        }
    }

    @Test
    void passesAndFailuresMirrorEachOther() {
        RandomNumbers random = new RandomNumbers(2);
        for (int round = 0; round < 500; round++) {
            int n = 1 + random.below(200);
            int passed = random.below(n + 1);
            assertThat(wilson(passed, n).low())
                    .isCloseTo(1 - wilson(n - passed, n).high(), within(1e-14));
            assertThat(Jeffreys.interval(passed, n).low())
                    .isCloseTo(1 - Jeffreys.interval(n - passed, n).high(), within(1e-12));
        }
    }

    @Test
    void refusesWhatIsNoRateOrConfidence() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(0, 0, 95));
        assertThatIllegalArgumentException().isThrownBy(() -> ExactBinomial.lowerBound(1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Jeffreys.interval(1, 2, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Jeffreys.probabilityBelow(1, 2, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> ExactBinomial.probabilityAtMost(2, 2, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> ExactBinomial.probabilityAtLeast(0, 2, Double.NaN));
    }

    private static Consumer<Double> inside(Interval interval) {
        return rate -> assertThat(rate).isBetween(interval.low(), interval.high());
    }

    private static Interval wilson(long passed, long n) {
        return Objects.requireNonNull(Wilson.interval(passed, n));
    }
}
