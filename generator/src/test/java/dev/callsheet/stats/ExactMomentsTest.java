package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExactMomentsTest {

    @Test
    void givesMeanDeviationsAndRange() {
        ExactMoments moments = of(0, 2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(moments.n()).isEqualTo(8);
        assertThat(moments.mean()).isEqualTo(5);
        assertThat(moments.populationSd()).isEqualTo(2);
        assertThat(moments.sampleSd()).isEqualTo(Math.sqrt(32 / 7.0));
        assertThat(moments.min()).isEqualTo(2);
        assertThat(moments.max()).isEqualTo(9);
    }

    @Test
    void readsValuesInUnits() {
        ExactMoments moments = of(9, 100_000_000, 200_000_000, 300_000_000);
        assertThat(moments.mean()).as("0.1 + 0.2 + 0.3 without the usual noise").isEqualTo(0.2);
        assertThat(moments.sampleSd()).isEqualTo(0.1);
        assertThat(moments.min()).isEqualTo(0.1);
        assertThat(moments.max()).isEqualTo(0.3);
    }

    @Test
    void hasNoFiguresWithoutValues() {
        assertThat(figures(new ExactMoments(9))).containsOnlyNulls();
    }

    @Test
    void oneValueHasNoSampleDeviation() {
        ExactMoments moments = of(2, 92);
        assertThat(moments.mean()).isEqualTo(0.92);
        assertThat(moments.populationSd()).isZero();
        assertThat(moments.sampleSd()).isNull();
    }

    @Test
    void keepsSmallDifferencesOfLargeNumbers() {
        ExactMoments moments =
                of(0, 1_000_000_000_000_000_001L, 1_000_000_000_000_000_002L, 1_000_000_000_000_000_003L);
        assertThat(moments.sampleSd()).isOne();
    }

    @Test
    void doesNotOverflow() {
        ExactMoments moments = new ExactMoments(0);
        for (int i = 0; i < 1000; i++) {
            moments.add(Long.MIN_VALUE);
            moments.add(Long.MAX_VALUE);
        }
        assertThat(moments.sum()).isEqualTo(BigInteger.valueOf(-1000));
        assertThat(moments.mean()).isEqualTo(-0.5);
        assertThat(moments.populationSd()).isEqualTo(0x1p63);
    }

    @Test
    void agreesWithArbitraryPrecisionForAnyLongs() {
        RandomNumbers random = new RandomNumbers(5);
        for (int round = 0; round < 300; round++) {
            long[] values = random.longs(60);
            BigInteger sum = BigInteger.ZERO;
            BigInteger squares = BigInteger.ZERO;
            for (long value : values) {
                sum = sum.add(BigInteger.valueOf(value));
                squares = squares.add(BigInteger.valueOf(value).pow(2));
            }
            ExactMoments moments = of(0, values);
            assertThat(moments.sum()).isEqualTo(sum);
            assertThat(moments.deviations())
                    .isEqualTo(
                            squares.multiply(BigInteger.valueOf(values.length)).subtract(sum.pow(2)));
        }
    }

    @Test
    void noOrderAndNoSplitMovesABit() {
        RandomNumbers random = new RandomNumbers(6);
        for (int round = 0; round < 300; round++) {
            long[] values = random.longs(60);
            long[] shuffled = random.shuffled(values);
            int first = random.below(values.length + 1);
            int second = first + random.below(values.length - first + 1);
            ExactMoments a = of(9, Arrays.copyOfRange(shuffled, 0, first));
            ExactMoments b = of(9, Arrays.copyOfRange(shuffled, first, second));
            ExactMoments c = of(9, Arrays.copyOfRange(shuffled, second, values.length));
            List<@Nullable Double> expected = figures(of(9, values));
            assertThat(figures(merged(merged(a, b), c))).isEqualTo(expected);
            assertThat(figures(merged(a, merged(b, c)))).isEqualTo(expected);
            assertThat(figures(merged(c, merged(a, b)))).isEqualTo(expected);
        }
    }

    @Test
    void noTreeOfMergesMovesABit() {
        RandomNumbers random = new RandomNumbers(29);
        for (int round = 0; round < 200; round++) {
            long[] values = random.longs(60);
            List<ExactMoments> parts = new ArrayList<>();
            for (long[] part : random.parts(values)) {
                parts.add(of(9, part));
            }
            while (parts.size() > 1) {
                ExactMoments moved = parts.remove(random.below(parts.size()));
                parts.get(random.below(parts.size())).merge(moved);
            }
            assertThat(figures(parts.get(0))).isEqualTo(figures(of(9, values)));
        }
    }

    @Test
    void shortDecimalsAreGivenExactly() {
        ExactMoments moments = of(2, 41, 50); // of .41 and .50
        assertThat(moments.decimalMean()).isEqualByComparingTo("0.455");
        assertThat(moments.populationVariance()).isEqualByComparingTo("0.002025");
        assertThat(moments.sampleVariance()).isEqualByComparingTo("0.00405");
        assertThat(of(2, 50).populationVariance()).isZero();
        assertThat(of(2, 50).sampleVariance()).isNull();
        assertThat(of(2).decimalMean()).isNull();
        assertThat(of(2).populationVariance()).isNull();
    }

    @Test
    void meanLiesBetweenMinAndMax() {
        RandomNumbers random = new RandomNumbers(7);
        for (int round = 0; round < 300; round++) {
            ExactMoments moments = of(9, random.longs(30));
            Double mean = moments.mean();
            if (mean != null) {
                assertThat(mean).isGreaterThanOrEqualTo(moments.min()).isLessThanOrEqualTo(moments.max());
            }
        }
    }

    @Test
    void outcomesAreOnesAndZeros() {
        assertThat(figures(ExactMoments.ofOutcomes(new Trials(2, 3)))).isEqualTo(figures(of(0, 1, 0, 1)));
        assertThat(figures(ExactMoments.ofOutcomes(new Trials(0, 2)))).isEqualTo(figures(of(0, 0, 0)));
        assertThat(figures(ExactMoments.ofOutcomes(new Trials(2, 2)))).isEqualTo(figures(of(0, 1, 1)));
        assertThat(figures(ExactMoments.ofOutcomes(new Trials(0, 0)))).isEqualTo(figures(of(0)));
    }

    @Test
    void mergingWithItselfDoublesTheValues() {
        ExactMoments moments = of(0, 1, 2);
        moments.merge(moments);
        assertThat(figures(moments)).isEqualTo(figures(of(0, 1, 2, 1, 2)));
    }

    @Test
    void refusesToMixUnits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(9, 1).merge(of(0, 1)))
                .withMessageContaining("0 decimals");
        assertThatIllegalArgumentException().isThrownBy(() -> new ExactMoments(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExactMoments(19));
    }

    static ExactMoments of(int decimals, long... units) {
        ExactMoments moments = new ExactMoments(decimals);
        for (long value : units) {
            moments.add(value);
        }
        return moments;
    }

    private static ExactMoments merged(ExactMoments a, ExactMoments b) {
        ExactMoments both = new ExactMoments(a.decimals());
        both.merge(a);
        both.merge(b);
        return both;
    }

    private static List<@Nullable Double> figures(ExactMoments moments) {
        return Arrays.asList(moments.mean(), moments.sampleSd(), moments.populationSd(), moments.min(), moments.max());
    }
}
