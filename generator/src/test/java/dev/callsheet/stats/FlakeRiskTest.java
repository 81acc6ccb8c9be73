package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.stats.FlakeRisk.Gated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The prior of a suite, and the risk of a gate that fails by flake alone. */
class FlakeRiskTest {

    private static final RatePrior JEFFREYS = RatePrior.of(List.of());

    @Test
    void fewScenariosSayNothingOfEachOther() {
        assertThat(JEFFREYS).isEqualTo(new RatePrior(0.5, 0.5, null));
        assertThat(RatePrior.of(Collections.nCopies(4, new Trials(9, 10)))).isEqualTo(JEFFREYS);
        List<Trials> withIdle = new ArrayList<>(Collections.nCopies(4, new Trials(9, 10)));
        withIdle.add(new Trials(0, 0));
        assertThat(RatePrior.of(withIdle)).as("a scenario without runs is none").isEqualTo(JEFFREYS);
        assertThat(JEFFREYS.mean(new Trials(4, 5))).isEqualTo(Jeffreys.mean(4, 5));
    }

    @Test
    void aSuiteSaysHowMuchItsScenariosDiffer() {
        assertThat(RatePrior.of(Collections.nCopies(5, new Trials(10, 10))).icc())
                .as("undefined, because all runs agree")
                .isEqualTo(0.1);
        assertThat(RatePrior.of(Collections.nCopies(5, new Trials(1, 1))).icc())
                .as("undefined, because no scenario ran twice")
                .isEqualTo(0.1);
        assertThat(RatePrior.of(Collections.nCopies(5, new Trials(9, 10))).icc())
                .as("as alike as they come")
                .isEqualTo(0.01);
        assertThat(RatePrior.of(List.of(
                                new Trials(10, 10),
                                new Trials(0, 10),
                                new Trials(10, 10),
                                new Trials(0, 10),
                                new Trials(10, 10)))
                        .icc())
                .as("as different as they come")
                .isEqualTo(0.5);
    }

    @Test
    void thePriorIsTheSuitesMeanWithTheWeightOfItsCorrelation() {
        RatePrior prior = RatePrior.of(Collections.nCopies(5, new Trials(10, 10)));
        assertThat(prior.a()).as("9 · 50.5/51").isCloseTo(9 * 50.5 / 51, within(1e-13));
        assertThat(prior.b()).as("9 · 0.5/51").isCloseTo(9 * 0.5 / 51, within(1e-15));
        assertThat(prior.mean(new Trials(0, 0))).isCloseTo(50.5 / 51, within(1e-15));
        assertThat(prior.mean(new Trials(1, 11))).isCloseTo((9 * 50.5 / 51 + 1) / 20, within(1e-15));
    }

    @Test
    void oneRunFailsByThePosteriorMean() {
        FlakeRisk risk = FlakeRisk.of(JEFFREYS, List.of(new Gated(new Trials(5, 5), 1, 1)));
        assertThat(risk.probability()).isCloseTo(1 - 5.5 / 6, within(1e-15));
        assertThat(risk.expectedFailures()).isCloseTo(1 - 5.5 / 6, within(1e-15));
        assertThat(risk.plugIn()).isZero();
    }

    @Test
    void scenariosFailIndependently() {
        Gated gated = new Gated(new Trials(30, 30), 5, 5);
        double one = FlakeRisk.of(JEFFREYS, List.of(gated)).probability();
        FlakeRisk two = FlakeRisk.of(JEFFREYS, List.of(gated, gated));
        assertThat(two.probability()).isCloseTo(1 - (1 - one) * (1 - one), within(1e-15));
        assertThat(two.expectedFailures()).isCloseTo(2 * one, within(1e-15));
    }

    @Test
    void thePlugInTakesTheObservedRateAsTrue() {
        Gated four = new Gated(new Trials(9, 10), 5, 4);
        assertThat(FlakeRisk.of(JEFFREYS, List.of(four)).plugIn())
                .as("metrics.md 9: at least 4 of 5")
                .isCloseTo(0.08146, within(1e-14));
        assertThat(FlakeRisk.of(JEFFREYS, List.of(new Gated(new Trials(0, 3), 5, 4)))
                        .plugIn())
                .isOne();
    }

