package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SeparationTest {

    private static final double[] HIGH = {0.8, 0.9, 1};
    private static final double[] LOW = {0.1, 0.2, 0.3, 0.4};

    private final RandomNumbers random = new RandomNumbers(57);

    @Test
    void isTheShareOfPairsInWhichTheUpperValueIsLarger() {
        assertThat(separation(HIGH, LOW).auc()).isEqualTo(1);
        assertThat(separation(LOW, HIGH).auc()).isZero();
        assertThat(separation(new double[] {1, 2, 3}, new double[] {2, 2, 2}).auc())
                .isEqualTo(0.5);
    }

    @Test
    void valuesAllAlikeTellNothing() {
        double[] same = {0.9, 0.9, 0.9};
        assertThat(separation(same, same)).isEqualTo(new Separation(3, 3, 0.5, 1));
        assertThat(Separation.PointBiserial.of(same, same)).isNull();
    }

    @Test
    void needsThreeOfEach() {
        double[] two = {0.1, 0.2};
        assertThat(Separation.of(HIGH, two)).isNull();
        assertThat(Separation.of(two, HIGH)).isNull();
        assertThat(Separation.PointBiserial.of(HIGH, two)).isNull();
        assertThat(Separation.within(List.of(new Separation.Groups(HIGH, two)))).isNull();
        assertThat(Separation.within(List.of())).isNull();
    }

    @Test
    void aPerfectLineHasNoDoubt() {
        double[] ones = {1, 1, 1};
        double[] zeros = {0, 0, 0};
        Separation.PointBiserial correlation = Objects.requireNonNull(Separation.PointBiserial.of(ones, zeros));
        assertThat(correlation.r()).isEqualTo(1);
        assertThat(correlation.p()).isZero();
    }

    @Test
    void swappingTheGroupsMirrorsIt() {
        for (int round = 0; round < 200; round++) {
            double[] a = tenths(3 + random.below(30));
            double[] b = tenths(3 + random.below(30));
            Separation one = separation(a, b);
            Separation other = separation(b, a);
            assertThat(one.auc() + other.auc()).isCloseTo(1, within(1e-12));
            assertThat(one.p()).isCloseTo(other.p(), within(1e-12));
            assertThat(one.auc()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void theOrderOfRunsMovesNoBit() {
        for (int round = 0; round < 100; round++) {
            double[] a = DoubleStream.generate(random::fraction).limit(20).toArray();
            double[] b = DoubleStream.generate(random::fraction).limit(9).toArray();
            double[] shuffled = DoubleStream.of(a).sorted().toArray();
            assertThat(separation(shuffled, b)).isEqualTo(separation(a, b));
            assertThat(Separation.PointBiserial.of(shuffled, b)).isEqualTo(Separation.PointBiserial.of(a, b));
        }
    }

    @Test
    void whatLiesBetweenScenariosDoesNotCountWithinThem() {
        // An easy scenario that sounds good and a hard one that sounds bad; inside each, tone tells nothing.
        Separation.Groups easy =
                new Separation.Groups(new double[] {.8, .8, .9, .9, .8, .9}, new double[] {.8, .9, .8, .9});
        Separation.Groups hard =
                new Separation.Groups(new double[] {.3, .4, .3, .4}, new double[] {.3, .4, .3, .4, .3, .4});
        Separation within = Objects.requireNonNull(Separation.within(List.of(easy, hard)));
        assertThat(within).isEqualTo(new Separation(10, 10, 0.5, 1));
        Separation pooled = separation(joined(easy.upper(), hard.upper()), joined(easy.lower(), hard.lower()));
        assertThat(pooled.auc()).isGreaterThan(0.55);
    }

    @Test
    void withinOneScenarioIsThatScenario() {
        assertThat(Separation.within(List.of(new Separation.Groups(HIGH, LOW)))).isEqualTo(separation(HIGH, LOW));
    }

    private static Separation separation(double[] upper, double[] lower) {
        return Objects.requireNonNull(Separation.of(upper, lower));
    }

    private double[] tenths(int n) {
        return DoubleStream.generate(() -> random.below(10) / 10.0).limit(n).toArray();
    }

    private static double[] joined(double[] a, double[] b) {
        return DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b)).toArray();
    }
}
