package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Order of outcomes: flips, entropy, and whether the flips are few. */
class OutcomeSequenceTest {

    @ParameterizedTest
    @CsvSource({
        "PPFFF, 2, 1, 0.25, 0.971",
        "PFPFP, 3, 4, 1, 0.971",
        "PPPPP, 5, 0, 0, 0",
        "FF, 0, 0, 0, 0",
        "PF, 1, 1, 1, 1"
    })
    void countsNeighboursThatDiffer(String letters, int passed, int flips, double rate, double entropy) {
        OutcomeSequence sequence = sequence(letters);
        assertThat(sequence).isEqualTo(new OutcomeSequence(letters.length(), passed, flips));
        assertThat(sequence.flipRate()).isEqualTo(rate);
        assertThat(sequence.entropyBits()).isCloseTo(entropy, within(0.0005));
    }

    @Test
    void oneOutcomeHasNoFlipRateAndNoneHasNoEntropyEither() {
        assertThat(sequence("P")).isEqualTo(new OutcomeSequence(1, 1, 0));
        assertThat(sequence("P").flipRate()).isNull();
        assertThat(sequence("P").entropyBits()).isZero();
        assertThat(sequence("").flipRate()).isNull();
        assertThat(sequence("").entropyBits()).isNull();
    }

    @Test
    void refusesFlipsThatNoOrderHas() {
        assertThat(new OutcomeSequence(5, 2, 4).flips()).as("FPFPF").isEqualTo(4);
        assertThat(new OutcomeSequence(4, 2, 3).flips()).as("PFPF").isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new OutcomeSequence(5, 1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new OutcomeSequence(4, 2, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new OutcomeSequence(5, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new OutcomeSequence(5, 5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new OutcomeSequence(2, 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new OutcomeSequence(2, 1, -1));
    }

    @Test
    void newerSetsWeighMoreInAnAgedMean() {
        assertThat(OutcomeSequence.agedMean(List.of(1.0, 0.0), 0)).isEqualTo(0.5);
        assertThat(OutcomeSequence.agedMean(List.of(1.0, 0.0), 0.5)).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(OutcomeSequence.agedMean(List.of(1.0, 0.25), 1))
                .as("the newest alone")
                .isEqualTo(0.25);
    }

    @Test
    void aSetWithoutTheFigureIsLeftOutOfAnAgedMeanButTheOlderOnesKeepTheirAge() {
        assertThat(OutcomeSequence.agedMean(Arrays.asList(1.0, null, 0.0), 0.5)).isCloseTo(0.2, within(1e-15));
        assertThat(OutcomeSequence.agedMean(Arrays.asList(null, null), 0.1)).isNull();
        assertThat(OutcomeSequence.agedMean(List.of(), 0.1)).isNull();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAnAgingOutsideTheUnit(double lambda) {
        assertThatIllegalArgumentException().isThrownBy(() -> OutcomeSequence.agedMean(List.of(1.0), lambda));
    }

    @Test
    void blocksHaveFewFlipsAndAlternationHasMany() {
        WaldWolfowitz blocks = WaldWolfowitz.of(sequence("PPPPPFFFFF"));
        assertThat(blocks.expectedFlips()).isEqualTo(5);
        assertThat(blocks.fewFlips()).as("2 of C(10, 5)").isCloseTo(2 / 252.0, within(1e-16));
        assertThat(blocks.manyFlips()).isOne();
        WaldWolfowitz alternating = WaldWolfowitz.of(sequence("PFPFPFPFPF"));
        assertThat(alternating.fewFlips()).isOne();
        assertThat(alternating.manyFlips()).isCloseTo(2 / 252.0, within(1e-16));
    }

    @Test
    void outcomesThatAllAgreeSayNothingAboutTheirOrder() {
        assertThat(WaldWolfowitz.of(sequence("PPP"))).isEqualTo(new WaldWolfowitz(0.0, 1.0, 1.0));
        assertThat(WaldWolfowitz.of(sequence("F"))).isEqualTo(new WaldWolfowitz(0.0, 1.0, 1.0));
        assertThat(WaldWolfowitz.of(sequence(""))).isEqualTo(new WaldWolfowitz(null, null, null));
    }

    @Test
    void agreesWithThePublishedCountsOfRuns() {
        RandomNumbers random = new RandomNumbers(20);
        for (int round = 0; round < 200; round++) {
            int passed = 1 + random.below(round + 1);
            int failed = 1 + random.below(round + 1);
            int rarer = Math.min(passed, failed);
            int most = passed == failed ? 2 * rarer - 1 : 2 * rarer;
            int flips = 1 + random.below(most);
            BigInteger few = BigInteger.ZERO;
            BigInteger many = BigInteger.ZERO;
            for (int f = 1; f <= most; f++) {
                few = few.add(f <= flips ? orders(passed, failed, f + 1) : BigInteger.ZERO);
                many = many.add(f >= flips ? orders(passed, failed, f + 1) : BigInteger.ZERO);
            }
            BigInteger all = choose(passed + failed, passed);
            WaldWolfowitz test = WaldWolfowitz.of(new OutcomeSequence(passed + failed, passed, flips));
            assertThat(relativeError(test.fewFlips(), Ratio.of(few, all, 0)))
                    .as("%d passed, %d failed, %d flips", passed, failed, flips)
                    .isLessThan(1e-12);
            assertThat(relativeError(test.manyFlips(), Ratio.of(many, all, 0)))
                    .as("%d passed, %d failed, %d flips", passed, failed, flips)
                    .isLessThan(1e-12);
        }
    }

    @Test
    void tinyTailsKeepTheirDigits() {
        WaldWolfowitz test = WaldWolfowitz.of(new OutcomeSequence(1000, 500, 1));
        assertThat(relativeError(test.fewFlips(), Ratio.of(BigInteger.TWO, choose(1000, 500), 0))) // 7.4e-300
                .isLessThan(1e-11);
    }

    static OutcomeSequence sequence(String letters) {
        return OutcomeSequence.of(
                letters.chars().mapToObj(letter -> letter == 'P').toList());
    }

    private static double relativeError(@Nullable Double actual, double expected) {
        return Math.abs(Objects.requireNonNull(actual) / expected - 1);
    }

    /** In how many orders a passes and b failures form so many runs of equal outcomes (metrics.md 2.2). */
    private static BigInteger orders(int a, int b, int runs) {
        int j = runs / 2;
        if (runs % 2 == 0) {
            return choose(a - 1, j - 1).multiply(choose(b - 1, j - 1)).shiftLeft(1);
        }
        return choose(a - 1, j)
                .multiply(choose(b - 1, j - 1))
                .add(choose(a - 1, j - 1).multiply(choose(b - 1, j)));
    }

    private static BigInteger choose(int n, int k) {
        BigInteger result = k > n ? BigInteger.ZERO : BigInteger.ONE;
        for (int i = 0; i < k && k <= n; i++) {
            result = result.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        return result;
    }
}
