package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountedValuesTest {

    private static final double[] SHARES = {0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1};

    @Test
    void quantilesLieBetweenTheValuesAroundTheirRank() {
        CountedValues values = of(0, 9, 12, 11);
        assertThat(values.quantile(0)).isEqualTo(9);
        assertThat(values.quantile(0.1)).isEqualTo(9.4);
        assertThat(values.median()).isEqualTo(11);
        assertThat(values.quantile(0.95)).isEqualTo(11.9);
        assertThat(values.quantile(1)).isEqualTo(12);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMiddleOfTwo() {
        assertThat(of(2, 90, 93, 91, 96).median()).isEqualTo(0.92);
    }

    @Test
    void aShareIsTheDecimalItPrintsAs() {
        // 100 · 0.29 in doubles is 28.999999999999996.
        assertThat(of(0, LongStream.rangeClosed(0, 100).toArray()).quantile(0.29))
                .isEqualTo(29);
    }

    @Test
    void thereAreNoQuantilesWithoutValues() {
        assertThat(of(9).median()).isNull();
        assertThat(of(9).quantile(0)).isNull();
        assertThat(of(9).quantileIfEnough(0.5)).isNull();
        assertThat(of(9).approximate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.99, 100", "0.01, 100", "0.95, 20", "0.9, 10", "0.1, 10", "0.75, 1", "0.5, 1"})
    void quantilesFarOutNeedEnoughValues(double p, int enough) {
        CountedValues values = of(0, LongStream.range(1, enough).toArray());
        assertThat(values.quantileIfEnough(p)).isNull();
        values.add(enough);
        assertThat(values.quantileIfEnough(p)).isEqualTo(values.quantile(p)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesSharesOutsideTheUnit(double p) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(0, 1).quantile(p));
        assertThatIllegalArgumentException().isThrownBy(() -> of(0, 1).quantileIfEnough(p));
    }

    @Test
    void noNumberOfValuesIsEnoughForTheVeryEnds() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(0, 1).quantileIfEnough(0));
        assertThatIllegalArgumentException().isThrownBy(() -> of(0, 1).quantileIfEnough(1));
    }

    @Test
    void agreesWithSortingTheValues() {
        RandomNumbers random = new RandomNumbers(8);
        for (int round = 0; round < 300; round++) {
            long[] values = random.longs(400);
            long[] sorted = values.clone();
            Arrays.sort(sorted);
            CountedValues counted = of(0, values);
            for (int rank = 0; rank < sorted.length; rank += 37) {
                // A quantile between two ranks lies between their values.
                double p = (rank + random.fraction()) / sorted.length;
                int below = (int) Math.floor((sorted.length - 1) * p);
                assertThat(counted.quantile(p))
                        .isBetween((double) sorted[below], (double) sorted[Math.min(below + 1, sorted.length - 1)]);
            }
        }
    }

    @Test
    void quantilesRiseWithTheirShare() {
        RandomNumbers random = new RandomNumbers(9);
        for (int round = 0; round < 200; round++) {
            CountedValues values = of(9, random.longs(100));
            if (values.n() > 0) {
                double last = Double.NEGATIVE_INFINITY;
                for (double p = 0; p <= 1; p += 0.03125) {
                    double quantile = Objects.requireNonNull(values.quantile(p));
                    assertThat(quantile).isGreaterThanOrEqualTo(last);
                    last = quantile;
                }
            }
        }
    }

    @Test
    void noOrderAndNoSplitMovesABit() {
        RandomNumbers random = new RandomNumbers(10);
        for (int round = 0; round < 200; round++) {
            long[] values = random.longs(300);
            long[] shuffled = random.shuffled(values);
            int cut = random.below(values.length + 1);
            CountedValues merged = of(9, Arrays.copyOfRange(shuffled, 0, cut));
            merged.merge(of(9, Arrays.copyOfRange(shuffled, cut, values.length)));
            assertSame(merged, of(9, values));
        }
    }

    @Test
    void noTreeOfMergesMovesABit() {
        RandomNumbers random = new RandomNumbers(30);
        for (int round = 0; round < 200; round++) {
            long[] values = random.longs(300);
            List<CountedValues> parts = new ArrayList<>();
            for (long[] part : random.parts(values)) {
                parts.add(of(9, part));
            }
            while (parts.size() > 1) {
                CountedValues moved = parts.remove(random.below(parts.size()));
                parts.get(random.below(parts.size())).merge(moved);
            }
            assertSame(parts.get(0), of(9, values));
        }
    }

    @Test
    void beyondTheLimitQuantilesAreApproximateInAnyOrderAndSplit() {
        long[] many = LongStream.rangeClosed(1, CountedValues.MOST_KEYS + 1L)
                .map(i -> i * i)
                .toArray();
        CountedValues whole = of(3, many);
        assertThat(whole.approximate()).isTrue();
        for (double p : SHARES) {
            double exact = square(1 + p * CountedValues.MOST_KEYS) / 1000;
            assertThat(whole.quantile(p)).isCloseTo(exact, within(exact * 0.00501));
        }
        assertThat(whole.quantile(0)).as("min stays exact").isEqualTo(0.001);
        assertThat(whole.quantile(1))
                .as("max stays exact")
                .isEqualTo(whole.moments().max());

        CountedValues few = of(3, 5);
        few.merge(of(3, Arrays.copyOfRange(many, 5, many.length)));
        few.merge(of(3, 1, 4, 9, 16, 25));
        CountedValues other = of(3, new RandomNumbers(11).shuffled(many));
        other.add(5);
        assertSame(few, other);
        CountedValues intoFew = of(3, 5);
        intoFew.merge(whole);
        assertSame(intoFew, other);
    }

    @Test
    void upToTheLimitQuantilesAreExact() {
        CountedValues values =
                of(0, LongStream.range(0, CountedValues.MOST_KEYS).toArray());
        values.merge(values);
        assertThat(values.approximate())
                .as("repeated values are no further keys")
                .isFalse();
        assertThat(values.n()).isEqualTo(2L * CountedValues.MOST_KEYS);
        assertThat(values.median()).isEqualTo((CountedValues.MOST_KEYS - 1) / 2.0);
    }

    @Test
    void bucketsKeepOrderAndStayWithinHalfAPercent() {
        RandomNumbers random = new RandomNumbers(12);
        long[] values = LongStream.concat(
                        LongStream.of(0, 1, 2, 3, -1, Long.MAX_VALUE, Long.MIN_VALUE),
                        IntStream.range(0, 100).boxed().flatMapToLong(i -> LongStream.of(random.longs(100))))
                .sorted()
                .toArray();
        long last = Long.MIN_VALUE;
        for (long value : values) {
            long key = LogBuckets.key(value);
            assertThat(key).isGreaterThanOrEqualTo(last);
            assertThat(LogBuckets.middle(key))
                    .isCloseTo((double) value, within(Math.abs((double) value) * 0.005000001));
            last = key;
        }
    }

    @Test
    void momentsAreACopy() {
        CountedValues values = of(0, 1);
        ExactMoments before = values.moments();
        values.add(3);
        assertThat(before.n()).isEqualTo(1);
        assertThat(values.moments().mean()).isEqualTo(2);
    }

    @Test
    void aSummaryHoldsAllFigures() {
        assertThat(Summary.of(of(2, 87, 91, 93, 93, 96)))
                .isEqualTo(new Summary(
                        5, 0.92, Math.sqrt(0.0044 / 4), Math.sqrt(0.0044 / 5), 0.87, 0.96, 0.93, null, null, false));
        assertThat(Summary.of(of(2, 92)))
                .isEqualTo(new Summary(1, 0.92, null, 0.0, 0.92, 0.92, 0.92, null, null, false));
        assertThat(Summary.of(of(2))).isEqualTo(new Summary(0, null, null, null, null, null, null, null, null, false));
    }

    @Test
    void theOuterTenthsOfASummaryNeedTenValues() {
        Summary nine = Summary.of(of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertThat(nine.p10()).isNull();
        assertThat(nine.p90()).isNull();
        Summary eleven = Summary.of(of(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        assertThat(eleven.p10()).isEqualTo(1);
        assertThat(eleven.p90()).isEqualTo(9);
    }

    private static CountedValues of(int decimals, long... units) {
        CountedValues values = new CountedValues(decimals);
        for (long value : units) {
            values.add(value);
        }
        return values;
    }

    private static void assertSame(CountedValues actual, CountedValues expected) {
        assertThat(Summary.of(actual)).isEqualTo(Summary.of(expected));
        for (double p : SHARES) {
            assertThat(actual.quantile(p)).isEqualTo(expected.quantile(p));
        }
    }

    private static double square(double x) {
        return x * x;
    }
}
