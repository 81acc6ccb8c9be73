package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BinomialMidPTest {

    @Test
    void whatWasObservedCountsHalf() {
        BinomialMidP p = BinomialMidP.of(3, 5, 0.9);
        assertThat(p.less()).as("P(X<3) + ½P(X=3)").isCloseTo(0.00856 + 0.0729 / 2, within(1e-15));
        assertThat(p.greater()).isCloseTo(1 - 0.04501, within(1e-15));
        assertThat(p.twoSided()).isCloseTo(0.09002, within(1e-15));
    }

    @Test
    void nothingObservedSpeaksForNeitherSide() {
        assertThat(BinomialMidP.of(0, 0, 0.9)).isEqualTo(new BinomialMidP(0.5, 0.5, 1));
    }

    @Test
    void aRateOfOneIsRefutedByASingleFailure() {
        assertThat(BinomialMidP.of(4, 5, 1)).isEqualTo(new BinomialMidP(0, 1, 0));
        assertThat(BinomialMidP.of(5, 5, 1)).isEqualTo(new BinomialMidP(0.5, 0.5, 1));
        assertThat(BinomialMidP.of(0, 5, 0)).isEqualTo(new BinomialMidP(0.5, 0.5, 1));
    }

    @Test
    void smallValuesKeepTheirDigits() {
        assertThat(BinomialMidP.of(0, 100, 0.95).less() / (Math.pow(0.05, 100) / 2))
                .isCloseTo(1, within(1e-12));
        assertThat(BinomialMidP.of(100, 100, 0.05).greater() / (Math.pow(0.05, 100) / 2))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void bothSidesAddUpToOneAndMirrorEachOther() {
        RandomNumbers random = new RandomNumbers(21);
        for (int round = 0; round < 500; round++) {
            Trials trials = random.trials(200);
            double rate = random.fraction();
            BinomialMidP p = BinomialMidP.of(trials.passed(), trials.n(), rate);
            BinomialMidP mirror = BinomialMidP.of(trials.n() - trials.passed(), trials.n(), 1 - rate);
            assertThat(p.less() + p.greater()).as("%s at %s", trials, rate).isCloseTo(1, within(1e-12));
            assertThat(p.less()).as("%s at %s", trials, rate).isCloseTo(mirror.greater(), within(1e-12));
            assertThat(p.twoSided()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void refusesWhatIsNoRate() {
        assertThatIllegalArgumentException().isThrownBy(() -> BinomialMidP.of(1, 2, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> BinomialMidP.of(3, 2, 0.5));
    }
}
