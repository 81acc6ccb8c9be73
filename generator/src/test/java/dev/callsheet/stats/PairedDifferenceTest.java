package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedDifferenceTest {

    @Test
    void isTheMeanOverScenariosWithStudentsT() {
        PairedDifference difference = PairedDifference.of(List.of(-0.2, 0.0, 0.0, -0.4));
        assertThat(difference.pairs()).isEqualTo(4);
        assertThat(difference.mean()).isCloseTo(-0.15, within(1e-15));
        double error = Math.sqrt(0.11 / 3 / 4);
        assertThat(difference.standardError()).isCloseTo(error, within(1e-15));
        assertThat(Objects.requireNonNull(difference.interval()).low())
                .isCloseTo(-0.15 - 3.18244630528371 * error, within(1e-13));
        assertThat(difference.p()).isCloseTo(0.215169, within(1e-6));
        assertThat(difference.signFlipP()).as("8 of 16").isEqualTo(0.5);
    }

    @Test
    void needsTwoPairsForAnError() {
        assertThat(PairedDifference.of(List.of())).isEqualTo(new PairedDifference(0, null, null, null, null, null));
        assertThat(PairedDifference.of(List.of(0.4))).isEqualTo(new PairedDifference(1, 0.4, null, null, null, 1.0));
    }

    @Test
    void differencesThatAllAgreeHaveNoErrorAndNoPUnlessTheyAreNone() {
        PairedDifference same = PairedDifference.of(List.of(0.8 - 0.6, 1.0 - 0.8, 0.2)); // not equal as doubles
        assertThat(same.standardError()).isZero();
        assertThat(Objects.requireNonNull(same.interval()).low()).isEqualTo(same.mean());
        assertThat(same.interval().high()).isEqualTo(same.mean());
        assertThat(same.p()).isNull();
        assertThat(same.signFlipP()).as("2 of 8").isEqualTo(0.25);
        assertThat(PairedDifference.of(List.of(0.0, 0.0)))
                .isEqualTo(new PairedDifference(2, 0.0, 0.0, new Interval(0, 0), 1.0, 1.0));
    }

    @Test
    void differencesThatCancelOutAreNoChange() {
        PairedDifference difference = PairedDifference.of(List.of(0.25, -0.25, 0.5, -0.5));
        assertThat(difference.p()).isOne();
        assertThat(difference.signFlipP()).isOne();
    }

    @Test
    void allSignsAreTriedUpToTwentyPairs() {
        assertThat(PairedDifference.of(Collections.nCopies(20, 0.1)).signFlipP())
                .isEqualTo(2 / 1048576.0);
        assertThat(PairedDifference.of(Collections.nCopies(21, 0.1)).signFlipP())
                .isNull();
    }

    @Test
    void theExactTestAgreesWithTryingEverySign() {
        RandomNumbers random = new RandomNumbers(25);
        for (int round = 0; round < 100; round++) {
            List<Double> d = IntStream.range(0, 1 + random.below(10))
                    .mapToObj(i -> (random.below(11) - 5) / 5.0)
                    .toList();
            double observed =
                    Math.abs(d.stream().mapToDouble(Double::doubleValue).sum());
            int extreme = 0;
            for (int signs = 0; signs < 1 << d.size(); signs++) {
                double sum = 0;
                for (int i = 0; i < d.size(); i++) {
                    sum += (signs >> i & 1) == 0 ? d.get(i) : -d.get(i);
                }
                extreme += Math.abs(sum) >= observed - 1e-9 ? 1 : 0;
            }
            assertThat(PairedDifference.of(d).signFlipP()).as("%s", d).isEqualTo((double) extreme / (1 << d.size()));
        }
    }

    @Test
    void theIntervalContainsTheMeanAndTurnsWithTheSigns() {
        RandomNumbers random = new RandomNumbers(26);
        for (int round = 0; round < 200; round++) {
            List<Double> d = Stream.generate(() -> 2 * random.fraction() - 1)
                    .limit(2 + random.below(12))
                    .toList();
            PairedDifference forth = PairedDifference.of(d);
            PairedDifference back = PairedDifference.of(d.stream().map(x -> -x).toList());
            Interval interval = Objects.requireNonNull(forth.interval());
            assertThat(forth.mean()).isBetween(interval.low(), interval.high());
            assertThat(Objects.requireNonNull(back.interval()).high()).isEqualTo(-interval.low());
            assertThat(back.p()).isEqualTo(forth.p()).isBetween(0.0, 1.0);
            assertThat(back.signFlipP()).isEqualTo(forth.signFlipP());
        }
    }

    @Test
    void refusesWhatIsNoDifference() {
        assertThatIllegalArgumentException().isThrownBy(() -> PairedDifference.of(List.of(0.1, Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> PairedDifference.of(List.of(0.1, 0.2), 1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1, 0, 1", "5, 0, 0.0625", "3, 9, 0.14599609375", "6, 6, 1", "0, 11, 0.0009765625"})
    void mcNemarCountsTheScenariosThatChanged(long regressed, long fixed, double p) {
        assertThat(McNemar.exact(regressed, fixed)).isCloseTo(p, within(1e-14));
    }

    @Test
    void mcNemarIsSymmetric() {
        RandomNumbers random = new RandomNumbers(27);
        for (int round = 0; round < 500; round++) {
            int regressed = random.below(300);
            int fixed = random.below(300);
            assertThat(McNemar.exact(regressed, fixed))
                    .isEqualTo(McNemar.exact(fixed, regressed))
                    .isBetween(0.0, 1.0);
        }
    }

    @Test
    void mcNemarRefusesNegativeCounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> McNemar.exact(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> McNemar.exact(2, -1));
    }
}
