package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassScanTest {

    @Test
    void findsWhereTheRateFell() {
        PassScan scan = PassScan.of(nights("5/5 5/5 5/5 5/5 5/5 1/5 0/5 1/5"), 2);
        assertThat(scan.split()).isEqualTo(5);
        assertThat(scan.before()).isEqualTo(new Trials(25, 25));
        assertThat(scan.after()).isEqualTo(new Trials(2, 15));
        assertThat(scan.p()).isLessThan(1e-6);
    }

    @Test
    void oneRunANightIsCountedByHand() {
        // Of the C(10,5) arrangements two are as clean as this one; the other has the failures first.
        PassScan scan = PassScan.of(nights("1/1 1/1 1/1 1/1 1/1 0/1 0/1 0/1 0/1 0/1"), 2);
        assertThat(scan.split()).isEqualTo(5);
        assertThat(scan.statistic()).isCloseTo(20 * Math.log(2), within(1e-12));
        assertThat(scan.p()).isCloseTo(2 / 252.0, within(1e-12));
    }

    @Test
    void ofEquallyGoodSplitsTheEarliestCounts() {
        assertThat(PassScan.of(nights("1/1 1/1 0/1 0/1 1/1 1/1"), 2).split()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5/5 5/5 5/5 5/5 5/5", "0/5 0/5 0/5 0/5", "0/0 0/0 0/0 0/0", "5/5 0/5 0/5", "3/5", ""})
    void withoutASplitNothingIsUnlikely(String series) {
        PassScan scan = PassScan.of(nights(series), 2);
        assertThat(scan.split()).isNull();
        assertThat(scan.statistic()).isZero();
        assertThat(scan.p()).isOne();
        assertThat(scan.adjustedP()).isOne();
        assertThat(scan.dispersion()).isOne();
        assertThat(scan.before()).isEqualTo(nights(series).stream().reduce(new Trials(0, 0), Trials::plus));
        assertThat(scan.after()).isEqualTo(new Trials(0, 0));
    }

    @Test
    void nightsThatVaryMoreThanChanceHasItWeakenTheFinding() {
        PassScan steady = PassScan.of(nights("4/5 4/5 4/5 4/5 4/5 1/5 1/5 1/5 1/5 1/5"), 2);
        PassScan restless = PassScan.of(nights("5/5 2/5 5/5 3/5 5/5 3/5 0/5 2/5 0/5 0/5"), 2);
        assertThat(steady.dispersion()).isOne();
        assertThat(steady.adjustedP()).isEqualTo(steady.p());
        assertThat(restless.dispersion()).isGreaterThan(1.5);
        assertThat(restless.adjustedP()).isGreaterThan(2 * restless.p());
    }

    @Test
    void dispersionIsPearsonsChiSquareOfTheNightsOfEachSide() {
        // Before: 10 runs at .5, nights off by 1.5 runs; after: no pass at all, which says nothing about spread.
        PassScan scan = PassScan.of(nights("4/5 1/5 0/5 0/5 0/5 0/5"), 2);
        assertThat(scan.split()).isEqualTo(2);
        assertThat(scan.dispersion()).isOne();
        PassScan wide = PassScan.of(nights("10/10 0/10 0/10 0/10"), 2);
        assertThat(wide.split()).isEqualTo(2);
        assertThat(wide.dispersion()).isCloseTo(20 / 2.0, within(1e-12));
    }

    @Test
    void aNightWithoutRunsIsAllowed() {
        PassScan scan = PassScan.of(nights("5/5 5/5 0/0 5/5 0/5 0/0 0/5"), 2);
        assertThat(scan.split()).isEqualTo(4);
        assertThat(scan.p()).isBetween(0.0, 0.001);
    }

    @Test
    void aNightOfHugeSizeIsNoHarm() {
        PassScan scan = PassScan.of(nights("90000/100000 5/5 90000/100000 3/5 89000/100000 88900/100000"), 2);
        assertThat(scan.split()).isEqualTo(3);
        assertThat(scan.p()).isBetween(0.0, 1e-20);
    }

    @Test
    void countsBeyondTheReachOfTheTablesAreRefused() {
        List<Trials> huge =
                List.of(new Trials(1, 2), new Trials(2, 3), new Trials(3, 3_000_000_000L), new Trials(1, 1));
        assertThatThrownBy(() -> PassScan.of(huge, 2)).isInstanceOf(ArithmeticException.class);
    }

    /** Every way of dealing out the passes over the runs, listed. */
    @ParameterizedTest
    @CsvSource({
        "2, '1/1 0/1 1/1 0/1 0/1 1/1 1/1 0/1'",
        "2, '2/2 2/3 1/3 0/2 1/3'",
        "2, '3/3 2/3 3/3 1/3 0/3'",
        "2, '5/5 0/1 1/4 0/2 1/2'",
        "1, '3/4 1/4 2/4'",
        "1, '4/4 4/5 0/1'",
        "3, '1/2 2/2 2/2 0/2 1/2 0/2'",
        "2, '2/2 0/0 1/3 0/0 0/4 1/1'"
    })
    void thePValueIsTheShareOfArrangementsThatSplitAsWell(int fewest, String series) {
        PassScan scan = PassScan.of(nights(series), fewest);
        assertThat(scan.p()).isCloseTo(share(nights(series), fewest, scan.statistic()), within(1e-12));
        assertThat(scan.adjustedP())
                .isCloseTo(share(nights(series), fewest, scan.statistic() / scan.dispersion()), within(1e-12));
    }

    @Test
    void theSameForRandomSmallSeries() {
        RandomNumbers random = new RandomNumbers(41);
        for (int round = 0; round < 150; round++) {
            List<Trials> nights = series(random, 7, 3);
            PassScan scan = PassScan.of(nights, 2);
            if (scan.split() != null) {
                assertThat(scan.p()).as("%s", nights).isCloseTo(share(nights, 2, scan.statistic()), within(1e-12));
            }
        }
    }

    @Test
    void theAdjustedValueIsNeverTheSmaller() {
        RandomNumbers random = new RandomNumbers(42);
        for (int round = 0; round < 300; round++) {
            PassScan scan = PassScan.of(series(random, 30, 12), 2);
            assertThat(scan.p()).isBetween(0.0, 1.0);
            assertThat(scan.adjustedP()).isBetween(scan.p(), 1.0);
            assertThat(scan.dispersion()).isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void passesAndFailuresMirrorEachOther() {
        RandomNumbers random = new RandomNumbers(43);
        for (int round = 0; round < 300; round++) {
            List<Trials> nights = series(random, 30, 12);
            PassScan scan = PassScan.of(nights, 2);
            PassScan mirrored = PassScan.of(
                    nights.stream()
                            .map(night -> new Trials(night.n() - night.passed(), night.n()))
                            .toList(),
                    2);
            assertThat(mirrored.statistic()).isEqualTo(scan.statistic());
            assertThat(mirrored.split()).isEqualTo(scan.split());
            assertThat(mirrored.p()).isEqualTo(scan.p());
            assertThat(mirrored.adjustedP()).isCloseTo(scan.adjustedP(), within(1e-9));
        }
    }

    @Test
    void readBackwardsTheSplitIsAtTheSamePlace() {
        RandomNumbers random = new RandomNumbers(44);
        int unique = 0;
        for (int round = 0; round < 300; round++) {
            List<Trials> nights = series(random, 30, 12);
            List<Trials> backwards = IntStream.range(0, nights.size())
                    .mapToObj(i -> nights.get(nights.size() - 1 - i))
                    .toList();
            PassScan scan = PassScan.of(nights, 2);
            PassScan reversed = PassScan.of(backwards, 2);
            assertThat(reversed.statistic()).isCloseTo(scan.statistic(), within(1e-8));
            assertThat(reversed.p()).isCloseTo(scan.p(), within(1e-9));
            if (scan.split() != null && isUnique(nights, scan)) {
                unique++;
                assertThat(reversed.split()).isEqualTo(nights.size() - scan.split());
            }
        }
        assertThat(unique).isGreaterThan(100);
    }

    @Test
    void askedForALevelItSaysTheSameFaster() {
        RandomNumbers random = new RandomNumbers(45);
        int found = 0;
        for (int round = 0; round < 600; round++) {
            List<Trials> nights = series(random, 30, 12);
            double level = List.of(0.5, 0.05, 0.001).get(random.below(3));
            PassScan scan = PassScan.of(nights, 2);
            PassScan significant = PassScan.significant(nights, 2, level);
            assertThat(significant).isEqualTo(scan.adjustedP() <= level ? scan : null);
            found += significant == null ? 0 : 1;
        }
        assertThat(found).isBetween(50, 550);
    }

    @Test
    void theSumOverTheSplitsIsNeverTooSmall() {
        RandomNumbers random = new RandomNumbers(46);
        int larger = 0;
        for (int round = 0; round < 300; round++) {
            List<Trials> nights = series(random, 20, 8);
            PassScanNull chance = new PassScanNull(nights, 2);
            double threshold = 12 * random.fraction();
            double exact = chance.dealtOut(threshold);
            double sum = chance.sumOverSplits(threshold);
            assertThat(sum).isGreaterThanOrEqualTo(exact * (1 - 1e-9));
            larger += sum > exact * 1.01 ? 1 : 0;
            for (int split = 2; split <= nights.size() - 2; split++) {
                assertThat(chance.probabilityAt(split, threshold)).isLessThanOrEqualTo(exact * (1 + 1e-9));
            }
        }
        assertThat(larger).isGreaterThan(100);
    }

    @Test
    void aLongSeriesIsScannedAllTheSame() {
        List<Trials> nights = new ArrayList<>();
        for (int night = 0; night < 60; night++) {
            nights.add(new Trials(night < 40 ? 1_900 - night % 5 : 1_700 - night % 7, 2_000));
        }
        PassScan scan = PassScan.of(nights, 2);
        assertThat(scan.split()).isEqualTo(40);
        assertThat(scan.adjustedP()).isBetween(0.0, 1e-20);
        assertThat(PassScan.significant(nights, 2, 1e-3)).isEqualTo(scan);
    }

    /** {@code passed/n}, night by night. */
    static List<Trials> nights(String series) {
        return series.isEmpty()
                ? List.of()
                : List.of(series.split(" ")).stream()
                        .map(night -> night.split("/"))
                        .map(night -> new Trials(Long.parseLong(night[0]), Long.parseLong(night[1])))
                        .toList();
    }

    /** Up to so many nights of one to so many runs, half of the series with a change. */
    static List<Trials> series(RandomNumbers random, int mostNights, int mostRuns) {
        int length = random.below(mostNights + 1);
        int change = random.below(2 * length + 1);
        double before = random.fraction();
        double after = random.fraction();
        List<Trials> nights = new ArrayList<>();
        for (int night = 0; night < length; night++) {
            int n = 1 + random.below(mostRuns);
            int passed = 0;
            for (int run = 0; run < n; run++) {
                passed += random.fraction() < (night < change ? before : after) ? 1 : 0;
            }
            nights.add(new Trials(passed, n));
        }
        return nights;
    }

    private static boolean isUnique(List<Trials> nights, PassScan scan) {
        Trials all = scan.before().plus(scan.after());
        Trials before = new Trials(0, 0);
        int best = 0;
        for (int split = 1; split <= nights.size() - 2; split++) {
            before = before.plus(nights.get(split - 1));
            best += split >= 2 && PassScan.statistic(before.passed(), before.n(), all) > scan.statistic() - 1e-6
                    ? 1
                    : 0;
        }
        return best == 1;
    }

    /** The share of all arrangements of the passes over the runs whose best split is at least as good. */
    private static double share(List<Trials> nights, int fewest, double statistic) {
        Trials all = nights.stream().reduce(new Trials(0, 0), Trials::plus);
        long asGood = 0;
        long count = 0;
        for (int passes = 0; passes < 1 << all.n(); passes++) {
            if (Integer.bitCount(passes) == all.passed()) {
                count++;
                asGood += best(nights, fewest, passes, all) >= statistic - 1e-9 * (1 + statistic) ? 1 : 0;
            }
        }
        return asGood / (double) count;
    }

    /** The largest G² over the splits when the runs whose bits are set pass. */
    private static double best(List<Trials> nights, int fewest, int passes, Trials all) {
        double best = 0;
        int used = 0;
        for (int split = 1; split <= nights.size() - fewest; split++) {
            used += Math.toIntExact(nights.get(split - 1).n());
            if (split >= fewest) {
                Trials before = new Trials(Integer.bitCount(passes & ((1 << used) - 1)), used);
                Trials after = new Trials(all.passed() - before.passed(), all.n() - used);
                best = Math.max(best, 2 * (likelihood(before) + likelihood(after) - likelihood(all)));
            }
        }
        return best;
    }

    /** The logarithm of the largest probability that any rate gives the outcomes. */
    private static double likelihood(Trials trials) {
        double rate = Objects.requireNonNullElse(trials.rate(), 0.0);
        return (trials.passed() == 0 ? 0 : trials.passed() * Math.log(rate))
                + (trials.passed() == trials.n() ? 0 : (trials.n() - trials.passed()) * Math.log(1 - rate));
    }
}
