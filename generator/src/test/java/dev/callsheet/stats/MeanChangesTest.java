package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanChangesTest {

    private static final double ALPHA = 0.001;
    private static final double MINIMUM = 0.02;

    private final RandomNumbers random = new RandomNumbers(43);

    @Test
    void findsWhereTheMeanChanged() {
        MeanChanges changes = MeanChanges.of(steps(60, 0.02, 0.9, 40, 0.8), ALPHA, MINIMUM);
        assertThat(changes.changes()).singleElement().satisfies(change -> {
            assertThat(change.index()).isEqualTo(40);
            assertThat(change.before()).isCloseTo(0.9, within(0.01));
            assertThat(change.shift()).isCloseTo(-0.1, within(0.02));
            assertThat(change.p()).isEqualTo(1.0 / (MeanScan.PERMUTATIONS + 1));
            assertThat(change.firm()).isTrue();
        });
    }

    @Test
    void aSeriesWithoutAnySpreadHasNoChange() {
        double[] constant = new double[30];
        Arrays.fill(constant, 0.9);
        MeanChanges changes = MeanChanges.of(constant, ALPHA, MINIMUM);
        assertThat(changes.changes()).isEmpty();
        assertThat(changes.correlation()).isEqualTo(new SerialCorrelation(0, 1));
    }

    @Test
    void aSeriesTooShortForTwoSidesHasNoChange() {
        assertThat(MeanChanges.of(new double[] {1, 1, 1, 0, 0}, 1, 0).changes()).isEmpty();
        assertThat(MeanChanges.of(new double[0], 1, 0).changes()).isEmpty();
        assertThat(MeanChanges.of(new double[] {1, 1, 1, 0, 0, 0}, 1, 0).changes())
                .hasSize(1);
    }

    @Test
    void aStepWithoutAnySpreadIsSureAndHasNoT() {
        double[] step =
                IntStream.range(0, 30).mapToDouble(i -> i < 20 ? 0.9 : 0.7).toArray();
        assertThat(MeanChanges.of(step, ALPHA, MINIMUM).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.firm()).isTrue());
        assertThat(scan(step).t())
                .satisfiesAnyOf(t -> assertThat(t).isNull(), t -> assertThat(t).isGreaterThan(1e6));
    }

    @Test
    void aSmallChangeIsNoneHoweverSure() {
        double[] series = steps(60, 0.001, 0.9, 30, 0.89);
        assertThat(scan(series).chance(MeanScan.PERMUTATIONS).p()).isLessThan(ALPHA);
        assertThat(MeanChanges.of(series, ALPHA, MINIMUM).changes()).isEmpty();
    }

    @Test
    void whereValuesFollowTheOneBeforeMostChangesAreTentative() {
        int found = 0;
        int firm = 0;
        for (int round = 0; round < 100; round++) {
            MeanChanges changes = MeanChanges.of(wandering(60), 0.01, 0, MeanChanges.PER_SIDE, 999);
            found += changes.changes().size();
            firm += (int)
                    changes.changes().stream().filter(MeanChanges.Change::firm).count();
        }
        assertThat(found).isGreaterThan(20);
        assertThat(firm).isLessThan(found / 2);
    }

    @Test
    void addingAConstantMovesNothing() {
        for (int round = 0; round < 50; round++) {
            double[] series = noise(8 + random.below(50));
            double[] higher = Arrays.stream(series).map(value -> value + 0.25).toArray();
            assertThat(scan(higher).split()).isEqualTo(scan(series).split());
            assertThat(scan(higher).chance(199)).isEqualTo(scan(series).chance(199));
        }
    }

    @Test
    void readBackwardsItIsTheSameChange() {
        for (int round = 0; round < 50; round++) {
            double[] series = noise(8 + random.below(50));
            double[] backwards = IntStream.range(0, series.length)
                    .mapToDouble(i -> series[series.length - 1 - i])
                    .toArray();
            assertThat(scan(backwards).split())
                    .isEqualTo(series.length - scan(series).split());
            assertThat(Objects.requireNonNull(scan(backwards).t()))
                    .isCloseTo(Objects.requireNonNull(scan(series).t()), within(1e-9));
        }
    }

    @Test
    void anOrdinarySeriesNeedsFewPermutations() {
        int permutations = 0;
        for (int round = 0; round < 100; round++) {
            permutations += scan(noise(60)).chance(MeanScan.PERMUTATIONS).permutations();
        }
        assertThat(permutations).isLessThan(100 * 1_000);
    }

    @Test
    void withoutAChangeOneSeriesInTwentyHasAPOfOneInTwenty() {
        int alarms = 0;
        for (int round = 0; round < 1_000; round++) {
            alarms += scan(noise(20)).chance(999).p() <= 0.05 ? 1 : 0;
        }
        assertThat(alarms).isBetween(30, 70);
    }

    private static MeanScan scan(double[] series) {
        return Objects.requireNonNull(MeanScan.of(series, 0, series.length, MeanChanges.PER_SIDE));
    }

    /** Each value keeps half of the last one's distance from the mean, which never changes. */
    private double[] wandering(int length) {
        double[] values = noise(length);
        for (int i = 1; i < length; i++) {
            values[i] += (values[i - 1] - 0.9) / 2;
        }
        return values;
    }

    private double[] noise(int length) {
        return steps(length, 0.05, 0.9, length, 0);
    }

    private double[] steps(int length, double spread, double before, int from, double after) {
        return IntStream.range(0, length)
                .mapToDouble(i -> (i < from ? before : after) + spread * (random.fraction() - 0.5))
                .toArray();
    }
}
