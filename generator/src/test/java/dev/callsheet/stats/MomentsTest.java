package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void nothingIsTheIdentityOfMerging() {
        Moments some = Moments.of(0.25).plus(Moments.of(0.75));
        assertThat(some.plus(Moments.EMPTY)).isEqualTo(some);
        assertThat(Moments.EMPTY.plus(some)).isEqualTo(some);
        assertThat(Moments.EMPTY.sampleSd()).isNull();
    }

    @Test
    void mergingPartsGivesTheWhole() {
        Moments whole = new Moments(2, 10, 2).plus(Moments.of(12)); // 9, 11 and 12
        assertThat(whole.mean()).isCloseTo(32 / 3.0, within(1e-14));
        assertThat(whole.m2()).isCloseTo(14 / 3.0, within(1e-14));
        assertThat(whole.sampleSd()).isCloseTo(Math.sqrt(7 / 3.0), within(1e-14));
    }

    @Test
    void agreesWithTheExactMoments() {
        RandomNumbers random = new RandomNumbers(15);
        for (int round = 0; round < 200; round++) {
            ExactMoments exact = new ExactMoments(9);
            Moments moments = Moments.EMPTY;
            for (int i = 0; i < 2 + round; i++) {
                int score = random.below(1_000_000_001);
                exact.add(score);
                moments = moments.plus(Moments.of(score / 1e9));
            }
            assertThat(moments.mean()).isCloseTo(Objects.requireNonNull(exact.mean()), within(1e-14));
            assertThat(moments.sampleSd()).isCloseTo(Objects.requireNonNull(exact.sampleSd()), within(1e-14));
        }
    }
}
