package dev.callsheet.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.metrics.Comparison.Pair;
import dev.callsheet.stats.Fisher;
import dev.callsheet.stats.Trials;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void aScenarioOnBothSidesHasItsDifferenceWithItsInterval() {
        Pair pair = of("a 9/10", "a 3/10").pairs().get(0);
        assertThat(pair.scenarioId()).isEqualTo("a");
        assertThat(pair.before()).isEqualTo(Rate.of(9, 10));
        assertThat(pair.now()).isEqualTo(Rate.of(3, 10));
        assertThat(pair.difference().difference()).isCloseTo(-0.6, within(1e-15));
        assertThat(pair.difference().interval().low())
                .as("Newcombe 1998, table II")
                .isCloseTo(-0.8090, within(5e-5));
        assertThat(pair.difference().interval().high()).isCloseTo(-0.1705, within(5e-5));
        assertThat(pair.p()).isCloseTo(0.0198, within(5e-5));
        assertThat(pair.q()).isEqualTo(pair.p());
        assertThat(pair.real()).isTrue();
    }

    @Test
    void whatOneComparisonProvesManyTogetherDoNot() {
        Comparison one = of("a 5/5", "a 0/5");
        assertThat(one.pairs().get(0).p()).isCloseTo(2 / 252.0, within(1e-12));
        assertThat(one.pairs().get(0).real()).isTrue();
        Comparison many = of(
                "a 5/5, b 5/5, c 5/5, d 5/5, e 5/5, f 5/5, g 5/5", "a 0/5, b 5/5, c 5/5, d 5/5, e 5/5, f 5/5, g 5/5");
        assertThat(many.pairs().get(0).q()).isCloseTo(7 * 2 / 252.0, within(1e-12));
        assertThat(many.pairs()).noneMatch(Pair::real);
    }

    @Test
    void aRiseIsAsRealAsAFall() {
        assertThat(of("a 0/5", "a 5/5").pairs().get(0).real()).isTrue();
    }

    @Test
    void errorsAreOnNeitherSide() {
        SortedMap<String, Tally> errors = new TreeMap<>();
        errors.put("a", new Tally(0, 0, 5, 0, 0, 0));
        Comparison comparison = Comparison.of(side("a 5/5, b 1/1"), errors, Rules.DEFAULT);
        assertThat(comparison.pairs()).isEmpty();
        assertThat(comparison.onlyBefore()).containsExactly("a", "b");
        assertThat(comparison.onlyNow()).isEmpty();
        assertThat(comparison.mean().difference().pairs()).isZero();
        assertThat(Comparison.of(errors, side("a 5/5"), Rules.DEFAULT).onlyNow())
                .containsExactly("a");
    }

    @Test
    void onlyScenariosOfBothSidesAreAskedAbout() {
        Comparison comparison = of("a 5/5, gone 5/5", "a 0/5, new 0/5");
        assertThat(comparison.pairs().get(0).q())
                .isEqualTo(comparison.pairs().get(0).p());
        assertThat(comparison.onlyBefore()).containsExactly("gone");
        assertThat(comparison.onlyNow()).containsExactly("new");
    }

    @Test
    void theSmallestFallThatCouldHaveBeenSeenIsTheOneThatIsJustProven() {
        assertThat(of("a 60/60", "a 5/5").pairs().get(0).smallestVisible())
                .as("3 of 5 have p = 0.0047, 4 of 5 have p = 0.077")
                .isCloseTo(0.4, within(1e-12));
        assertThat(of("a 5/5", "a 5/5").pairs().get(0).smallestVisible())
                .as("1 of 5 has p = 0.048")
                .isCloseTo(0.8, within(1e-12));
    }

    @Test
    void fewRunsSeeNoFallAtAll() {
        assertThat(of("a 3/3", "a 3/3").pairs().get(0).smallestVisible()).isNull();
        assertThat(of("a 0/50", "a 0/50").pairs().get(0).smallestVisible())
                .as("nothing is lower than none")
                .isNull();
        assertThat(of("a 5/5, b 5/5", "a 5/5, b 5/5").pairs().get(0).smallestVisible())
                .as("0 of 5 for 1 of 5, since two are asked about")
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void theBisectionFindsWhatTryingEveryCountFinds() {
        for (int n = 1; n <= 40; n += 3) {
            for (int passed = 0; passed <= n; passed += 2) {
                for (int runs = 1; runs <= 25; runs += 4) {
                    Trials before = new Trials(passed, n);
                    Double found = Comparison.smallestVisible(before, runs, 0.01);
                    Double tried = null;
                    for (long x = runs; x >= 0 && tried == null; x--) {
                        if (x * n < (long) passed * runs && Fisher.twoSided(before, new Trials(x, runs)) <= 0.01) {
                            tried = passed / (double) n - x / (double) runs;
                        }
                    }
                    assertThat(found).as("%s, then %d", before, runs).isEqualTo(tried);
                }
            }
        }
    }

    @Test
    void theMeanWeighsScenariosEqually() {
        Comparison.Mean mean = of("a 5/5, b 5/5, c 4/5, d 50/50", "a 4/5, b 5/5, c 4/5, d 30/50")
                .mean();
        assertThat(mean.difference().pairs()).isEqualTo(4);
        assertThat(mean.difference().mean()).isCloseTo(-0.15, within(1e-12));
        assertThat(mean.test()).isEqualTo(Comparison.Test.SIGN_FLIP);
        assertThat(mean.p()).isEqualTo(0.5);
        double error = Math.sqrt(0.11 / 3 / 4);
        assertThat(mean.difference().smallestVisible())
                .as("t of 3 degrees of freedom: 3.182 and 0.978")
                .isCloseTo((3.182446305 + 0.978472312) * error, within(1e-8));
    }

    @Test
    void oneRunASideIsForMcNemar() {
        Comparison.Mean mean = of(
                        "a 1/1, b 1/1, c 1/1, d 1/1, e 1/1, f 0/1", "a 0/1, b 0/1, c 0/1, d 0/1, e 0/1, f 0/1")
                .mean();
        assertThat(mean.test()).isEqualTo(Comparison.Test.MC_NEMAR);
        assertThat(mean.p()).isCloseTo(0.0625, within(1e-12));
    }

    @Test
    void moreThanTwentyScenariosAreForStudent() {
        StringBuilder before = new StringBuilder("s 2/2");
        StringBuilder now = new StringBuilder("s 1/2");
        for (int i = 0; i < 20; i++) {
            before.append(", s").append(i).append(" 2/2");
            now.append(", s").append(i).append(" 2/2");
        }
        Comparison.Mean mean = of(before.toString(), now.toString()).mean();
        assertThat(mean.test()).isEqualTo(Comparison.Test.STUDENT_T);
        assertThat(mean.p()).isCloseTo(0.3293, within(5e-5));
        assertThat(Objects.requireNonNull(mean.difference().smallestVisible())
                        / Objects.requireNonNull(mean.difference().standardError()))
                .as("2.8 standard errors with many scenarios")
                .isBetween(2.8, 3.0);
    }

    @Test
    void differencesThatAllAgreePromiseNoSight() {
        assertThat(of("a 5/5, b 5/5", "a 5/5, b 5/5").mean().difference().smallestVisible())
                .isNull();
        assertThat(of("a 5/5", "a 4/5").mean().difference().smallestVisible()).isNull();
    }

    private static Comparison of(String before, String now) {
        return Comparison.of(side(before), side(now), Rules.DEFAULT);
    }

    /** "a 3/5, b 5/5". */
    private static SortedMap<String, Tally> side(String signs) {
        SortedMap<String, Tally> side = new TreeMap<>();
        for (String sign : signs.split(", ", -1)) {
            String[] parts = sign.split("[ /]", -1);
            long passed = Long.parseLong(parts[1]);
            side.put(parts[0], new Tally(passed, Long.parseLong(parts[2]) - passed, 0, 0, 0, 0));
        }
        return side;
    }
}
