package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {

    @ParameterizedTest
    @CsvSource({ // metrics.md 2.7
        ".50, 5, 7, 6, 5",
        ".60, 6, 10, 7, 10",
        ".70, 9, 13, 9, 14",
        ".80, 14, 21, 14, 33",
        ".85, 19, 29, 19, 59",
        ".90, 29, 44, 29, 169",
        ".95, 59, 90, 59, ",
        ".98, 149, 228, 149, ",
        ".99, 299, 459, 299, ",
        ".999, 2995, 4603, 2995, "
    })
    void givesTheTableOfTheSpecification(double p, long failure, long surer, long both, @Nullable Integer flaky) {
        assertThat(SampleSize.runsToSeeAFailure(p, 0.95)).isEqualTo(failure);
        assertThat(SampleSize.runsToSeeAFailure(p, 0.99)).isEqualTo(surer);
        assertThat(SampleSize.runsToSeeBothOutcomes(p, 0.95)).isEqualTo(both);
        assertThat(SampleSize.runsToConfirmFlaky(p, 0.95, 0.05, 0.8)).isEqualTo(flaky);
    }

    @ParameterizedTest
    @CsvSource({"0.55, 6", "0.9, 29", "0.95, 59", "0.99, 299"})
    void straightPassesProveWhatTheExactBoundSays(double p, long passes) {
        assertThat(SampleSize.passesToProve(p, 0.95)).isEqualTo(passes);
        assertThat(ExactBinomial.lowerBound(passes, passes, 0.95)).isGreaterThanOrEqualTo(p);
        assertThat(ExactBinomial.lowerBound(passes - 1, passes - 1, 0.95)).isLessThan(p);
    }

    @Test
    void noNumberOfRunsShowsWhatDoesNotHappen() {
        assertThat(SampleSize.runsToSeeAFailure(1, 0.95)).isNull();
        assertThat(SampleSize.passesToProve(1, 0.95)).isNull();
        assertThat(SampleSize.runsToSeeBothOutcomes(1, 0.95)).isNull();
        assertThat(SampleSize.runsToSeeBothOutcomes(0, 0.95)).isNull();
        assertThat(SampleSize.runsToSeeAFailure(0, 0.95)).isEqualTo(1);
    }

    @Test
    void aConfidenceThatIsJustReachedIsReached() {
        assertThat(SampleSize.runsToSeeAFailure(0.1, 0.99)).as("1 − 0.1²").isEqualTo(2);
        assertThat(SampleSize.runsToSeeAFailure(0.9, 0.19)).as("1 − 0.9²").isEqualTo(2);
        assertThat(SampleSize.runsToSeeBothOutcomes(0.1, 0.18))
                .as("1 − 0.9² − 0.1²")
                .isEqualTo(2);
    }

    @Test
    void whatIsNotFlakyIsNeverConfirmedAsFlaky() {
        assertThat(SampleSize.runsToConfirmFlaky(0.95, 0.95, 0.05, 0.8)).isNull();
        assertThat(SampleSize.runsToConfirmFlaky(1, 0.95, 0.05, 0.8)).isNull();
        assertThat(SampleSize.runsToConfirmFlaky(0, 0.95, 0.05, 0.8)).isNull();
        assertThat(SampleSize.runsToConfirmFlaky(0.9499999, 0.95, 0.05, 0.8))
                .as("no more runs than anyone would make")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.95, 0.05, 0.8", "0.87, 0.95, 0.05, 0.9", "0.5, 0.6, 0.01, 0.5", "0.7, 0.8, 0.1, 0.99"})
    void theSearchAgreesWithTheExactTails(double p, double tolerance, double alpha, double power) {
        int n = 1;
        while (power(n, p, tolerance, alpha) < power
                || power(n + 1, p, tolerance, alpha) < power
                || power(n + 2, p, tolerance, alpha) < power) {
            n++;
        }
        assertThat(SampleSize.runsToConfirmFlaky(p, tolerance, alpha, power)).isEqualTo(n);
    }

    @Test
    void thePowerOfManyRunsIsStillExact() {
        int n = Objects.requireNonNull(SampleSize.runsToConfirmFlaky(0.94, 0.95, 0.05, 0.8));
        assertThat(n).isGreaterThan(3000);
        assertThat(power(n, 0.94, 0.95, 0.05)).isGreaterThanOrEqualTo(0.8);
        assertThat(Math.min(
                        power(n - 1, 0.94, 0.95, 0.05),
                        Math.min(power(n, 0.94, 0.95, 0.05), power(n + 1, 0.94, 0.95, 0.05))))
                .isLessThan(0.8);
    }

    @Test
    void rarerFailuresAndMoreConfidenceTakeMoreRuns() {
        RandomNumbers random = new RandomNumbers(24);
        for (int round = 0; round < 500; round++) {
            double low = 0.5 + random.fraction() * 0.499;
            double high = low + (0.999 - low) * random.fraction();
            double confidence = random.fraction() * 0.98 + 0.01;
            assertThat(failure(high, confidence)).isGreaterThanOrEqualTo(failure(low, confidence));
            assertThat(failure(low, confidence + 0.005)).isGreaterThanOrEqualTo(failure(low, confidence));
            assertThat(both(high, confidence)).isGreaterThanOrEqualTo(both(low, confidence));
            assertThat(both(low, confidence)).isGreaterThanOrEqualTo(failure(low, confidence));
            assertThat(both(low, confidence)).isEqualTo(both(1 - low, confidence));
        }
    }

    @Test
    void whatIsNearerTheToleranceTakesMoreRunsToConfirm() {
        int last = 0;
        for (double p : new double[] {0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94}) {
            int runs = Objects.requireNonNull(SampleSize.runsToConfirmFlaky(p, 0.95, 0.05, 0.8));
            assertThat(runs).isGreaterThanOrEqualTo(last);
            last = runs;
        }
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.runsToSeeAFailure(1.1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.runsToSeeAFailure(0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.runsToSeeBothOutcomes(Double.NaN, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.runsToConfirmFlaky(0.5, 1, 0.05, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.runsToConfirmFlaky(0.5, 0.95, 0, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.runsToConfirmFlaky(0.5, 0.95, 0.05, 1));
    }

    private static double power(int n, double p, double tolerance, double alpha) {
        int most = n;
        while (most >= 0 && ExactBinomial.probabilityAtMost(most, n, tolerance) > alpha) {
            most--;
        }
        return most < 0 ? 0 : ExactBinomial.probabilityAtMost(most, n, p);
    }

    private static long failure(double p, double confidence) {
        return Objects.requireNonNull(SampleSize.runsToSeeAFailure(p, confidence));
    }

    private static long both(double p, double confidence) {
        return Objects.requireNonNull(SampleSize.runsToSeeBothOutcomes(p, confidence));
    }
}
