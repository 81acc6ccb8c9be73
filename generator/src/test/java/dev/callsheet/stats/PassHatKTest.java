package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PassHatKTest {

    @Test
    void countsSubsetsOfTheRuns() {
        // Of the ten pairs out of five runs with three passes, three are both passes and one is both failures.
        assertThat(PassHatK.passHatK(3, 5, 2)).isCloseTo(0.3, within(1e-15));
        assertThat(PassHatK.passAtK(3, 5, 2)).isCloseTo(0.9, within(1e-15));
    }

    @Test
    void isTheRateForASingleRun() {
        assertThat(PassHatK.passHatK(3, 5, 1)).isEqualTo(0.6);
        assertThat(PassHatK.passAtK(3, 5, 1)).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void isUndefinedForMoreRunsThanThereAre() {
        assertThat(PassHatK.passHatK(5, 5, 6)).isNull();
        assertThat(PassHatK.passAtK(5, 5, 6)).isNull();
        assertThat(PassHatK.passHatK(0, 0, 1)).isNull();
    }

    @Test
    void isExactAtTheEnds() {
        assertThat(PassHatK.passHatK(100_000, 100_000, 777)).isOne();
        assertThat(PassHatK.passAtK(100_000, 100_000, 777)).isOne();
        assertThat(PassHatK.passHatK(0, 100_000, 3)).isZero();
        assertThat(PassHatK.passAtK(0, 100_000, 3)).isZero();
        assertThat(PassHatK.passHatK(4, 5, 5)).isZero();
        assertThat(PassHatK.passAtK(1, 5, 5)).isOne();
    }

    @Test
    void staysAccurateForManyRuns() {
        for (long[] each : new long[][] {
            {99_900, 100_000, 50}, {99_684, 100_000, 316}, {99_999, 100_000, 60_000}, {60_000, 100_000, 12}
        }) {
            double expected = new BigDecimal(choose(each[0], each[2]))
                    .divide(new BigDecimal(choose(each[1], each[2])), MathContext.DECIMAL128)
                    .doubleValue();
            assertThat(PassHatK.passHatK(each[0], each[1], each[2])).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void fallsAsMoreRunsMustPassWhilePassAtKRises() {
        RandomNumbers random = new RandomNumbers(4);
        for (int round = 0; round < 300; round++) {
            Trials trials = random.trials(80);
            for (int k = 2; k <= trials.n(); k++) {
                assertThat(hat(trials, k))
                        .isLessThanOrEqualTo(hat(trials, k - 1))
                        .isBetween(0.0, 1.0);
                assertThat(at(trials, k))
                        .isGreaterThanOrEqualTo(at(trials, k - 1))
                        .isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void aSuiteIsTheMeanOfItsScenariosWithEnoughRuns() {
        List<Trials> scenarios = List.of(new Trials(3, 5), new Trials(1, 1), new Trials(5, 5), new Trials(0, 2));
        PassHatK.Suite suite = PassHatK.suite(scenarios, 2);
        assertThat(suite.leftOut()).isEqualTo(1);
        assertThat(suite.passHatK().groups()).isEqualTo(3);
        assertThat(suite.passHatK().mean()).isCloseTo((0.3 + 1 + 0) / 3, within(1e-15));
        assertThat(suite.passAtK().mean()).isCloseTo((0.9 + 1 + 0) / 3, within(1e-15));
        // sd/√3 of 0, 0.3 and 1 is 0.296 and t with two degrees of freedom 4.303: wider than [0,1] on both sides.
        assertThat(suite.passHatK().interval()).isEqualTo(new Interval(0, 1));
    }

    @Test
    void aSuiteWithoutEnoughRunsHasNoValue() {
        PassHatK.Suite suite = PassHatK.suite(List.of(new Trials(3, 5)), 6);
        assertThat(suite.leftOut()).isEqualTo(1);
        assertThat(suite.passHatK()).isEqualTo(new MacroMean(0, null, null, null));
    }

    @Test
    void refusesKBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassHatK.passHatK(1, 2, 0))
                .withMessageContaining("was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> PassHatK.passAtK(3, 2, 1));
    }

    private static double hat(Trials trials, int k) {
        return Objects.requireNonNull(PassHatK.passHatK(trials.passed(), trials.n(), k));
    }

    private static double at(Trials trials, int k) {
        return Objects.requireNonNull(PassHatK.passAtK(trials.passed(), trials.n(), k));
    }

    private static BigInteger choose(long n, long k) {
        BigInteger chosen = BigInteger.ONE;
        for (long i = 1; i <= Math.min(k, n - k); i++) {
            chosen = chosen.multiply(BigInteger.valueOf(n - i + 1)).divide(BigInteger.valueOf(i));
        }
        return chosen;
    }
}