    @Test
    void thePlugInIsUnknownForAScenarioWithoutRuns() {
        FlakeRisk risk = FlakeRisk.of(JEFFREYS, List.of(new Gated(new Trials(0, 0), 1, 1)));
        assertThat(risk.probability()).isCloseTo(0.5, within(1e-15));
        assertThat(risk.plugIn()).isNull();
    }

    @Test
    void aGateThatAsksNothingNeverFailsAndOneThatAsksTooMuchAlways() {
        Trials judged = new Trials(4, 5);
        FlakeRisk none = new FlakeRisk(0, 0, 0.0);
        assertThat(FlakeRisk.of(JEFFREYS, List.of())).isEqualTo(none);
        assertThat(FlakeRisk.of(JEFFREYS, List.of(new Gated(judged, 5, 0)))).isEqualTo(none);
        assertThat(FlakeRisk.of(JEFFREYS, List.of(new Gated(judged, 0, 0)))).isEqualTo(none);
        assertThat(FlakeRisk.of(JEFFREYS, List.of(new Gated(judged, 5, 6)))).isEqualTo(new FlakeRisk(1, 1, 1.0));
    }

    @Test
    void toleratingMoreFailuresLowersTheRisk() {
        RandomNumbers random = new RandomNumbers(28);
        for (int round = 0; round < 200; round++) {
            RatePrior prior = RatePrior.of(
                    Stream.generate(() -> random.trials(40)).limit(12).toList());
            Trials judged = random.trials(40);
            int runs = 1 + random.below(30);
            double last = 1;
            double sum = 0; // E[passes] = Σ P(passes ≥ needed)
            for (int needed = runs; needed >= 1; needed--) {
                double risk = FlakeRisk.of(prior, List.of(new Gated(judged, runs, needed)))
                        .probability();
                assertThat(risk).isBetween(0.0, last);
                sum += 1 - risk;
                last = risk;
            }
            assertThat(sum).isCloseTo(runs * prior.mean(judged), within(1e-10));
        }
    }

    @Test
    void smallRisksKeepTheirDigitsAndManyRunsDoNotOverflow() {
        RatePrior sure = new RatePrior(1e6, 1e-6, 0.01);
        double single =
                FlakeRisk.of(sure, List.of(new Gated(new Trials(0, 0), 1, 1))).probability();
        assertThat(single / 1e-12).isCloseTo(1, within(1e-11));
        FlakeRisk hopeless = FlakeRisk.of(JEFFREYS, List.of(new Gated(new Trials(0, 100_000), 2000, 1000)));
        assertThat(hopeless.probability()).isOne();
        FlakeRisk even = FlakeRisk.of(JEFFREYS, List.of(new Gated(new Trials(50_000, 100_000), 2001, 1001)));
        assertThat(even.probability()).as("by symmetry").isCloseTo(0.5, within(1e-10));
    }

    @Test
    void aLargeHealthySuiteIsNotCondemned() {
        List<Trials> suite = new ArrayList<>(Collections.nCopies(48, new Trials(30, 30)));
        suite.add(new Trials(29, 30));
        suite.add(new Trials(29, 30)); // 50 scenarios of .999: the truth is .22
        List<Gated> gate = suite.stream().map(judged -> new Gated(judged, 5, 5)).toList();
        assertThat(FlakeRisk.of(RatePrior.of(suite), gate).probability()).isBetween(0.2, 0.35);
        assertThat(FlakeRisk.of(JEFFREYS, gate).probability()).isGreaterThan(0.9);
        assertThat(Objects.requireNonNull(FlakeRisk.of(JEFFREYS, gate).plugIn()))
                .isBetween(0.2, 0.35);
    }

    @Test
    void refusesNegativeCountsAndEmptyPriors() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Gated(new Trials(1, 1), -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gated(new Trials(1, 1), 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RatePrior(0, 1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new RatePrior(1, Double.NaN, null));
    }
}
