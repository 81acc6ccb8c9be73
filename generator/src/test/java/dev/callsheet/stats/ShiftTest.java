package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ShiftTest {

    private final RandomNumbers random = new RandomNumbers(55);

    @Test
    void anEmptyGroupHasNoShift() {
        assertThat(Shift.between(new double[0], new double[] {1})).isNull();
        assertThat(Shift.between(new double[] {1}, new double[0])).isNull();
    }

    @Test
    void oneValueHasNoInterval() {
        assertThat(shift(new double[] {0.9}, new double[] {0.5, 0.6})).satisfies(shift -> {
            assertThat(shift.value()).isCloseTo(-0.35, within(1e-12));
            assertThat(shift.interval()).isNull();
            assertThat(shift.p()).isNull();
            assertThat(shift.cliffsDelta()).isEqualTo(-1);
        });
    }

    @Test
    void groupsWithoutSpreadStateNoUncertainty() {
        double[] before = {0.9, 0.9, 0.9};
        assertThat(shift(before, before)).isEqualTo(new Shift(0, new Interval(0, 0), null, null, 0));
    }

    @Test
    void tiesCountForNeitherSide() {
        assertThat(shift(new double[] {1, 2, 3}, new double[] {2, 2}).cliffsDelta())
                .isZero();
        assertThat(shift(new double[] {1, 2}, new double[] {2, 3}).cliffsDelta())
                .isEqualTo(0.75);
    }

    @Test
    void swappingTheGroupsTurnsItsSign() {
        for (int round = 0; round < 200; round++) {
            double[] a = values();
            double[] b = values();
            Shift there = shift(a, b);
            Shift back = shift(b, a);
            assertThat(back.value()).isEqualTo(-there.value());
            assertThat(back.cliffsDelta()).isEqualTo(-there.cliffsDelta());
            Interval interval = Objects.requireNonNull(there.interval());
            assertThat(Objects.requireNonNull(back.interval()).low()).isCloseTo(-interval.high(), within(1e-9));
            assertThat(there.value()).isBetween(interval.low(), interval.high());
        }
    }

    @Test
    void theOrderOfValuesMovesNoBit() {
        for (int round = 0; round < 100; round++) {
            double[] a = values();
            double[] b = values();
            assertThat(shift(DoubleStream.of(a).sorted().toArray(), b)).isEqualTo(shift(a, b));
        }
    }

    private static Shift shift(double[] before, double[] now) {
        return Objects.requireNonNull(Shift.between(before, now));
    }

    private double[] values() {
        return DoubleStream.generate(random::fraction)
                .limit(2 + random.below(30))
                .toArray();
    }
}
