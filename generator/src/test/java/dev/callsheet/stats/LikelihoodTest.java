package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How likely outcomes are at the rate of other outcomes, in {@link Trials}. */
class LikelihoodTest {

    @Test
    void everyOutcomeCountsByItsOwnRate() {
        assertThat(new Trials(1, 4).likelihood(new Trials(2, 5)))
                .isCloseTo(2 * Math.log(0.25) + 3 * Math.log(0.75), within(1e-15));
    }

    @Test
    void outcomesAreLikeliestAtTheirOwnRate() {
        Trials night = new Trials(3, 5);
        assertThat(night.likelihood(night))
                .isGreaterThan(new Trials(2, 5).likelihood(night))
                .isGreaterThan(new Trials(4, 5).likelihood(night));
        assertThat(new Trials(60, 100).likelihood(night)).isEqualTo(night.likelihood(night));
    }

    @Test
    void whatARateRulesOutIsInfinitelyUnlikely() {
        assertThat(new Trials(5, 5).likelihood(new Trials(4, 5))).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new Trials(0, 5).likelihood(new Trials(1, 5))).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void whatARateMakesCertainIsCertain() {
        assertThat(new Trials(5, 5).likelihood(new Trials(7, 7))).isZero();
        assertThat(new Trials(0, 5).likelihood(new Trials(0, 7))).isZero();
    }

    @Test
    void withoutRunsNothingIsUnlikely() {
        assertThat(new Trials(0, 0).likelihood(new Trials(1, 5))).isZero();
        assertThat(new Trials(1, 5).likelihood(new Trials(0, 0))).isZero();
    }
}
