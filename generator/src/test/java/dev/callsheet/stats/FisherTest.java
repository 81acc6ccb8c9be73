package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class FisherTest {

    @Test
    void comparesTheNightWithTheNightsBefore() {
        // Of the C(10,5) = 252 ways in which five of ten runs may pass, one has all five of them before.
        assertThat(Fisher.drop(new Trials(5, 5), new Trials(0, 5))).isCloseTo(1 / 252.0, within(1e-15));
        assertThat(Fisher.rise(new Trials(0, 5), new Trials(5, 5))).isCloseTo(1 / 252.0, within(1e-15));
        assertThat(Fisher.twoSided(new Trials(0, 5), new Trials(5, 5))).isCloseTo(2 / 252.0, within(1e-15));
    }

    @Test
    void aWorseNightIsNoBetterOne() {
        assertThat(Fisher.drop(new Trials(60, 60), new Trials(1, 5))).isLessThan(1e-5);
        assertThat(Fisher.rise(new Trials(60, 60), new Trials(1, 5))).isEqualTo(1);
    }

    @Test
    void halfTheWeightOfTheObservedOutcomeIsLeftOutOfTheMidP() {
        // No pass in one run after nine passes: the drop is 1/10, all of it the observed outcome.
        assertThat(Fisher.drop(new Trials(9, 9), new Trials(0, 1))).isCloseTo(0.1, within(1e-15));
        assertThat(Fisher.dropMidP(new Trials(9, 9), new Trials(0, 1))).isCloseTo(0.05, within(1e-15));
    }

    @Test
    void nothingCanBeSaidWithoutRunsOnBothSides() {
        Trials none = new Trials(0, 0);
        Trials some = new Trials(3, 5);
        for (ToDoubleBiFunction<Trials, Trials> p : List.<ToDoubleBiFunction<Trials, Trials>>of(
                Fisher::drop, Fisher::rise, Fisher::twoSided, Fisher::dropMidP)) {
            assertThat(p.applyAsDouble(none, some)).isOne();
            assertThat(p.applyAsDouble(some, none)).isOne();
            assertThat(p.applyAsDouble(none, none)).isOne();
        }
    }

    @Test
    void nothingIsUnlikelyWhereAllRunsAgree() {
        for (Trials before : List.of(new Trials(0, 60), new Trials(60, 60))) {
            Trials after = new Trials(before.passed() / 12, 5);
            assertThat(Fisher.drop(before, after)).isOne();
            assertThat(Fisher.rise(before, after)).isOne();
            assertThat(Fisher.twoSided(before, after)).isOne();
        }
    }

    @Test
    void dropAndRiseShareTheObservedOutcome() {
        RandomNumbers random = new RandomNumbers(21);
        for (int round = 0; round < 500; round++) {
            Trials before = random.trials(80);
            Trials after = random.trials(12);
            if (before.n() > 0 && after.n() > 0) {
                double observed = 2 * (Fisher.drop(before, after) - Fisher.dropMidP(before, after));
                assertThat(Fisher.drop(before, after) + Fisher.rise(before, after) - observed)
                        .isCloseTo(1, within(1e-11));
            }
        }
    }

    @Test
    void isAProbabilityForEveryTable() {
        for (long n = 1; n <= 14; n++) {
            for (long m = 1; m <= 7; m++) {
                for (long x = 0; x <= n; x++) {
                    for (long y = 0; y <= m; y++) {
                        Trials before = new Trials(x, n);
                        Trials after = new Trials(y, m);
                        assertThat(Fisher.drop(before, after)).isBetween(0.0, 1.0);
                        assertThat(Fisher.rise(before, after)).isBetween(0.0, 1.0);
                        assertThat(Fisher.dropMidP(before, after)).isBetween(0.0, 1.0);
                        assertThat(Fisher.twoSided(before, after)).isBetween(0.0, 1.0);
                    }
                }
            }
        }
    }

    @Test
    void passesAndFailuresMirrorEachOther() {
        RandomNumbers random = new RandomNumbers(22);
        for (int round = 0; round < 500; round++) {
            Trials before = random.trials(200);
            Trials after = random.trials(40);
            assertThat(Fisher.drop(before, after))
                    .isCloseTo(Fisher.rise(mirrored(before), mirrored(after)), within(1e-11));
            assertThat(Fisher.twoSided(before, after))
                    .isCloseTo(Fisher.twoSided(mirrored(before), mirrored(after)), within(1e-11));
        }
    }

    @Test
    void staysWithinBoundsForManyRuns() {
        RandomNumbers random = new RandomNumbers(23);
        for (int round = 0; round < 200; round++) {
            Trials before = random.trials(120_000);
            Trials after = random.trials(2_000);
            assertThat(Fisher.drop(before, after)).isBetween(0.0, 1.0);
            assertThat(Fisher.rise(before, after)).isBetween(0.0, 1.0);
        }
    }

    private static Trials mirrored(Trials trials) {
        return new Trials(trials.n() - trials.passed(), trials.n());
    }
}
