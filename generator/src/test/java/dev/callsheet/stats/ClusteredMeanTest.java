package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusteredMeanTest {

    @Test
    void runsOfOneScenarioAreNotIndependent() {
        // Two scenarios that always pass, two that never do: ten runs each say no more than one.
        ClusteredMean mean = outcomes(new Trials(10, 10), new Trials(10, 10), new Trials(0, 10), new Trials(0, 10));
        assertThat(mean.mean()).isEqualTo(0.5);
        assertThat(mean.cr0Error()).isEqualTo(0.25);
        assertThat(mean.standardError()).isEqualTo(Math.sqrt(1 / 12.0));
        assertThat(mean.naiveError()).isEqualTo(Math.sqrt(0.25 / 39));
        assertThat(mean.designEffect()).isEqualTo(13);
        assertThat(mean.macro().standardError()).isCloseTo(Math.sqrt(1 / 12.0), within(1e-15));
    }

    @Test
    void scenariosWithMoreRunsWeighMoreExceptInTheMacroMean() {
        ClusteredMean mean = outcomes(new Trials(9, 9), new Trials(0, 1));
        assertThat(mean.mean()).isEqualTo(0.9);
        assertThat(mean.macro().mean()).isEqualTo(0.5);
    }

    @Test
    void theIntervalIsStudentsWithinTheUnit() {
        ClusteredMean mean = outcomes(new Trials(5, 5), new Trials(4, 5), new Trials(5, 5));
        double half = 4.302652729749464 * Objects.requireNonNull(mean.standardError());
        Interval interval = Objects.requireNonNull(mean.interval());
        assertThat(interval.low()).isCloseTo(14 / 15.0 - half, within(1e-14));
        assertThat(interval.high()).isOne();
    }

    @Test
    void oneClusterHasNoInterval() {
        ClusteredMean mean = outcomes(new Trials(4, 5));
        assertThat(mean.mean()).isEqualTo(0.8);
        assertThat(mean.naiveError()).isEqualTo(Math.sqrt(0.04));
        assertThat(mean.cr0Error()).isNull();
        assertThat(mean.standardError()).isNull();
        assertThat(mean.designEffect()).isNull();
        assertThat(mean.interval()).isNull();
        assertThat(mean.macro()).isEqualTo(new MacroMean(1, 0.8, null, null));
    }

    @Test
    void oneRunHasNoErrorAtAll() {
        assertThat(outcomes(new Trials(1, 1)).naiveError()).isNull();
    }

    @Test
    void withoutRunsThereIsNoMean() {
        MacroMean none = new MacroMean(0, null, null, null);
        ClusteredMean expected = new ClusteredMean(0, 0, null, null, null, null, null, null, none);
        assertThat(outcomes()).isEqualTo(expected);
        assertThat(outcomes(new Trials(0, 0))).isEqualTo(expected);
    }

    @Test
    void clustersWithoutRunsDoNotCount() {
        assertThat(outcomes(new Trials(4, 5), new Trials(0, 0), new Trials(3, 5)))
                .isEqualTo(outcomes(new Trials(4, 5), new Trials(3, 5)));
    }

    @Test
    void theDesignEffectIsUndefinedWhenNothingVaries() {
        ClusteredMean mean = outcomes(new Trials(5, 5), new Trials(5, 5));
        assertThat(mean.naiveError()).isZero();
        assertThat(mean.standardError()).isZero();
        assertThat(mean.designEffect()).isNull();
        assertThat(mean.interval()).isEqualTo(new Interval(1, 1));
    }

    @Test
    void theOrderOfClustersMovesNoBit() {
        RandomNumbers random = new RandomNumbers(13);
        for (int round = 0; round < 200; round++) {
            List<ExactMoments> clusters = new ArrayList<>();
            for (int cluster = random.below(20); cluster >= 0; cluster--) {
                ExactMoments scores = new ExactMoments(9);
                for (int run = random.below(8); run > 0; run--) {
                    scores.add(random.below(1_000_000_001));
                }
                clusters.add(scores);
            }
            ClusteredMean mean = ClusteredMean.of(clusters);
            Collections.shuffle(clusters, new Random(round));
            assertThat(ClusteredMean.of(clusters)).isEqualTo(mean);
        }
    }

    @Test
    void theIntervalContainsTheMean() {
        RandomNumbers random = new RandomNumbers(14);
        for (int round = 0; round < 500; round++) {
            ClusteredMean mean = outcomes(random.trials(9), random.trials(9), random.trials(9), random.trials(9));
            Interval interval = mean.interval();
            if (interval != null) {
                assertThat(Objects.requireNonNull(mean.mean())).isBetween(interval.low(), interval.high());
                Interval macro = Objects.requireNonNull(mean.macro().interval());
                assertThat(Objects.requireNonNull(mean.macro().mean())).isBetween(macro.low(), macro.high());
            }
        }
    }

    @Test
    void refusesValuesOutsideTheUnit() {
        List<ExactMoments> tooLarge = List.of(ExactMomentsTest.of(1, 5, 11));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusteredMean.of(tooLarge))
                .withMessageContaining("0.5 to 1.1");
        List<ExactMoments> negative = List.of(ExactMomentsTest.of(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredMean.of(negative));
        assertThatIllegalArgumentException().isThrownBy(() -> MacroMean.ofShares(List.of(0.5, Double.NaN)));
    }

    private static ClusteredMean outcomes(Trials... clusters) {
        return ClusteredMean.of(
                List.of(clusters).stream().map(ExactMoments::ofOutcomes).toList());
    }
}
